package counterfoil.domain.account;

import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Something that happened to one account. Amounts are positive; the event's kind says the
 * direction. Texts that were not given are empty.
 */
public sealed interface AccountEvent {
  AccountNumber account();

  Details details();

  /**
   * What the event adds to the ledger balance, negative for what it takes away; nothing where it
   * moves no money.
   */
  default Optional<Money> moved() {
    return switch (this) {
      case AccountOpened e -> Optional.of(e.openingDeposit());
      case MoneyDeposited e -> Optional.of(e.amount());
      case MoneyWithdrawn e -> Optional.of(e.amount().negated());
      case TransferSent e -> Optional.of(e.amount().negated());
      case TransferReceived e -> Optional.of(e.amount());
      case ChequeDeposited e -> Optional.of(e.amount());
      case FeeCharged e -> Optional.of(e.amount().negated());
      case InterestCredited e -> Optional.of(e.amount());
      case OverdraftInterestCharged e -> Optional.of(e.amount().negated());
      case TransactionReversed e -> Optional.of(e.amount());
      case AccountClosed e -> Optional.of(e.payout().negated());
      case OverdraftLimitSet _,
          MinimumBalanceSet _,
          HoldPlaced _,
          HoldReleased _,
          AccountFrozen _,
          AccountUnfrozen _,
          HolderAdded _,
          HolderRemoved _ ->
          Optional.empty();
    };
  }

  /**
   * The account exists from here on, holding its opening deposit (which may be zero).
   *
   * @param holder the name on the account
   * @param holders the customers it belongs to, the main one first; empty where they are not known
   */
  record AccountOpened(
      AccountNumber account,
      String holder,
      String product,
      Money openingDeposit,
      List<CustomerNumber> holders,
      Details details)
      implements AccountEvent {
    public AccountOpened {
      holders = List.copyOf(holders);
    }

    /** An account whose holder is known by name only. */
    public AccountOpened(
        AccountNumber account,
        String holder,
        String product,
        Money openingDeposit,
        Details details) {
      this(account, holder, product, openingDeposit, List.of(), details);
    }
  }

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

  /**
   * A cheque was taken; its money is on the ledger balance at once, and held by a {@link
   * HoldPlaced} until the cheque is good.
   *
   * @param cheque nothing where history does not tell
   */
  record ChequeDeposited(
      AccountNumber account, Money amount, Optional<Cheque> cheque, Details details)
      implements AccountEvent {
    public ChequeDeposited(AccountNumber account, Money amount, Details details) {
      this(account, amount, Optional.empty(), details);
    }
  }

  record FeeCharged(AccountNumber account, Money amount, Details details) implements AccountEvent {}

  /**
   * @param period what it was earned in; nothing where history does not tell
   */
  record InterestCredited(
      AccountNumber account, Money amount, Optional<InterestPeriod> period, Details details)
      implements AccountEvent {
    public InterestCredited(AccountNumber account, Money amount, Details details) {
      this(account, amount, Optional.empty(), details);
    }
  }

  record OverdraftInterestCharged(AccountNumber account, Money amount, Details details)
      implements AccountEvent {}

  /** How far below zero withdrawals and transfers may take the account; zero for not at all. */
  record OverdraftLimitSet(AccountNumber account, Money limit, Details details)
      implements AccountEvent {}

  /** What withdrawals and transfers must leave on the account; zero for nothing. */
  record MinimumBalanceSet(AccountNumber account, Money amount, Details details)
      implements AccountEvent {}

  /**
   * Money of the account is not available until the hold is released.
   *
   * @param releaseOn from this business date on it may be released without more ado; nothing where
   *     that is not foreseen
   */
  record HoldPlaced(
      AccountNumber account,
      UUID holdId,
      Money amount,
      HoldKind kind,
      Optional<LocalDate> releaseOn,
      String reason,
      Details details)
      implements AccountEvent {}

  record HoldReleased(
      AccountNumber account, UUID holdId, Money amount, String reason, Details details)
      implements AccountEvent {}

  /** Nothing leaves the account at the counter until it is unfrozen. */
  record AccountFrozen(AccountNumber account, String reason, Details details)
      implements AccountEvent {}

  record AccountUnfrozen(AccountNumber account, String reason, Details details)
      implements AccountEvent {}

  record HolderAdded(AccountNumber account, CustomerNumber holder, Details details)
      implements AccountEvent {}

  record HolderRemoved(AccountNumber account, CustomerNumber holder, Details details)
      implements AccountEvent {}

  /**
   * An earlier event of this account is undone.
   *
   * @param position the position of its entry
   * @param type the name of its type
   * @param amount what the reversal itself adds to the ledger balance, negative for what it takes
   *     away: the only amount here with a sign
   */
  record TransactionReversed(
      AccountNumber account,
      long position,
      String type,
      Money amount,
      String reason,
      Details details)
      implements AccountEvent {}

  /**
   * The end of the account; {@code payout} is what was handed out with it, zero if it was empty.
   */
  record AccountClosed(AccountNumber account, Money payout, Details details)
      implements AccountEvent {}

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

  /**
   * What is printed on a cheque.
   *
   * @param drawerBank the bank that it is drawn on
   * @param date the day that it is made out for
   * @param drawerAccount the account that it is drawn on; nothing where nobody has read it
   */
  record Cheque(String number, String drawerBank, LocalDate date, Optional<String> drawerAccount) {
    /** Without the drawer's account. */
    public Cheque(String number, String drawerBank, LocalDate date) {
      this(number, drawerBank, date, Optional.empty());
    }
  }

  /** The days that interest was earned on, both included. */
  record InterestPeriod(LocalDate from, LocalDate to) {}

  /** How cash or money reached or left the account. */
  enum Means {
    CASH,
    CARD
  }

  /** What a hold is for. */
  enum HoldKind {
    /** Somebody asked for it. */
    HOLD,
    /** A cheque that is not good yet. */
    CHEQUE
  }
}
