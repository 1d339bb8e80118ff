package counterfoil.domain.till;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be asked of a till or the vault. A reason that is not needed is empty; it is needed
 * where a count and the expected cash differ in their totals.
 */
public sealed interface TillCommand {
  /** The till that is asked. */
  TillId till();

  /** A command that concerns one drawer only. */
  sealed interface OfOneTill extends TillCommand {}

  /** Takes the drawer over, and with it every offer that waits for it. */
  record OpenTill(TillId till, String teller, LocalDate businessDate, Cash counted, String reason)
      implements TillCommand {}

  /**
   * Cash across the counter: received from the customer, given to the customer, or both.
   *
   * @param proposed whether the program chose some of the pieces, as nobody told them
   */
  record MoveCash(
      TillId till,
      Cash received,
      Cash given,
      Optional<AccountNumber> account,
      String what,
      boolean proposed)
      implements OfOneTill {
    /** With pieces that were all told. */
    public MoveCash(
        TillId till, Cash received, Cash given, Optional<AccountNumber> account, String what) {
      this(till, received, given, account, what, false);
    }
  }

  /** A count of an open till, or of the vault. */
  record CountCash(TillId till, Cash counted, String reason) implements OfOneTill {}

  /**
   * Ends the session.
   *
   * @param handOver the number of an offer under which all that was counted goes to the vault;
   *     without it, the cash stays in the drawer
   */
  record CloseTill(TillId till, Cash counted, String reason, Optional<UUID> handOver)
      implements OfOneTill {}

  /** Puts cash into the bag for another till, or for the vault. */
  record OfferCash(TillId till, UUID offer, TillId to, Cash cash) implements OfOneTill {}

  /** Takes what {@code from} has offered this till. */
  record AcceptCash(TillId till, UUID offer, TillId from) implements TillCommand {}

  /**
   * Refuses what {@code from} has offered this till; where {@code from} is this till, takes it
   * back.
   */
  record DeclineCash(TillId till, UUID offer, TillId from, String reason) implements TillCommand {}

  /** Cash comes into the vault from outside the branch. */
  record BringIn(Cash cash, String source) implements OfOneTill {
    @Override
    public TillId till() {
      return TillId.VAULT;
    }
  }

  /** Cash leaves the branch from the vault. */
  record SendOut(Cash cash, String destination) implements OfOneTill {
    @Override
    public TillId till() {
      return TillId.VAULT;
    }
  }
}
