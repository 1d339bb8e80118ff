package counterfoil.desktop.counter;

import static counterfoil.desktop.counter.Branch.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Pages;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountSheetTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");

  private final Branch branch =
      new Branch().open("1004-2213", "Nadia Rahimi", "100.00").open("7", "Other", "5.00");
  private final SteppedBackground background = new SteppedBackground();
  private final AccountSheet sheet =
      new AccountSheet(branch.ledger().inquiries(), background, branch.ledger()::businessDate);

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void choose(AccountNumber number) {
    sheet.choose(number);
    background.finishAll();
  }

  private List<Money> amounts() {
    for (int i = 0; i < sheet.versions().size(); i++) {
      sheet.line(i);
      background.finishAll();
    }
    List<Money> amounts = new ArrayList<>();
    for (int i = 0; i < sheet.versions().size(); i++) {
      amounts.add(sheet.line(i).flatMap(JournalLine::amount).orElseThrow());
    }
    return amounts;
  }

  @Test
  void the_history_is_newest_first_and_adds_up_to_the_balance() {
    branch.deposit("1004-2213", "20.00").withdraw("1004-2213", "30.00");
    choose(NADIA);
    assertEquals(List.of(money("-30.00"), money("20.00"), money("100.00")), amounts());
    assertEquals(money("90.00"), sheet.accountProperty().get().orElseThrow().ledger());
  }

  @Test
  void a_long_history_is_read_page_by_page_as_it_is_scrolled() {
    for (int i = 0; i < 3 * Pages.ROWS_PER_PAGE; i++) {
      branch.deposit("1004-2213", "1.00");
    }
    choose(NADIA);
    int last = 3 * Pages.ROWS_PER_PAGE;
    assertEquals(last + 1, sheet.versions().size());
    sheet.line(0);
    background.finishAll();
    assertTrue(sheet.line(0).isPresent());
    assertEquals(Optional.empty(), sheet.line(last));
    background.finishAll();
    assertEquals("AccountOpened", sheet.line(last).orElseThrow().type());
  }

  @Test
  void a_new_entry_comes_in_front_and_moves_nothing_else() {
    choose(NADIA);
    assertEquals(List.of(money("100.00")), amounts());
    List<String> changes = new ArrayList<>();
    sheet
        .versions()
        .addListener(
            (ListChangeListener<Long>)
                change -> {
                  while (change.next()) {
                    changes.add(change.getAddedSubList() + " for " + change.getRemoved());
                  }
                });
    branch.deposit("1004-2213", "1.00").deposit("1004-2213", "2.00");
    sheet.refresh();
    background.finishAll();
    assertEquals(List.of("[2, 1] for []"), changes);
    assertEquals(List.of(money("2.00"), money("1.00"), money("100.00")), amounts());
    assertEquals(money("103.00"), sheet.accountProperty().get().orElseThrow().ledger());
  }

  @Test
  void another_account_shows_nothing_of_the_one_before() {
    choose(NADIA);
    assertEquals(List.of(money("100.00")), amounts());
    choose(new AccountNumber("7"));
    assertEquals(Optional.empty(), sheet.line(0));
    background.finishAll();
    assertEquals(List.of(money("5.00")), amounts());
  }

  @Test
  void a_number_without_an_account_is_said() {
    choose(new AccountNumber("404"));
    assertEquals(
        Optional.of(Message.of("kit.refusal.account-not-found", new AccountNumber("404"))),
        sheet.troubleProperty().get());
    assertEquals(Optional.empty(), sheet.accountProperty().get());
  }

  @Test
  void an_answer_about_an_account_put_away_is_dropped() {
    sheet.choose(NADIA);
    sheet.putAway();
    background.finishAll();
    assertEquals(Optional.empty(), sheet.accountProperty().get());
  }
}
