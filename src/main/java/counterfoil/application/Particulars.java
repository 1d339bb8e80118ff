package counterfoil.application;

import counterfoil.application.acts.Subjects;
import counterfoil.application.signin.People;
import counterfoil.domain.approval.ApprovalState.Pending;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.till.TillId;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import counterfoil.projection.StreamLoader;
import counterfoil.projection.StreamLoader.Known;
import counterfoil.projection.Streams;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has to be known of the branch before an act can be decided: which tills and people there
 * are. What is decided on is read again by whoever decides. Safe from any thread.
 */
final class Particulars implements People {
  private final StreamLoader loader;
  private final Streams streams;

  Particulars(StreamLoader loader, Streams streams) {
    this.loader = loader;
    this.streams = streams;
  }

  @Override
  public Known<StaffState> load(StaffName name) {
    return loader.load(StaffEvents.stream(name), StaffEvents.KIND);
  }

  @Override
  public List<StaffName> names() {
    return subjects(StaffEvents.CATEGORY).map(StaffName::new).toList();
  }

  /** Every till that was ever used, and the vault. */
  List<TillId> tills() {
    return subjects(TillEvents.CATEGORY).map(TillId::new).toList();
  }

  /** The till that somebody serves from now. */
  Optional<TillId> tillOf(StaffName teller) {
    return tills().stream()
        .filter(till ->
            loader
                .load(TillEvents.stream(till), TillEvents.KIND)
                .state()
                .session()
                .filter(session -> session.teller().equals(teller.value()))
                .isPresent())
        .findFirst();
  }

  /** Approvals that somebody waits for. */
  List<UUID> pendingApprovals() {
    return subjects(ApprovalEvents.CATEGORY)
        .map(UUID::fromString)
        .filter(id ->
            loader.load(Subjects.approval(id).stream(), ApprovalEvents.KIND).state()
                instanceof Pending)
        .toList();
  }

  /** Whether an approval was asked for under this command's id. */
  boolean asked(UUID commandId) {
    return !(loader.load(ApprovalEvents.stream(commandId), ApprovalEvents.KIND).state()
        instanceof Unasked);
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

  private Stream<String> subjects(String category) {
    return streams.of(category).stream().map(StreamName::subject);
  }
}
