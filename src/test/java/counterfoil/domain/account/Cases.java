package counterfoil.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountState.Open;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Two accounts, a business day, and the words that the cases of the account's rules are told in.
 */
final class Cases {
  static final AccountNumber NADIA = new AccountNumber("1004-2213");
  static final AccountNumber SCHOOL = new AccountNumber("1002-4471");
  static final Details NONE = Details.NONE;
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Circumstances NOW = Circumstances.of(CurrencyUnit.EUR, TODAY);
  static final UUID HOLD = new UUID(1, 1);

  private Cases() {}

  static AccountState after(AccountEvent... events) {
    AccountState state = new AccountState.Unopened();
    for (AccountEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  static Open open(AccountEvent... events) {
    return (Open) after(events);
  }

  static AccountOpened opened(AccountNumber number, String deposit) {
    return new AccountOpened(number, "Nadia Rahimi", "current", euros(deposit), NONE);
  }

  static HoldPlaced held(String amount) {
    return held(amount, Optional.empty());
  }

  static HoldPlaced held(String amount, Optional<LocalDate> releaseOn) {
    return new HoldPlaced(
        NADIA, HOLD, euros(amount), HoldKind.HOLD, releaseOn, "Court order", NONE);
  }

  static Decision<AccountEvent> decide(AccountState state, OfOneAccount command) {
    return AccountDecider.decide(state, command, NOW);
  }

  static Decision<AccountEvent> decide(AccountState from, AccountState to, OfTwoAccounts command) {
    return AccountDecider.decide(from, to, command, NOW);
  }

  static void assertAccepted(Decision<AccountEvent> decision, AccountEvent... events) {
    assertEquals(new Decision.Accepted<>(List.of(events)), decision);
  }

  static void assertRefused(Decision<AccountEvent> decision, Refusal refusal) {
    assertEquals(new Decision.Refused<>(refusal), decision);
  }

  /**
   * What was decided.
   *
   * @throws AssertionError if it was refused
   */
  static List<AccountEvent> accepted(Decision<AccountEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<AccountEvent>(var events) -> events;
      case Decision.Refused<AccountEvent>(var refusal) ->
          throw new AssertionError("refused: " + refusal);
    };
  }

  static BigMoney given(String amount) {
    return BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
