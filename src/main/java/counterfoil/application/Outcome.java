package counterfoil.application;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.Condition;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** What came of a posting. */
public sealed interface Outcome {
  UUID commandId();

  /**
   * Recorded and on disk.
   *
   * @param position of its first entry
   * @param version of that entry in its account's stream
   * @param balance the ledger balance after the act of the account that the entry is of; for a
   *     transfer, the payer's. Nothing for an act that concerns no account
   * @param before whether this very command had been recorded earlier; nothing was added now
   */
  record Posted(
      UUID commandId, long position, long version, Optional<Money> balance, boolean before)
      implements Outcome {}

  /** Not recorded, with the reason. */
  record Refused(UUID commandId, Refusal refusal) implements Outcome {}

  /**
   * Not recorded yet: somebody else must approve.
   *
   * @param conditions why, at least one
   * @param text the act as it would be recorded, with what it does to accounts and tills: the
   *     {@linkplain counterfoil.domain.approval.ActText canonical form}. What is approved is
   *     exactly this
   */
  record ApprovalNeeded(UUID commandId, Set<Condition> conditions, String text)
      implements Outcome {}

  /** Not recorded: the account has changed since the person looked at it. */
  record ChangedMeanwhile(UUID commandId, AccountNumber account, List<JournalLine> between)
      implements Outcome {}
}
