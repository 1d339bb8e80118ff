package counterfoil.evidence;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.codec.Statement;
import counterfoil.evidence.ApprovalsTold.Ruling;
import counterfoil.evidence.EntryForm.Packed;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.evidence.PackedContent.Erased;
import counterfoil.evidence.PackedContent.Retold;
import counterfoil.evidence.PackedContent.Shown;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.proof.ActSignature;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes over a pack's entries from the first to the last: their form, order, time and content, who
 * made and who approved them, and the tree over all of them. Each is judged by what the entries in
 * front of its act say, as {@code verify} does with the ledger itself. For one thread.
 */
final class EntryWalk {
  private static final byte[] NONE = new byte[0];
  private static final Set<String> WITH_SECRETS =
      Set.of(StaffEvents.STAFF_MEMBER_ADDED, StaffEvents.PASSWORD_CHANGED);

  private final String origin;
  private final Marks marks;
  private final PackFindings findings;
  private final Signatures signatures;
  private final EntryCodec codec = new EntryCodec();
  private final Statement statement = new Statement();
  private final TreeHash hash = new TreeHash();
  private final Map<StreamName, Long> versions = new HashMap<>();
  private final List<Told> act = new ArrayList<>();
  private final PeopleTold people = new PeopleTold();
  private final ApprovalsTold approvals = new ApprovalsTold();
  private final ErasuresTold erasures = new ErasuresTold();
  private final List<GivenKey> keys = new ArrayList<>();
  private Frontier frontier = Frontier.EMPTY;
  private Instant time = Instant.MIN;
  private long signed;
  private long retold;
  private long erased;

  /**
   * @param origin the ledger's
   * @param marks where the tree is needed
   */
  EntryWalk(String origin, Marks marks, PackFindings findings) {
    this.origin = origin;
    this.marks = marks;
    this.findings = findings;
    this.signatures = new Signatures(findings);
  }

  /** Takes the next entry. */
  void take(Packed packed) {
    byte[] leaf = hash.leaf(packed.envelope());
    frontier = frontier.append(leaf, hash);
    long place = frontier.size();
    marks.pass(place, leaf, () -> frontier.root(hash));
    Entry entry;
    try {
      entry = entry(packed);
    } catch (MalformedEnvelope | LaterVersion _) {
      findings.add(Kind.ENTRY, place, "the envelope is not one");
      return;
    }
    Told told =
        new Told(
            place,
            entry,
            content(place, entry, packed.content()),
            packed.content() instanceof Erased);
    inOrder(told);
    // Entries of one command are one act: judged by what was known before it.
    if (!act.isEmpty() && !act.getFirst().entry().commandId().equals(entry.commandId())) {
      endAct();
    }
    act.add(told);
  }

  private static Entry entry(Packed packed) {
    return switch (packed.content()) {
      case Shown(var salt, var payload) -> EntryCodec.open(packed.envelope(), salt, payload);
      case Retold _, Erased _ -> EntryCodec.open(packed.envelope(), NONE, NONE);
    };
  }

  private Optional<byte[]> content(long place, Entry entry, PackedContent content) {
    String category = entry.stream().category();
    switch (content) {
      case Shown(_, var payload) -> {
        if (codec.payloadIsGenuine(entry)) {
          return Optional.of(payload);
        }
        findings.add(Kind.PAYLOAD, place, "the content is not the one that was recorded");
      }
      case Retold(var payload) -> {
        retold++;
        if (category.equals(StaffEvents.CATEGORY) && WITH_SECRETS.contains(entry.type().name())) {
          return Optional.of(payload);
        }
        findings.add(Kind.WITHHELD, place, "its content is retold, though nothing in it is secret");
      }
      case Erased(var left) -> {
        erased++;
        if (ErasuresTold.mayBe(entry)) {
          erasures.gone(place, entry, left);
          return Optional.of(left);
        }
        findings.add(
            Kind.WITHHELD,
            place,
            "its content is gone, and nothing after it can be judged without");
      }
    }
    return Optional.empty();
  }

