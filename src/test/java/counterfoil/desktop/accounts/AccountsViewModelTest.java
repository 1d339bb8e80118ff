package counterfoil.desktop.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.accounts.AccountsViewModel.Summary;
import counterfoil.desktop.counter.Branch;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsViewModelTest {
  private final Branch branch =
      new Branch()
          .open("10", "Nadia Rahimi", "100.00")
          .open("9", "Jonas Weber", "50.00")
          .open("11", "王小明", "70.00");
  private final SteppedBackground background = new SteppedBackground();
  private final AccountsViewModel accounts =
      new AccountsViewModel(branch.ledger().inquiries(), background);
  private final List<Integer> changes = new ArrayList<>();

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void read() {
    accounts.refresh();
    background.finishAll();
  }

  private void countChanges() {
    accounts
        .numbers()
        .addListener(
            (ListChangeListener<String>)
                change -> {
                  while (change.next()) {
                    changes.add(change.getAddedSize());
                  }
                });
  }

  private AccountRow row(int index) {
    accounts.row(index);
    background.finishAll();
    return accounts.row(index).orElseThrow();
  }

  @Test
  void all_accounts_are_listed_with_their_number_and_what_they_hold_together() {
    read();
    assertEquals(List.of("9", "10", "11"), accounts.numbers());
    assertEquals(
        Optional.of(new Summary(3, false, Branch.money("220.00"))),
        accounts.summaryProperty().get());
  }

  @Test
  void before_the_first_answer_the_table_says_that_it_is_being_read() {
    assertEquals(Message.of("accounts.empty.reading"), accounts.emptyBecauseProperty().get());
  }

  @Test
  void a_filter_lists_what_it_finds_and_what_that_holds() {
    read();
    accounts.textProperty().set("NADIA ");
    background.finishAll();
    assertEquals(List.of("10"), accounts.numbers());
    assertEquals(
        Optional.of(new Summary(1, true, Branch.money("100.00"))),
        accounts.summaryProperty().get());
  }

  @Test
  void fast_typing_changes_the_list_once() {
    read();
    countChanges();
    accounts.textProperty().set("w");
    accounts.textProperty().set("we");
    accounts.textProperty().set("web");
    background.finishAll();
    assertEquals(List.of("9"), accounts.numbers());
    assertEquals(List.of(1), changes);
  }

  @Test
  void a_filter_that_finds_nothing_says_so_and_names_what_was_typed() {
    read();
    accounts.textProperty().set("zzz");
    background.finishAll();
    assertEquals(List.of(), accounts.numbers());
    assertEquals(
        Message.of("accounts.empty.filtered", "zzz"), accounts.emptyBecauseProperty().get());
  }

  @Test
  void a_ledger_without_accounts_says_what_to_do() {
    try (var empty = new Branch()) {
      var none = new AccountsViewModel(empty.ledger().inquiries(), background);
      none.refresh();
      background.finishAll();
      assertEquals(Message.of("accounts.empty.none"), none.emptyBecauseProperty().get());
    }
  }

  @Test
  void the_rows_in_sight_come_with_the_list_and_others_when_they_are_looked_at() {
    for (int i = 0; i < 150; i++) {
      branch.open("5" + (1000 + i), "Holder " + i, "1.00");
    }
    read();
    AccountRow first = accounts.row(0).orElseThrow();
    assertEquals("Jonas Weber", first.line().holder());
    assertEquals(branch.ledger().businessDate(), first.lastPostedOn());
    assertEquals(Optional.empty(), accounts.row(152));
    background.finishAll();
    assertEquals("Holder 149", accounts.row(152).orElseThrow().line().holder());
  }

  @Test
  void a_posting_changes_the_row_and_not_the_list() {
    read();
    row(0);
    countChanges();
    branch.deposit("9", "1.00");
    read();
    assertEquals(Branch.money("51.00"), row(0).line().ledger());
    assertEquals(List.of(), changes);
    assertEquals(Branch.money("221.00"), accounts.summaryProperty().get().orElseThrow().total());
  }

  @Test
  void a_new_account_appears_in_its_place() {
    read();
    branch.open("95", "New", "0.00").close("10");
    read();
    assertEquals(List.of("9", "10", "11", "95"), accounts.numbers());
    assertEquals(AccountStatus.CLOSED, row(1).line().status());
  }

  @Test
  void sorted_by_balance_a_posting_moves_its_row() {
    read();
    accounts.sort(Order.LEDGER, true);
    background.finishAll();
    assertEquals(List.of("10", "11", "9"), accounts.numbers());
    branch.deposit("9", "500.00");
    read();
    assertEquals(List.of("9", "10", "11"), accounts.numbers());
  }

  @Test
  void sorting_by_the_same_again_turns_the_order() {
    accounts.sortOrTurn(Order.LEDGER);
    background.finishAll();
    assertEquals(List.of("9", "11", "10"), accounts.numbers());
    accounts.sortOrTurn(Order.LEDGER);
    background.finishAll();
    assertEquals(List.of("10", "11", "9"), accounts.numbers());
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void every_order_lists_every_account_both_ways(Order order) {
    for (boolean descending : new boolean[] {true, false}) {
      accounts.sort(order, descending);
      read();
      assertEquals(List.of("10", "11", "9"), accounts.numbers().stream().sorted().toList());
    }
  }

  @Test
  void after_a_fault_what_was_there_stays_and_the_fault_is_said() {
    read();
    branch.close();
    read();
    assertEquals(List.of("9", "10", "11"), accounts.numbers());
    assertTrue(accounts.troubleProperty().get().isPresent());
  }
}
