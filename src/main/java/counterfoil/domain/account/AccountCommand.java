package counterfoil.domain.account;

import counterfoil.domain.account.AccountEvent.Details;
import org.joda.money.BigMoney;

/**
 * What may be asked of an account. Amounts are as they were given, in any scale and sign; {@link
 * AccountDecider} accepts or refuses them.
 */
public sealed interface AccountCommand {

  /** A command that concerns one account only. */
  sealed interface OfOneAccount extends AccountCommand {
    AccountNumber account();
  }

  record OpenAccount(
      AccountNumber account,
      String holder,
      String product,
      BigMoney openingDeposit,
      Details details)
      implements OfOneAccount {}

  record Deposit(AccountNumber account, BigMoney amount, Details details) implements OfOneAccount {}

  record Withdraw(AccountNumber account, BigMoney amount, Details details)
      implements OfOneAccount {}

  /** One act over two accounts: both change, or neither. */
  record Transfer(AccountNumber from, AccountNumber to, BigMoney amount, Details details)
      implements AccountCommand {}

  record ChargeFee(AccountNumber account, BigMoney amount, Details details)
      implements OfOneAccount {}

  record CreditInterest(AccountNumber account, BigMoney amount, Details details)
      implements OfOneAccount {}

  /** A limit of zero takes the overdraft away. */
  record SetOverdraftLimit(AccountNumber account, BigMoney limit, Details details)
      implements OfOneAccount {}

  /** With {@code payout}, what is left is handed out; without, the account must be empty. */
  record CloseAccount(AccountNumber account, boolean payout, Details details)
      implements OfOneAccount {}
}
