package counterfoil.application.acts;

import counterfoil.application.dispatch.Hand;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;

/**
 * Who asks, where and when: what every act of a member of staff rests on.
 *
 * @param commandId of the order; its approval has the same
 * @param digest of the order, see {@link counterfoil.eventstore.Append#commandDigest()}
 * @param text what is asked for in words and figures; what it does is added to it
 * @param now the clock's
 * @param till the one that {@code who} has open, as far as is known; looked at again when deciding
 * @param seconded who approves it, if anybody does
 * @param hand signs what {@code who} does; nobody where they have no key that counts
 * @param interest what the accounts that the order names have earned and not been credited: what a
 *     closing settles, and what a credit is measured by
 */
public record Scene(
    Branch branch,
    StaffName who,
    String workstation,
    UUID commandId,
    byte[] digest,
    Supplier<ActText> text,
    Instant now,
    Optional<TillId> till,
    Seconded seconded,
    Optional<Hand> hand,
    Map<AccountNumber, InterestDue> interest) {
  public Scene {
    interest = Map.copyOf(interest);
  }

  /** The same, with what the accounts have earned. */
  public Scene earning(Map<AccountNumber, InterestDue> earned) {
    return new Scene(
        branch, who, workstation, commandId, digest, text, now, till, seconded, hand, earned);
  }

  /** What never changes of a ledger. */
  public record Branch(String name, CurrencyUnit currency, ZoneId zone) {}

  /** Whether somebody else stands by the act. */
  public sealed interface Seconded {
    /** Nobody. */
    record Alone() implements Seconded {}

    /**
     * Somebody has given their password at the desk, and signs what they were shown.
     *
     * @param shown the act with all that it does; nothing where it was the order alone
     */
    record AtDesk(StaffName approver, Optional<Hand> hand, Optional<String> shown)
        implements Seconded {}

    /** It was asked for, and answered from the queue. */
    record FromQueue() implements Seconded {}
  }

  LocalTime localTime() {
    return LocalTime.ofInstant(now, branch.zone());
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, branch.zone());
  }
}
