package counterfoil.desktop.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.projection.AccountLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountFinderTest {
  private final Branch branch =
      new Branch()
          .open("1001", "Jonas Weber", "1.00")
          .open("100", "Nadia Rahimi", "1.00")
          .open("2100", "王小明", "1.00");
  private final SteppedBackground background = new SteppedBackground();
  private final List<String> chosen = new ArrayList<>();
  private final AccountFinder finder =
      new AccountFinder(
          branch.ledger().inquiries(), background, line -> chosen.add(line.number().value()));

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void type(String text) {
    finder.textProperty().set(text);
  }

  private List<String> offered() {
    return finder.foundProperty().get().stream().map(AccountLine::holder).toList();
  }

  @Test
  void an_account_is_found_by_part_of_a_name_in_any_case() {
    type("nadia");
    background.finishAll();
    assertEquals(List.of("Nadia Rahimi"), offered());
  }

  @Test
  void an_account_is_found_by_a_name_in_any_script() {
    type("小明");
    background.finishAll();
    assertEquals(List.of("王小明"), offered());
  }

  @Test
  void the_account_of_exactly_the_number_comes_first() {
    type(" 100 ");
    background.finishAll();
    assertEquals(List.of("Nadia Rahimi", "Jonas Weber", "王小明"), offered());
    assertEquals(0, finder.highlightedProperty().get());
  }

  @Test
  void enter_takes_the_first_and_the_field_is_empty_again() {
    type("100");
    background.finishAll();
    finder.take();
    assertEquals(List.of("100"), chosen);
    assertEquals("", finder.textProperty().get());
    assertEquals(List.of(), offered());
  }

  @Test
  void enter_before_the_answer_takes_the_first_as_soon_as_it_is_there() {
    type("weber");
    finder.take();
    assertEquals(List.of(), chosen);
    background.finishAll();
    assertEquals(List.of("1001"), chosen);
  }

  @Test
  void enter_takes_what_is_typed_now_and_not_an_answer_to_what_was_typed_before() {
    type("100");
    background.finishAll();
    type("weber");
    finder.take();
    background.finishAll();
    assertEquals(List.of("1001"), chosen);
  }

  @Test
  void typing_on_after_enter_takes_nothing() {
    type("weber");
    finder.take();
    type("weberx");
    background.finishAll();
    assertEquals(List.of(), chosen);
  }

  @Test
  void the_arrow_keys_go_round_the_list() {
    type("100");
    background.finishAll();
    finder.down();
    finder.down();
    finder.down();
    finder.up();
    finder.take();
    assertEquals(List.of("2100"), chosen);
  }

  @Test
  void an_answer_that_comes_after_the_field_was_emptied_is_dropped() {
    type("100");
    finder.clear();
    background.finishAll();
    assertEquals(List.of(), offered());
  }

  @Test
  void where_nothing_is_found_it_says_so() {
    type("zzz");
    background.finishAll();
    assertEquals(
        Optional.of(Message.of("counter.find.nothing", "zzz")), finder.noteProperty().get());
    type("weber");
    background.finishAll();
    assertEquals(Optional.empty(), finder.noteProperty().get());
  }

  @Test
  void signs_that_mean_something_to_the_database_are_looked_for_as_they_are() {
    type("%");
    background.finishAll();
    assertEquals(List.of(), offered());
  }

  @Test
  void clearing_says_whether_there_was_anything() {
    assertFalse(finder.clear());
    type("x");
    assertTrue(finder.clear());
  }

  @Test
  void after_a_fault_the_next_letter_asks_again() {
    type("web");
    branch.close();
    background.finishAll();
    assertTrue(finder.noteProperty().get().isPresent());
    assertEquals(List.of(), offered());
  }
}
