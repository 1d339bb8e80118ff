package counterfoil.application;

import counterfoil.application.signin.People;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillRefusal.OfferAccepted;
import counterfoil.domain.till.TillRefusal.OfferDeclined;
import counterfoil.domain.till.TillRefusal.OfferNotFound;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.StaffLine;
import counterfoil.projection.StreamLoader;
import counterfoil.projection.StreamLoader.Known;
import counterfoil.projection.Streams;
import counterfoil.projection.TillLine;
import counterfoil.proof.TreeHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has to be known of the branch before an act can be decided: which tills and people there
 * are. What is decided on is read again by whoever decides. Safe from any thread.
 */
final class Particulars implements People {
  private static final int HASH_BYTES = 32;

  /** Some days of one till. */
  private static final int ENTRIES_LOOKED_AT = 1000;

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
  public List<Instant> failuresOf(StreamName stranger) {
    return loader.store().load(stranger, 0).stream().map(Entry::recordedAt).toList();
  }

  /** Of the first entry, which has the ledger's name in its chain and never changes. */
  @Override
  public byte[] salt() {
    return loader
        .store()
        .at(1)
        .map(first -> TreeHash.sha256().digest(first.envelope()))
        .orElseGet(() -> new byte[HASH_BYTES]);
  }

  @Override
  public List<StaffName> names() {
    return inquiries.branch().staff().stream().map(StaffLine::name).toList();
  }

  /** See {@link KeyNews}. */
  Optional<NewKey> newKeyOf(StaffName person) {
    return new KeyNews(loader).of(person);
  }

  /** Every till that was ever used, and the vault. */
  List<TillId> tills() {
    return Stream.concat(
            Stream.of(TillId.VAULT), inquiries.tills().tills().stream().map(TillLine::till))
        .distinct()
        .toList();
  }

  /** The till that somebody serves from now. */
  Optional<TillId> tillOf(StaffName teller) {
    return inquiries.tills().tillOf(teller.value()).map(TillLine::till);
  }

  /** What became of an offer that waits no more, as far as its giver's latest entries tell. */
  Refusal answer(OfferNotFound missing) {
    var stream = TillEvents.stream(missing.from());
    long last = loader.load(stream, TillEvents.KIND).version();
    long first = Math.max(0, last - ENTRIES_LOOKED_AT + 1);
    for (Entry entry : loader.store().load(stream, first, ENTRIES_LOOKED_AT).reversed()) {
      TillEvent event = TillEvents.KIND.decode(entry.type(), entry.payload());
      if (event instanceof CashDelivered e && e.offer().equals(missing.offer())) {
        return new OfferAccepted(e.offer(), e.till(), e.to());
      }
      if (event instanceof CashDeclined e && e.offer().equals(missing.offer())) {
        return new OfferDeclined(e.offer(), e.till(), e.to());
      }
    }
    return missing;
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

  /** All entries of the act that an entry belongs to, in order. */
  List<Entry> wholeAct(Entry entry) {
    return inquiries.act(entry);
  }

  /** How often the receipt of an entry has come out again. */
  int copies(long position) {
    return (int)
        streams
            .positions(WorkstationEvents.CATEGORY, WorkstationEvents.RECEIPT_REPRINTED, position)
            .stream()
            .flatMap(at -> loader.store().at(at).stream())
            .map(entry -> WorkstationEvents.KIND.decode(entry.type(), entry.payload()))
            .filter(event ->
                event instanceof ReceiptReprinted reprinted && reprinted.position() == position)
            .count();
  }
}
