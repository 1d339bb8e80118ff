package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import java.util.Optional;
import org.joda.money.Money;

/** What an event does to its account, as a journal shows it. */
record Effect(Optional<Money> amount, String counterparty) {

  static Effect of(AccountEvent event) {
    return switch (event) {
      case AccountOpened e -> credit(e.openingDeposit());
      case MoneyDeposited e -> credit(e.amount());
      case MoneyWithdrawn e -> debit(e.amount());
      case TransferSent e -> new Effect(Optional.of(e.amount().negated()), e.to().label());
      case TransferReceived e -> new Effect(Optional.of(e.amount()), e.from().label());
      case ChequeDeposited e -> credit(e.amount());
      case FeeCharged e -> debit(e.amount());
      case InterestCredited e -> credit(e.amount());
      case OverdraftInterestCharged e -> debit(e.amount());
      case OverdraftLimitSet _ -> new Effect(Optional.empty(), "");
      case AccountClosed e -> debit(e.payout());
    };
  }

  private static Effect credit(Money amount) {
    return new Effect(Optional.of(amount), "");
  }

  private static Effect debit(Money amount) {
    return new Effect(Optional.of(amount.negated()), "");
  }
}
