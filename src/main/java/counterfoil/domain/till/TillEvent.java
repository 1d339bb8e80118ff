package counterfoil.domain.till;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Something that happened to one till, or to the vault. Each stands in that till's own stream. The
 * vault has no sessions; what is counted and booked there has none.
 */
public sealed interface TillEvent {
  TillId till();

  /**
   * A teller took over the drawer.
   *
   * @param expected what was left in it, with the offers that were accepted at its opening
   * @param counted where its total differs from what was expected, a {@link CashOverShortBooked}
   *     follows in the same act; the drawer holds what was expected until then
   */
  record TillOpened(TillId till, TillSession session, String teller, Cash expected, Cash counted)
      implements TillEvent {}

  /**
   * Cash crossed the counter. Not both are empty.
   *
   * @param received what the customer handed over
   * @param given what the customer got: a payout, or change
   * @param account where it was for one
   * @param what the name of the act
   * @param proposed whether the program chose some of the pieces, as nobody told them: the sums are
   *     right, the pieces are for a count to confirm
   */
  record TillCashMoved(
      TillId till,
      TillSession session,
      Cash received,
      Cash given,
      Optional<AccountNumber> account,
      String what,
      boolean proposed)
      implements TillEvent {
    /** With pieces that were all told. */
    public TillCashMoved(
        TillId till,
        TillSession session,
        Cash received,
        Cash given,
        Optional<AccountNumber> account,
        String what) {
      this(till, session, received, given, account, what, false);
    }
  }

  /** A count between opening and closing; a difference of the total is booked in the same act. */
  record TillCashCounted(TillId till, Optional<TillSession> session, Cash expected, Cash counted)
      implements TillEvent {}

  /**
   * The drawer holds {@code counted} from here on.
   *
   * @param difference counted less expected, never zero: more is over, less is short
   */
  record CashOverShortBooked(
      TillId till, Optional<TillSession> session, Money difference, Cash counted, String reason)
      implements TillEvent {}

  /** The cash left the drawer for the bag, where it lies until delivered or declined. */
  record CashOffered(TillId till, UUID offer, TillId to, Cash cash) implements TillEvent {}

  /** The bag was handed over; the receiver's {@link CashAccepted} is of the same act. */
  record CashDelivered(TillId till, UUID offer, TillId to, Cash cash) implements TillEvent {}

  /** The bag went back into the giver's drawer: declined, or taken back by the giver. */
  record CashDeclined(TillId till, UUID offer, TillId to, Cash cash, String reason)
      implements TillEvent {}

  /** In the receiver's stream; the giver's {@link CashDelivered} is of the same act. */
  record CashAccepted(TillId till, UUID offer, TillId from, Cash cash) implements TillEvent {}

  /** Cash came into the vault from outside the branch. */
  record CashBroughtIn(TillId till, Cash cash, String source) implements TillEvent {}

  /** Cash left the branch from the vault. */
  record CashSentOut(TillId till, Cash cash, String destination) implements TillEvent {}

  /**
   * The end of the session. What was counted stays in the drawer for the next one, unless it is
   * offered to the vault in the same act. A difference of the total is booked before this, in the
   * same act.
   */
  record TillClosed(TillId till, TillSession session, Cash expected, Cash counted)
      implements TillEvent {}
}
