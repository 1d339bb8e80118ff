package counterfoil.desktop.shell;

import counterfoil.domain.account.AccountNumber;
import java.util.Optional;

/**
 * An act that a person asked for by a code, for the counter's form to be filled with; nothing is
 * posted by it.
 *
 * @param account whom it is for; of a transfer, the payer
 * @param payee of a transfer
 * @param amount as it was typed; it is an amount of the language it was typed in
 */
public record CounterRequest(
    Act act, AccountNumber account, Optional<AccountNumber> payee, Optional<String> amount) {

  /** What can be asked for, and its code. */
  public enum Act {
    DEPOSIT("d"),
    WITHDRAW("w"),
    TRANSFER("t"),
    CHEQUE("q"),
    HOLD("h"),
    FEE("f");

    private final String code;

    Act(String code) {
      this.code = code;
    }

    /** One small letter. */
    public String code() {
      return code;
    }
  }
}