  private void inOrder(Told told) {
    Entry entry = told.entry();
    if (entry.position() != told.place()) {
      findings.add(Kind.POSITION, told.place(), "it says another position");
    }
    if (entry.version() != versions.getOrDefault(entry.stream(), -1L) + 1) {
      findings.add(Kind.VERSION, told.place(), "it is not the next one of its stream");
    }
    versions.put(entry.stream(), entry.version());
    if (entry.recordedAt().isBefore(time)) {
      findings.add(Kind.TIME, told.place(), "it was recorded before the entry in front of it");
    }
    time = entry.recordedAt();
  }

  /** The entries end here, or can be read no further. */
  void end() {
    endAct();
    signatures.compute();
  }

  /** The entries were all taken: whatever went of them without an erasure is found. */
  void complete() {
    erasures.end(findings);
  }

  private void endAct() {
    boolean begun = people.begun();
    act.forEach(told -> maker(told, begun));
    act.forEach(this::learn);
    if (begun) {
      act.stream()
          .filter(told ->
              told.entry().provenance().approver().filter(by -> !approvals.usedBy(by)).isPresent())
          .forEach(told ->
              findings.add(
                  Kind.APPROVAL, told.place(), "nothing shows the approval that it names"));
    }
    approvals.endAct();
    act.clear();
  }

  private void maker(Told told, boolean begun) {
    Optional<byte[]> bytes = EntryCodec.signature(told.entry());
    if (bytes.isEmpty()) {
      if (begun && !PeopleTold.unsignedByNature(told)) {
        findings.add(Kind.UNSIGNED, told.place(), "nobody has signed it");
      }
      return;
    }
    ActSignature.fromBytes(bytes.get())
        .ifPresentOrElse(
            signature -> maker(told, signature),
            () -> findings.add(Kind.SIGNATURE, told.place(), "the signature is not one"));
  }

  private void maker(Told told, ActSignature signature) {
    signed++;
    String actor = told.entry().provenance().actor();
    String role = told.entry().provenance().role();
    Optional<String> key = people.keyOf(actor);
    if (key.isEmpty()) {
      findings.add(Kind.SIGNER, told.place(), "it is signed for somebody who had no key");
      return;
    }
    if (!key.get().equals(Base64.getEncoder().encodeToString(signature.publicKey()))) {
      findings.add(
          Kind.SIGNER, told.place(), "it is signed with a key that was not " + actor + "'s then");
      return;
    }
    if (!people.mayActAs(role, told)) {
      findings.add(Kind.ROLE, told.place(), actor + " was no " + role + " then");
    } else if (!people.permits(told)) {
      findings.add(Kind.RIGHT, told.place(), actor + " was not permitted to do it");
    }
    if (people.namesAnotherKey(told)) {
      findings.add(
          Kind.OTHER_KEY,
          told.place(),
          "it names a key that was not " + told.subject() + "'s then");
    }
    signatures.demand(
        signature.signed(statement.of(told.entry()), origin, hash),
        told.place(),
        "the signature does not fit what is recorded");
  }

  /** What an entry changes in what people may do, and in what was approved. */
  private void learn(Told told) {
    try {
      switch (told.category()) {
        case StaffEvents.CATEGORY -> people.take(told);
        case ApprovalEvents.CATEGORY -> learn(told.place(), approvals.take(told, people));
        case CustomerEvents.CATEGORY -> erasures.take(told, findings);
        default -> {
          // Nothing follows from it here.
        }
      }
      GivenKey.of(told).ifPresent(keys::add);
    } catch (Unfit _) {
      findings.add(
          Kind.CONTENT,
          told.place(),
          "what it says of people, keys, approvals or erasures cannot be");
    }
  }

  private void learn(long place, Ruling ruling) {
    switch (ruling) {
      case Ruling.None() -> {
        // Nothing to prove.
      }
      case Ruling.Proven(var by) ->
          signatures.demand(by, place, "the approver's signature does not fit what was shown");
      case Ruling.Wrong(var what) -> findings.add(Kind.APPROVAL, place, what);
    }
  }

  long entries() {
    return frontier.size();
  }

  byte[] root() {
    return frontier.root(hash);
  }

  /** Every key that an entry gives, in their order. */
  List<GivenKey> keys() {
    return List.copyOf(keys);
  }

  /** How many entries carry a signature. */
  long signed() {
    return signed;
  }

  /** How many signatures were computed; acts signed together have one between them. */
  long computed() {
    return signatures.computed();
  }

  long retold() {
    return retold;
  }

  long erased() {
    return erased;
  }
}
