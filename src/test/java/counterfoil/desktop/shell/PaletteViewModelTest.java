package counterfoil.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
  private final Ledger ledger =
      new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<Finding> opened = new ArrayList<>();
  private final SimpleObjectProperty<Optional<Message>> whyNot =
      new SimpleObjectProperty<>(Optional.empty());
  private final Actions actions =
      new Actions(
          List.of(
              Action.of("shell.quit", "shell.act.quit", () -> {}),
              Action.of("shell.theme", "shell.act.theme", () -> {}).unless(whyNot)),
          List.of());

  PaletteViewModelTest() {
    open("1004-2213", "Nadia Rahimi");
    open("1001-7788", "Jonas Weber");
    open("2", "Bernadette Quint");
  }

  private void open(String number, String holder) {
    ledger
        .counter()
        .post(
            Posting.of(
                new OpenAccount(
                    new AccountNumber(number),
                    holder,
                    "Current account",
                    BigMoney.parse("EUR 0"),
                    Details.NONE)),
            new Actor("amara", Actor.TELLER, "WS-02"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private PaletteViewModel palette(Background background) {
    var palette =
        new PaletteViewModel(
            texts, background, ledger.inquiries(), ledger.currency(), actions, opened::add);
    palette.show();
    return palette;
  }

  private PaletteViewModel typed(String text) {
    var palette = palette(new DirectBackground());
    palette.queryProperty().set(text);
    return palette;
  }

  private static List<String> names(PaletteViewModel palette) {
    return palette.findings().stream()
        .map(finding ->
            switch (finding) {
              case Finding.OfAction found -> found.entry().action().id();
              case Finding.OfAccount found -> found.account().number().value();
              case Finding.OfCode found -> found.code().toString();
              case Finding.OfEntry found -> "#" + found.line().position();
            })
        .toList();
  }

  @Test
  void with_nothing_typed_it_lists_what_can_be_done() {
    assertEquals(List.of("shell.quit", "shell.theme"), names(typed("")));
  }

  @Test
  void part_of_a_holder_s_name_finds_the_accounts_in_any_case() {
    assertEquals(Set.of("1004-2213", "2"), Set.copyOf(names(typed("NAD"))));
  }

  @Test
  void a_number_finds_the_account_of_that_number_then_its_entry_then_accounts_that_contain_it() {
    assertEquals(List.of("2", "#2", "1004-2213"), names(typed("2")));
  }

  @Test
  void an_entry_is_found_with_its_sign_and_with_grouping() {
    assertEquals(List.of("#3"), names(typed("#3")));
    assertEquals(List.of("#3"), names(typed("0,003")));
  }

  @Test
  void a_code_is_there_at_once_and_enter_goes_with_it() {
    var palette = palette(new Later());
    palette.queryProperty().set("d 1004-2213 250");
    palette.choose();
    assertTrue(opened.getFirst() instanceof Finding.OfCode(Code.AtCounter _), opened.toString());
  }

  @Test
  void half_a_code_says_how_it_goes_on_and_enter_leaves_it_there() {
    var palette = typed("d 1004-2213 2,5");
    palette.choose();
    assertTrue(opened.isEmpty());
    assertTrue(palette.showingProperty().get());
  }

  @Test
  void a_number_beyond_every_ledger_finds_nothing() {
    assertTrue(names(typed("99999999999999999999")).isEmpty());
  }

  @Test
  void an_act_is_found_by_its_name_in_the_language_of_the_moment() {
    assertEquals(List.of("shell.quit"), names(typed("quit")));
    texts.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals(List.of("shell.quit"), names(typed("退出")));
  }

  @Test
  void arrows_go_around_the_ends() {
    var palette = typed("nad");
    assertEquals(0, palette.selectedProperty().get());
    palette.move(-1);
    assertEquals(1, palette.selectedProperty().get());
    palette.move(1);
    assertEquals(0, palette.selectedProperty().get());
  }

  @Test
  void choosing_closes_it_and_goes_there() {
    var palette = typed("weber");
    palette.choose();
    assertFalse(palette.showingProperty().get());
    assertEquals("", palette.queryProperty().get());
    assertEquals(1, opened.size());
  }

  @Test
  void an_act_that_cannot_be_done_now_stays_in_the_list_and_is_not_done() {
    whyNot.set(Optional.of(Message.of("kit.amount.missing")));
    var palette = typed("light and dark");
    palette.choose();
    assertEquals(List.of("shell.theme"), names(palette));
    assertTrue(palette.showingProperty().get());
    assertTrue(opened.isEmpty());
  }

  @Test
  void what_was_typed_last_wins_however_late_an_earlier_answer_comes() {
    var later = new Later();
    var palette = palette(later);
    palette.queryProperty().set("n");
    palette.queryProperty().set("na");
    palette.queryProperty().set("nadia");
    assertEquals(1, later.size());
    later.answer();
    later.answer();
    assertEquals(0, later.size());
    assertEquals(List.of("1004-2213"), names(palette));
  }

  @Test
  void an_answer_that_comes_after_it_was_closed_changes_nothing() {
    var later = new Later();
    var palette = palette(later);
    palette.queryProperty().set("nadia");
    palette.dismiss();
    later.answer();
    assertFalse(names(palette).contains("1004-2213"));
  }

  /** Works when told to. */
  private static final class Later implements Background {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    int size() {
      return waiting.size();
    }

    void answer() {
      waiting.remove().run();
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
      waiting.add(() -> new DirectBackground().run(work, whenDone, whenFailed));
    }
  }
}
