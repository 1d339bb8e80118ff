package counterfoil.desktop.timeline;

import counterfoil.domain.till.TillState.Session;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.EntryDetails;
import counterfoil.projection.TillLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A field of an account or a till before and after an entry.
 *
 * @param before nothing if there was no such account or till yet
 */
record Change(What field, Optional<Value> before, Value after) {
  /** What has a before and an after. */
  sealed interface What {
    /** The end of its text's key, such as {@code overdraft-limit}. */
    String key();
  }

  /** What a till shows of itself, in the order shown. */
  enum TillField implements What {
    CASH,
    BAG,
    TELLER,
    VERSION;

    /** What a till holds in it. */
    Value of(TillLine till, CurrencyUnit currency) {
      return switch (this) {
        case CASH -> new Amount(till.state().drawer(currency).total());
        case BAG -> new Amount(till.state().bag(currency).total());
        case TELLER -> new Name(till.state().session().map(Session::teller).orElse(""));
        case VERSION -> new Count(till.version());
      };
    }

    @Override
    public String key() {
      return "till-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an account shows of itself, in the order shown. */
  enum Field implements What {
    LEDGER,
    AVAILABLE,
    STATUS,
    OVERDRAFT_LIMIT,
    VERSION;

    /** What an account holds in it. */
    Value of(AccountLine account) {
      return switch (this) {
        case LEDGER -> new Amount(account.ledger());
        case AVAILABLE -> new Amount(account.available());
        case STATUS -> new Standing(account.status());
        case OVERDRAFT_LIMIT -> new Amount(account.overdraftLimit());
        case VERSION -> new Count(account.version());
      };
    }

    @Override
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What a field holds. */
  sealed interface Value {}

  record Amount(Money money) implements Value {}

  record Standing(AccountStatus status) implements Value {}

  record Count(long count) implements Value {}

  /** Of somebody, as they sign in; empty for nobody. */
  record Name(String name) implements Value {}

  /** Every field of the account that an entry concerns; none for an entry of no account. */
  static List<Change> of(EntryDetails entry) {
    return entry.after().stream()
        .flatMap(after ->
            Stream.of(Field.values())
                .map(field -> new Change(field, entry.before().map(field::of), field.of(after))))
        .toList();
  }

  /** Every field of a till; an unused one has no before. */
  static List<Change> of(TillLine before, TillLine after, CurrencyUnit currency) {
    return Stream.of(TillField.values())
        .map(field ->
            new Change(
                field,
                Optional.of(before)
                    .filter(till -> till.version() >= 0)
                    .map(till -> field.of(till, currency)),
                field.of(after, currency)))
        .toList();
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
