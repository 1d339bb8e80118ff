package counterfoil.application.history;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One row of the transactions file, checked.
 *
 * @param line of the file, the header being line 1
 * @param sequence its place among the rows of one account within one day
 * @param recordedBalance the balance that the file says it left
 * @param counterparty empty for anything but a transfer
 */
record TransactionRow(
    long line,
    AccountRow account,
    LocalDate postedOn,
    int sequence,
    TransactionType type,
    Money amount,
    long version,
    Optional<Money> recordedBalance,
    Counterparty counterparty,
    Details details)
    implements HistoryRow {
  @Override
  public AccountNumber number() {
    return account.number();
  }

  @Override
  public int events() {
    return 1;
  }

  AccountEvent event() {
    return switch (type) {
      case CASH_DEPOSIT -> new MoneyDeposited(number(), amount, Means.CASH, details);
      case CASH_WITHDRAWAL -> new MoneyWithdrawn(number(), amount, Means.CASH, details);
      case CARD_WITHDRAWAL -> new MoneyWithdrawn(number(), amount, Means.CARD, details);
      case TRANSFER_IN -> new TransferReceived(number(), amount, counterparty, details);
      case TRANSFER_OUT -> new TransferSent(number(), amount, counterparty, details);
      case INTEREST -> new InterestCredited(number(), amount, details);
      case FEE -> new FeeCharged(number(), amount, details);
      case OVERDRAFT_INTEREST -> new OverdraftInterestCharged(number(), amount, details);
      case CHEQUE_DEPOSIT -> new ChequeDeposited(number(), amount, details);
    };
  }
}
