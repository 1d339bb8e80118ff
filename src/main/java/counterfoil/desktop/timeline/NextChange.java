package counterfoil.desktop.timeline;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillId;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import java.util.Optional;

/**
 * The question at which entry something was changed next, or last.
 *
 * @param from a position; itself not the answer
 * @param back whether it is looked for before that
 */
record NextChange(Of of, long from, boolean back) {
  /** What was changed. */
  sealed interface Of {
    /** An account, in whatever it has. */
    record Account(AccountNumber number) implements Of {}

    /** The cash of a till, or who serves from it. */
    record Till(TillId till) implements Of {}

    /** One field of an account. */
    record Field(AccountNumber number, Change.Field field) implements Of {}
  }

  /** Its position; nothing if there is no such entry. Reads: not on the screen's thread. */
  Optional<Long> find(Inquiries inquiries) {
    return switch (of) {
      case Of.Account(var number) -> inquiries.changeOf(number, from, back);
      case Of.Till(var till) -> inquiries.tills().changeOf(till, from, back);
      case Of.Field(var number, var field) -> fieldChanged(number, field, inquiries);
    };
  }

  /** Goes from change to change of the account until the field differs from before. */
  private Optional<Long> fieldChanged(
      AccountNumber number, Change.Field field, Inquiries inquiries) {
    var change = inquiries.changeOf(number, from, back);
    while (change.isPresent()) {
      long position = change.get();
      var before = value(inquiries.account(number, position - 1), field);
      if (!before.equals(value(inquiries.account(number, position), field))) {
        return change;
      }
      change = inquiries.changeOf(number, position, back);
    }
    return change;
  }

  private static Optional<Change.Value> value(Optional<AccountLine> line, Change.Field field) {
    return line.map(field::of);
  }
}
