package counterfoil.domain.account;

import org.joda.money.Money;

/**
 * Something that happened to one account. Amounts are positive; the event's kind says the
 * direction. Texts that were not given are empty.
 */
public sealed interface AccountEvent {
  AccountNumber account();

  /** The account exists from here on, holding its opening deposit (which may be zero). */
  record AccountOpened(
      AccountNumber account, String holder, String product, Money openingDeposit, Details details)
      implements AccountEvent {}

  record MoneyDeposited(AccountNumber account, Money amount, Means means, Details details)
      implements AccountEvent {}

  record MoneyWithdrawn(AccountNumber account, Money amount, Means means, Details details)
      implements AccountEvent {}

  /** Money left for another account, here or at another bank. */
  record TransferSent(AccountNumber account, Money amount, Counterparty to, Details details)
      implements AccountEvent {}

  /** Money came from another account, here or at another bank. */
  record TransferReceived(AccountNumber account, Money amount, Counterparty from, Details details)
      implements AccountEvent {}

  record ChequeDeposited(AccountNumber account, Money amount, Details details)
      implements AccountEvent {}

  record FeeCharged(AccountNumber account, Money amount, Details details) implements AccountEvent {}

  record InterestCredited(AccountNumber account, Money amount, Details details)
      implements AccountEvent {}

  record OverdraftInterestCharged(AccountNumber account, Money amount, Details details)
      implements AccountEvent {}

  /** How far below zero withdrawals and transfers may take the account; zero for not at all. */
  record OverdraftLimitSet(AccountNumber account, Money limit, Details details)
      implements AccountEvent {}

  /**
   * The end of the account; {@code payout} is what was handed out with it, zero if it was empty.
   */
  record AccountClosed(AccountNumber account, Money payout, Details details)
      implements AccountEvent {}

  Details details();

  /** The words that go with a posting; each empty where nothing was given. */
  record Details(String reference, String narrative) {
    public static final Details NONE = new Details("", "");
  }

  /** The other side of a transfer; {@code bank} is empty for an account of this branch. */
  record Counterparty(String bank, String account) {
    /** One line for a journal or a statement. */
    public String label() {
      return bank.isEmpty() ? account : account.isEmpty() ? bank : account + "/" + bank;
    }
  }

  /** How cash or money reached or left the account. */
  enum Means {
    CASH,
    CARD
  }
}
