package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.domain.account.AccountNumber;

/** An account's number as somebody typed it. */
final class GivenAccount {
  private GivenAccount() {}

  /**
   * @throws BadInput if it is none
   */
  static AccountNumber number(String typed) {
    return AccountNumber.parse(typed)
        .orElseThrow(() -> new BadInput(Quoted.of(typed) + " is not an account number."));
  }

  /** What to say where there is no such account. */
  static BadInput missing(AccountNumber number) {
    return new BadInput(
        "There is no account %s in this ledger; `counterfoil balances` lists them."
            .formatted(number));
  }
}
