package counterfoil.application.history;

import java.time.LocalDate;
import org.joda.money.Money;

/** One account while its rows are counted through. */
final class Tally {
  private final AccountRow account;
  private Money balance;
  private long nextVersion;
  private LocalDate lastPostedOn;
  private int lastSequence = -1;

  Tally(AccountRow account) {
    this.account = account;
    this.balance = Money.zero(account.overdraftLimit().getCurrencyUnit());
    this.nextVersion = account.events();
    this.lastPostedOn = account.openedOn();
  }

  AccountRow account() {
    return account;
  }

  Money balance() {
    return balance;
  }

  void setBalance(Money newBalance) {
    balance = newBalance;
  }

  /** The version that the account's next row gets. */
  long takeVersion() {
    return nextVersion++;
  }

  /** Demands that a row follows on the account's opening and on its row before. */
  void refuseOutOfOrder(CsvFile.Row row, LocalDate postedOn, int sequence) {
    if (postedOn.isBefore(account.openedOn())) {
      throw row.refuse(
          HistoryReader.POSTED_ON,
          "is before %s, when the account was opened".formatted(account.openedOn()));
    }
    if (postedOn.isBefore(lastPostedOn)) {
      throw row.refuse(HistoryReader.POSTED_ON, "is before the account's row above it");
    }
    if (postedOn.isEqual(lastPostedOn) && sequence <= lastSequence) {
      throw row.refuse(
          HistoryReader.SEQUENCE, "does not follow the account's row above it on that day");
    }
    lastPostedOn = postedOn;
    lastSequence = sequence;
  }
}
