package counterfoil.desktop.timeline;

import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.EntryDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * A field of an account before and after an entry.
 *
 * @param before nothing if the account did not exist yet
 */
record Change(Field field, Optional<Value> before, Value after) {
  /** What an account shows of itself, in the order shown. */
  enum Field {
    LEDGER,
    AVAILABLE,
    STATUS,
    OVERDRAFT_LIMIT,
    VERSION
  }

  /** What a field holds. */
  sealed interface Value {}

  record Amount(Money money) implements Value {}

  record Standing(AccountStatus status) implements Value {}

  record Count(long count) implements Value {}

  /** Every field of the account that an entry concerns; none for an entry of no account. */
  static List<Change> of(EntryDetails entry) {
    return entry.after().stream()
        .flatMap(after ->
            List.of(
                change(Field.LEDGER, line -> new Amount(line.ledger()), entry, after),
                change(Field.AVAILABLE, line -> new Amount(line.available()), entry, after),
                change(Field.STATUS, line -> new Standing(line.status()), entry, after),
                change(
                    Field.OVERDRAFT_LIMIT, line -> new Amount(line.overdraftLimit()), entry, after),
                change(Field.VERSION, line -> new Count(line.version()), entry, after))
                .stream())
        .toList();
  }

  private static Change change(
      Field field, Function<AccountLine, Value> value, EntryDetails entry, AccountLine after) {
    return new Change(field, entry.before().map(value), value.apply(after));
  }

  boolean changed() {
    return !before.equals(Optional.of(after));
  }

  /** Whether more money is there than before. */
  boolean credit() {
    return after instanceof Amount(var money)
        && money.isGreaterThan(
            before.map(b -> b instanceof Amount(var m) ? m : money).orElse(zero(money)));
  }

  private static Money zero(Money like) {
    return Money.zero(like.getCurrencyUnit());
  }
}
