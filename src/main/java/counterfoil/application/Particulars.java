package counterfoil.application;

import counterfoil.application.signin.People;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.till.TillId;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.WorkstationEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.StaffLine;
import counterfoil.projection.StreamLoader;
import counterfoil.projection.StreamLoader.Known;
import counterfoil.projection.Streams;
import counterfoil.projection.TillLine;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has to be known of the branch before an act can be decided: which tills and people there
 * are. What is decided on is read again by whoever decides. Safe from any thread.
 */
final class Particulars implements People {
  private final StreamLoader loader;
  private final Inquiries inquiries;
  private final Streams streams;
  private final InstantSource clock;
  private final AskedApprovals approvals;

  /**
   * @param shared whether other workstations append to the same store
   */
  Particulars(
      StreamLoader loader,
      Inquiries inquiries,
      Streams streams,
      InstantSource clock,
      boolean shared) {
    this.approvals = new AskedApprovals(streams, shared);
    this.loader = loader;
    this.inquiries = inquiries;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Known<StaffState> load(StaffName name) {
    return loader.load(StaffEvents.stream(name), StaffEvents.KIND);
  }

  @Override
  public List<StaffName> names() {
    return inquiries.branch().staff().stream().map(StaffLine::name).toList();
  }

  /** Every till that was ever used, and the vault. */
  List<TillId> tills() {
    return inquiries.tills().tills().stream().map(TillLine::till).toList();
  }

  /** The till that somebody serves from now. */
  Optional<TillId> tillOf(StaffName teller) {
    return inquiries.tills().tillOf(teller.value()).map(TillLine::till);
  }

  /** Approvals that somebody waits for. */
  List<UUID> pendingApprovals() {
    return inquiries.branch().pendingApprovals(clock.instant()).stream()
        .map(line -> line.request().approval())
        .toList();
  }

  /** Whether an approval was asked for under this command's id. */
  boolean asked(UUID commandId) {
    return approvals.possible(commandId)
        && !(loader.load(ApprovalEvents.stream(commandId), ApprovalEvents.KIND).state()
            instanceof Unasked);
  }

  /** To be called before an approval is asked for under this command's id. */
  void asking(UUID commandId) {
    approvals.asking(commandId);
  }

  /** How often the receipt of an entry has come out again. */
  int copies(long position) {
    return (int)
        streams.of(WorkstationEvents.CATEGORY).stream()
            .flatMap(stream -> loader.events(stream, WorkstationEvents.KIND).stream())
            .filter(event ->
                event instanceof ReceiptReprinted reprinted && reprinted.position() == position)
            .count();
  }
}
