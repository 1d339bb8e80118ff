package counterfoil.desktop.approval;

import counterfoil.application.Ledger;
import counterfoil.projection.ApprovalLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The approvals of a ledger. */
public record LedgerApprovals(Ledger ledger) implements ApprovalQuestions {
  @Override
  public List<ApprovalLine> pending() {
    return ledger.inquiries().branch().pendingApprovals(ledger.clock().instant());
  }

  @Override
  public List<ApprovalLine> decided() {
    var now = ledger.clock().instant();
    return ledger.inquiries().branch().approvals(ledger.businessDate()).stream()
        .filter(line -> !line.openAt(now))
        .toList()
        .reversed();
  }

  @Override
  public Optional<ApprovalLine> approval(UUID id) {
    return ledger.inquiries().branch().approval(id);
  }
}
