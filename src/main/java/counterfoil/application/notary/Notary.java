package counterfoil.application.notary;

import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.domain.workstation.WorkstationEvent.WorkstationKeyAdded;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.payload.WorkstationEvents;
import counterfoil.projection.TiledTree;
import counterfoil.projection.WorkstationKeys;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.SigningKey;
import counterfoil.proof.TlogProof;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import counterfoil.proof.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One workstation's witness to one open ledger: signs what it is, proves what is in it, and
 * remembers what it was. Safe from any thread; reads and writes files, so not for the screen's
 * thread.
 */
public final class Notary {
  private static final String NO_ROLE = "none";

  /** Of a day with more receipts than this, the report has a checkpoint of its own. */
  private static final int MOST_LOOKED_AT = 200;

  private final LedgerStore store;
  private final Workstation workstation;
  private final CheckpointShelf shelf;
  private final InstantSource clock;
  private final String origin;
  private final KeyFile keyFile;
  private final Seen seen;
  private final OutsideFolders folders;

  /** What was signed last, here and in this run. */
  private Optional<SignedCheckpoint> newest = Optional.empty();

  /**
   * @throws counterfoil.eventstore.LedgerUnavailable if the workstation's own files cannot be read
   */
  public Notary(
      LedgerStore store, Workstation workstation, CheckpointShelf shelf, InstantSource clock) {
    this.store = store;
    this.workstation = workstation;
    this.shelf = shelf;
    this.clock = clock;
    this.origin = store.charter().origin();
    Path folder = workstation.folder(origin);
    this.keyFile = new KeyFile(folder, origin);
    this.seen = new Seen(folder, origin);
    this.folders = new OutsideFolders(folder, origin);
  }

  /**
   * A checkpoint that was signed and kept.
   *
   * @param missed the folders outside that are set and that it did not get to
   */
  public record Kept(SignedCheckpoint checkpoint, List<Path> missed) {
    public Kept {
      missed = List.copyOf(missed);
    }
  }

  public Workstation workstation() {
    return workstation;
  }

  /** Whether the ledger continues what this workstation has seen of it. Changes nothing. */
  public synchronized Judgement judge() {
    return judge(seen.heads());
  }

  Judgement judge(List<TreeHead> heads) {
    return Witness.judge(heads, head(), proofs());
  }

  /** Remembers the ledger as it is now. For a ledger that was judged to continue. */
  public synchronized void remember() {
    seen.add(head());
  }

  /** What was seen last, if it had any entries. */
  public synchronized Optional<TreeHead> lastSeen() {
    return seen.last().filter(head -> head.size() > 0);
  }

  /**
   * From here on the ledger as it is now is what must be continued, whatever was seen before. Only
   * for who has recorded that an administrator says so.
   */
  public synchronized void accepted() {
    seen.begin(head());
  }

  /** Makes the workstation's key and records it, unless that was done before. */
  public synchronized VerifierKey ready() {
    return key().verifier();
  }

  /** The workstation's key, if it has one yet; makes none. */
  public synchronized Optional<VerifierKey> ownKey() {
    return keyFile.read().map(SigningKey::verifier);
  }

