package counterfoil.desktop.approval;

import counterfoil.application.AskedOrder;
import counterfoil.application.Ledger;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Posting;
import counterfoil.desktop.approval.Waiting.Stage;
import counterfoil.projection.ApprovalLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  @Override
  public Map<String, String> fullNames() {
    return ledger.inquiries().branch().fullNames();
  }

  @Override
  public List<Waiting> askedBy(String maker) {
    var now = ledger.clock().instant();
    return ledger.inquiries().branch().approvals(ledger.businessDate()).stream()
        .filter(line -> line.request().maker().value().equals(maker))
        .flatMap(line -> waiting(line).stream())
        .filter(act -> act.stageAt(now) == Stage.ASKED || act.stageAt(now) == Stage.GRANTED)
        .toList();
  }

  private Optional<Waiting> waiting(ApprovalLine line) {
    var request = line.request();
    return AskedOrder.of(request, ledger.currency())
        .map(order ->
            new Waiting(
                new Posting(request.approval(), order, OptionalLong.empty()),
                new ApprovalNeeded(request.approval(), request.conditions(), request.text()),
                Optional.of(line)));
  }
}
