package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StaffedBranch;
import counterfoil.projection.JournalLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen from an entry of a branch with tills and approvals. */
class SightTest {
  private static Sight at(StaffedBranch branch, long position) {
    return Sight.from(
        position,
        AccountRoll.EMPTY,
        0,
        0,
        branch.ledger().inquiries(),
        branch.ledger().charter().origin());
  }

  private static List<Long> positions(List<JournalLine> lines) {
    return lines.stream().map(JournalLine::position).toList();
  }

  private static Change change(Sight sight, Change.What field) {
    return sight.changes().stream()
        .filter(change -> change.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_reversal_was_caused_by_what_it_reverses_and_that_caused_the_reversal() {
    try (var branch = new StaffedBranch().open()) {
      long deposit = branch.deposit(StaffedBranch.NADIA, "80.00").position();
      long reversal = branch.reverse(deposit, "wrong account").position();
      assertTrue(positions(at(branch, reversal).causes()).contains(deposit));
      assertEquals(List.of(reversal), positions(at(branch, deposit).effects()));
    }
  }

  @Test
  void a_posting_shows_the_till_before_and_after_its_act() {
    try (var branch = new StaffedBranch().open()) {
      var sight = at(branch, branch.deposit(StaffedBranch.NADIA, "80.00").position());
      var cash = change(sight, Change.TillField.CASH);
      var before = (Change.Amount) cash.before().orElseThrow();
      var after = (Change.Amount) cash.after();
      assertEquals(Branch.euros("80.00"), after.money().minus(before.money()));
      assertTrue(cash.credit());
      assertFalse(change(sight, Change.TillField.TELLER).changed());
      assertTrue(change(sight, Change.Field.LEDGER).changed());
    }
  }
}