  /**
   * Signs what the ledger is now, and keeps that beside it and in the folders outside. Nothing is
   * signed twice: an unchanged ledger has the checkpoint it had.
   *
   * @throws NotContinued if the ledger is not the continuation of what was seen
   */
  public synchronized Kept sign() {
    TreeHead before = head();
    Optional<SignedCheckpoint> same =
        newest.filter(signed -> signed.checkpoint().tree().equals(before));
    if (same.isPresent()) {
      return new Kept(same.get(), List.of());
    }
    // Recording a new key moves the head.
    SigningKey key = key();
    TreeHead now = head();
    if (Witness.judge(seen.heads(), now, proofs()) instanceof Judgement.Broken broken) {
      throw new NotContinued(broken);
    }
    SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint(origin, now), key);
    seen.add(now);
    shelf.add(now.size(), signed.toText());
    List<Path> missed = folders.keep(now.size(), signed.toText());
    newest = Optional.of(signed);
    return new Kept(signed, missed);
  }

  /**
   * A proof that an entry is in the ledger, with the entry itself, under a checkpoint signed now.
   * Nothing if the ledger does not reach so far.
   *
   * @throws NotContinued as {@link #sign}
   */
  public Optional<TlogProof> prove(long position) {
    return store.at(position).map(entry -> prove(entry, EntryEvidence.of(entry)));
  }

  /** The same with the entry's envelope alone, which is shorter. */
  public Optional<TlogProof> proveEnvelope(long position) {
    return store.at(position).map(entry -> prove(entry, EntryEvidence.of(entry).envelopeAlone()));
  }

  private TlogProof prove(Entry entry, EntryEvidence evidence) {
    SignedCheckpoint signed = sign().checkpoint();
    long index = entry.position() - 1;
    return new TlogProof(
        Optional.of(evidence.toBytes()),
        index,
        proofs().inclusion(index, signed.checkpoint().tree().size()),
        signed.note());
  }

  /** Checks a proof against this ledger and the keys that are recorded in it. */
  public Examination check(byte[] proof) {
    return switch (ProofReader.examine(proof, origin, trusted())) {
      case Examination.Valid valid -> compare(valid);
      case Examination.Invalid invalid -> invalid;
    };
  }

  private Examination compare(Examination.Valid valid) {
    TreeHead now = head();
    TreeHead proven = valid.checkpoint().tree();
    if (now.size() < proven.size()) {
      return new Examination.BehindProof(now.size(), proven.size());
    }
    long position = valid.entry().position();
    boolean same =
        store
            .at(position)
            .filter(entry -> Arrays.equals(entry.envelope(), valid.entry().envelope()))
            .isPresent();
    return same && Arrays.equals(proofs().root(proven.size()), proven.root())
        ? valid
        : new Examination.Rewritten(position);
  }

  /** The keys of all workstations that have signed this ledger's checkpoints. */
  public List<WorkstationKeys.Line> keys() {
    return new WorkstationKeys(store.reads(), store).all();
  }

  /** The same as keys that verify. */
  public List<VerifierKey> trusted() {
    return new WorkstationKeys(store.reads(), store).trusted();
  }

  /** The signed notes that were kept beside the ledger, the newest first, as they are written. */
  public List<String> history(int atMost) {
    return shelf.last(atMost);
  }

  /**
   * The oldest of the checkpoints signed of late that has this position in it, as it is written.
   * Nothing if there is none.
   */
  public Optional<String> firstBehind(long position) {
    List<VerifierKey> trusted = trusted();
    return history(MOST_LOOKED_AT).reversed().stream()
        .filter(note ->
            SignedCheckpoint.open(note.getBytes(StandardCharsets.UTF_8), origin, trusted)
                    instanceof Good<SignedCheckpoint>(SignedCheckpoint signed)
                && signed.checkpoint().tree().size() >= position)
        .findFirst();
  }

  /** Where checkpoints go besides. */
  public synchronized List<Path> outside() {
    return folders.all();
  }

  public synchronized void keepIn(Path folder) {
    folders.add(folder);
  }

  public synchronized void keepNoLongerIn(Path folder) {
    folders.remove(folder);
  }

  /** Proofs about the ledger's tree. For one thread. */
  public TreeProofs proofs() {
    return new TreeProofs(new TiledTree(store.reads(), store));
  }

  private TreeHead head() {
    Head head = store.head();
    return new TreeHead(head.position(), head.root());
  }

  /** A key that was lost is replaced; one that a rollback took out of the ledger is added again. */
  private SigningKey key() {
    if (newest.isPresent()) {
      return keyFile.read().orElseThrow();
    }
    SigningKey key = keyFile.read().orElseGet(keyFile::make);
    String text = key.verifier().text();
    if (keys().stream().noneMatch(line -> line.key().equals(text))) {
      record(new WorkstationKeyAdded(workstation.name(), text));
    }
    return key;
  }

  private void record(WorkstationEvent event) {
    UUID id = UUID.randomUUID();
    byte[] digest = TreeHash.sha256().digest(WorkstationEvents.KIND.encode(event).payload());
    store.append(
        new Append(
            id,
            digest,
            new Provenance(
                workstation.name(),
                NO_ROLE,
                store.charter().branch(),
                workstation.name(),
                Optional.empty(),
                LocalDate.ofInstant(clock.instant(), store.charter().zone()),
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(
                new Append.Write(
                    WorkstationEvents.stream(workstation.name()),
                    ExpectedVersion.any(),
                    List.of(WorkstationEvents.KIND.encode(event)))),
            List.of()));
  }
}
