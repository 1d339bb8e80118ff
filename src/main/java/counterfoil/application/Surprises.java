package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import java.util.OptionalLong;

/** Whether it could matter to a person that the account has changed since they looked at it. */
final class Surprises {
  private Surprises() {}

  /** The version to insist on: none where the outcome cannot surprise. */
  static OptionalLong seen(Posting posting) {
    return posting.order() instanceof Serve serve
            && serve.commands().stream().anyMatch(Surprises::possible)
        ? posting.seenVersion()
        : OptionalLong.empty();
  }

  private static boolean possible(AccountCommand command) {
    return switch (command) {
      case OpenAccount _, Deposit _, DepositCheque _, CreditInterest _ -> false;
      default -> true;
    };
  }
}
