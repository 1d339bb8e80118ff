package counterfoil.desktop.counter;

import counterfoil.desktop.counter.SlipReader.Ground;
import counterfoil.desktop.counter.SlipReader.LookedUp;
import counterfoil.domain.Decision;
import counterfoil.domain.Decision.Accepted;
import counterfoil.domain.Decision.Refused;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.RestrictionRefusal.AccountIsFrozen;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Asks the account's own rules about a command, so that the form says at once what the ledger would
 * say later.
 */
final class Judgement {
  private Judgement() {}

  /** What stands against an act before it is whole: nothing leaves a frozen account. */
  static Reading beforehand(Reading typed, Act act, Optional<Served> served) {
    boolean takes = act == Act.WITHDRAW || act == Act.TRANSFER || act == Act.CLOSE;
    return served
        .map(Served::state)
        .filter(_ -> takes)
        .filter(Open.class::isInstance)
        .map(Open.class::cast)
        .flatMap(open -> open.frozen().map(why -> new AccountIsFrozen(open.number(), why)))
        .map(refusal -> typed.refused(Problem.of(refusal, "")))
        .orElse(typed);
  }

  static Reading of(
      Reading reading,
      AccountCommand command,
      Slip slip,
      Ground ground,
      Optional<Served> served,
      LookedUp lookedUp) {
    AccountState before = served.map(Served::state).orElseGet(Unopened::new);
    Optional<Decision<AccountEvent>> decision =
        switch (command) {
          case CloseInto c ->
              lookedUp.into().map(to -> AccountDecider.decide(before, to, c, ground.now()));
          case OfTwoAccounts c ->
              lookedUp.payee().map(to -> AccountDecider.decide(before, to, c, ground.now()));
          // Whether the number is taken is the ledger's to say: the account on the card is another
          // one.
          case OpenAccount c -> Optional.of(AccountDecider.decide(new Unopened(), c, ground.now()));
          case OfOneAccount c -> Optional.of(AccountDecider.decide(before, c, ground.now()));
        };
    AccountState start = slip.act() == Act.OPEN ? new Unopened() : before;
    return decision
        .map(made -> judged(reading, made, start, slip, ground.now().currency()))
        .orElse(reading);
  }

  private static Reading judged(
      Reading reading,
      Decision<AccountEvent> decision,
      AccountState before,
      Slip slip,
      CurrencyUnit currency) {
    return switch (decision) {
      case Refused(var refusal) -> reading.refused(Problem.of(refusal, slip.text(Field.PAYEE)));
      case Accepted(var events) -> {
        AccountState state = before;
        for (AccountEvent event : events) {
          if (of(event, before)) {
            state = state.after(event);
          }
        }
        yield reading.coming(after(state, currency));
      }
    };
  }

  /** Events of a transfer's other side change another account. */
  private static boolean of(AccountEvent event, AccountState account) {
    return switch (account) {
      case Open open -> open.number().equals(event.account());
      case Closed closed -> closed.number().equals(event.account());
      case Unopened _ -> true;
    };
  }

  static Reading.After after(AccountState state, CurrencyUnit currency) {
    return switch (state) {
      case Open open -> new Reading.After(open.ledger(), open.available());
      case Unopened _, Closed _ -> new Reading.After(Money.zero(currency), Money.zero(currency));
    };
  }
}
