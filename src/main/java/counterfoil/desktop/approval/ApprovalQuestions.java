package counterfoil.desktop.approval;

import counterfoil.projection.ApprovalLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the screens ask the ledger about approvals; not on the screen's thread. */
public interface ApprovalQuestions {
  /** What waits for a decision and has not expired, the oldest first. */
  List<ApprovalLine> pending();

  /** What was asked for on this business date and waits no longer, the latest first. */
  List<ApprovalLine> decided();

  Optional<ApprovalLine> approval(UUID id);

  /** Everybody's full name, by the name that they sign in with. */
  Map<String, String> fullNames();

  /**
   * The acts that {@code maker} has asked for on this business date and can still post, or will be
   * able to, the oldest first; those whose order cannot be read back are left out.
   */
  List<Waiting> askedBy(String maker);
}
