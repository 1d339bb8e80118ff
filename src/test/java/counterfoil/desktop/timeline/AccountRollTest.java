package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountRollTest {
  private final AccountRoll roll = new AccountRoll(List.of("1", "2", "3", "4"));

  @Test
  void the_account_concerned_comes_first_and_the_others_keep_their_order() {
    assertEquals(List.of("3", "1", "2", "4"), roll.withFirst(Optional.of("3")).rows(0, 9));
    assertEquals(List.of("4", "1", "2", "3"), roll.withFirst(Optional.of("4")).rows(0, 3));
  }

  @Test
  void without_one_or_with_one_that_is_not_listed_the_order_is_plain() {
    assertEquals(List.of("1", "2", "3", "4"), roll.rows(0, 3));
    assertEquals(List.of("1", "2", "3", "4"), roll.withFirst(Optional.of("9")).rows(-2, 8));
    assertEquals(
        List.of("1", "2", "3", "4"),
        roll.withFirst(Optional.of("3")).withFirst(Optional.empty()).rows(0, 3));
  }

  @Test
  void an_empty_one_has_no_rows() {
    assertEquals(List.of(), AccountRoll.EMPTY.withFirst(Optional.of("1")).rows(0, 12));
  }
}
