package counterfoil.domain.account;

import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;

/**
 * What may be asked of an account. Amounts are as they were given, in any scale and sign; {@link
 * AccountDecider} accepts or refuses them.
 */
public sealed interface AccountCommand {
  Details details();

  /** A command that concerns one account only. */
  sealed interface OfOneAccount extends AccountCommand {
    AccountNumber account();
  }

  /** One act over two accounts: both change, or neither. */
  sealed interface OfTwoAccounts extends AccountCommand {
    /** The paying account. */
    AccountNumber from();

    AccountNumber to();
  }

  /**
   * @param holders the customers it will belong to, the main one first; may be empty
   * @param terms what its product asks for
   */
  record OpenAccount(
      AccountNumber account,
      String holder,
      String product,
      BigMoney openingDeposit,
      List<CustomerNumber> holders,
      Terms terms,
      Details details)
      implements OfOneAccount {
    public OpenAccount {
      holders = List.copyOf(holders);
    }

    /** An account of a holder known by name, without minimum balance or overdraft. */
    public OpenAccount(
        AccountNumber account,
        String holder,
        String product,
        BigMoney openingDeposit,
        Details details) {
      this(account, holder, product, openingDeposit, List.of(), Terms.NONE, details);
    }
  }

  /** What is set together with the opening of an account; nothing is the same as zero. */
  record Terms(Optional<BigMoney> minimumBalance, Optional<BigMoney> overdraftLimit) {
    public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());
  }

  record Deposit(AccountNumber account, BigMoney amount, Details details) implements OfOneAccount {}

  /**
   * @param releaseOn from when on the hold on its money may be released without more ado
   * @param holdId names the hold that comes with it
   */
  record DepositCheque(
      AccountNumber account,
      BigMoney amount,
      Cheque cheque,
      LocalDate releaseOn,
      UUID holdId,
      Details details)
      implements OfOneAccount {}

  /**
   * @param fee charged in the same act, and to be covered together with the amount; nothing is the
   *     same as zero
   */
  record Withdraw(AccountNumber account, BigMoney amount, Optional<BigMoney> fee, Details details)
      implements OfOneAccount {
    /** Without a fee. */
    public Withdraw(AccountNumber account, BigMoney amount, Details details) {
      this(account, amount, Optional.empty(), details);
    }
  }

  record Transfer(AccountNumber from, AccountNumber to, BigMoney amount, Details details)
      implements OfTwoAccounts {}

  record ChargeFee(AccountNumber account, BigMoney amount, Details details)
      implements OfOneAccount {}

  /**
   * @param period what it was earned in, where that is to be recorded
   */
  record CreditInterest(
      AccountNumber account, BigMoney amount, Optional<InterestPeriod> period, Details details)
      implements OfOneAccount {
    public CreditInterest(AccountNumber account, BigMoney amount, Details details) {
      this(account, amount, Optional.empty(), details);
    }
  }

  /** A limit of zero takes the overdraft away. */
  record SetOverdraftLimit(AccountNumber account, BigMoney limit, Details details)
      implements OfOneAccount {}

  /** An amount of zero takes the minimum balance away. */
  record SetMinimumBalance(AccountNumber account, BigMoney amount, Details details)
      implements OfOneAccount {}

  /**
   * @param holdId names the hold; a new one for every hold
   * @param releaseOn from when on it may be released without more ado, where that is foreseen
   */
  record PlaceHold(
      AccountNumber account,
      UUID holdId,
      BigMoney amount,
      Optional<LocalDate> releaseOn,
      String reason,
      Details details)
      implements OfOneAccount {}

  record ReleaseHold(AccountNumber account, UUID holdId, String reason, Details details)
      implements OfOneAccount {}

  record Freeze(AccountNumber account, String reason, Details details) implements OfOneAccount {}

  record Unfreeze(AccountNumber account, String reason, Details details) implements OfOneAccount {}

  record AddHolder(AccountNumber account, CustomerNumber holder, Details details)
      implements OfOneAccount {}

  record RemoveHolder(AccountNumber account, CustomerNumber holder, Details details)
      implements OfOneAccount {}

  /**
   * Undoes an earlier event of an account. Whoever asks looks it up in the ledger and undoes every
   * event of its act.
   *
   * @param position the position of its entry
   * @param type the name of its type, as recorded
   * @param original the event itself
   * @param holdId the hold that came with it (a cheque's), released with it if it is still there
   */
  record Reverse(
      long position,
      String type,
      AccountEvent original,
      Optional<UUID> holdId,
      String reason,
      Details details)
      implements OfOneAccount {
    @Override
    public AccountNumber account() {
      return original.account();
    }
  }

  /**
   * With {@code payout}, what is left is handed out; without, the account must be empty.
   *
   * @param interest settled before the end, where some is due
   */
  record CloseAccount(
      AccountNumber account, boolean payout, Optional<InterestDue> interest, Details details)
      implements OfOneAccount {
    /** Without interest to settle. */
    public CloseAccount(AccountNumber account, boolean payout, Details details) {
      this(account, payout, Optional.empty(), details);
    }
  }

  /**
   * Closes {@code from} and transfers what is left to {@code to}.
   *
   * @param interest settled before the end, where some is due
   */
  record CloseInto(
      AccountNumber from, AccountNumber to, Optional<InterestDue> interest, Details details)
      implements OfTwoAccounts {}

  /** Interest to be credited; an amount of zero is none. */
  record InterestDue(BigMoney amount, Optional<InterestPeriod> period) {}
}
