package counterfoil.projection;

import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.Statement;
import counterfoil.proof.ActSignature;
import counterfoil.proof.ActSignature.Signed;
import counterfoil.proof.TreeHash;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Proves who made the entries: from the first signing key of the ledger on, each act is signed by
 * its actor, with the key that was theirs when it was made, in a role that they had, and each
 * approval by its approver over the text they were shown. What happens at the door, before anybody
 * has shown who they are, is signed by nobody. For one thread at a time.
 */
public final class SignatureAudit {
  /** How many of the signatures are computed; that there is one of the right key, of all. */
  public enum Extent {
    ALL,
    /** Those of staff and approvals, and of the others one in sixteen, never the same ones. */
    SAMPLE
  }

  private static final int ONE_IN = 16;
  private static final int TOGETHER = 512;

  private final String origin;
  private final Extent extent;
  private final RandomGenerator dice = new SecureRandom();
  private final Statement statement = new Statement();
  private final TreeHash hash = new TreeHash();
  private final PeopleThen people = new PeopleThen();
  private final ApprovalsThen approvals = new ApprovalsThen();
  private final List<Entry> act = new ArrayList<>();
  private final Map<Signed, Long> computing = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long signatures;

  /** What was made with a person's hand, and what it should have been made with. */
  private record Maker(Member member, SigningKey key) {}

  /**
   * @param origin the ledger's
   */
  public SignatureAudit(String origin, Extent extent) {
    this.origin = origin;
    this.extent = extent;
  }

  /** Takes entries that follow on those it has, which are proven but for their signatures. */
  public void take(List<Entry> entries) {
    for (Entry entry : entries) {
      if (!act.isEmpty() && !act.getFirst().commandId().equals(entry.commandId())) {
        prove();
      }
      act.add(entry);
    }
  }

  /** What is wrong with what it was given since the last call, as far as that was computed. */
  public List<Finding> finish() {
    prove();
    compute();
    List<Finding> found = List.copyOf(findings);
    findings.clear();
    return found;
  }

  /** How many signatures were computed. */
  public long computed() {
    return signatures;
  }

  /** The entries of one command, on the people as they were before it. */
  private void prove() {
    if (act.isEmpty()) {
      return;
    }
    // The act that brings the first key is signed by nobody: everything else hangs on that key.
    boolean begun = people.begun();
    for (Entry entry : act) {
      prove(entry, begun);
    }
    for (Entry entry : act) {
      people.take(entry);
      approvals.take(entry, people).forEach(signed -> compute(entry, signed));
    }
    findings.addAll(approvals.findings(act, begun));
    act.clear();
    if (computing.size() >= TOGETHER) {
      compute();
    }
  }

  private void prove(Entry entry, boolean begun) {
    Optional<ActSignature> signature = Optional.empty();
    Optional<byte[]> bytes = EntryCodec.signature(entry);
    if (bytes.isPresent()) {
      signature = ActSignature.fromBytes(bytes.get());
      if (signature.isEmpty()) {
        find(entry, Kind.SIGNATURE_MALFORMED);
        return;
      }
    }
    boolean needed = begun && !PeopleThen.atTheDoor(entry);
    if (signature.isEmpty()) {
      if (needed) {
        find(entry, Kind.SIGNATURE_MISSING);
      }
      return;
    }
    Optional<Maker> maker = maker(entry);
    if (maker.isEmpty()) {
      find(entry, Kind.SIGNATURE_WITHOUT_KEY);
      return;
    }
    String with = Base64.getEncoder().encodeToString(signature.get().publicKey());
    if (!with.equals(maker.get().key().publicKey())) {
      find(entry, Kind.SIGNATURE_KEY, entry.provenance().actor());
      return;
    }
    proveRole(entry, maker.get().member());
    if (people.namesAnotherKey(entry)) {
      find(entry, Kind.KEY_NAMED, entry.stream().subject());
    }
    if (extent == Extent.ALL || PeopleThen.rare(entry) || dice.nextInt(ONE_IN) == 0) {
      compute(entry, signature.get().signed(statement.of(entry), origin, hash));
    }
  }

  private Optional<Maker> maker(Entry entry) {
    StaffState state = people.of(entry.provenance().actor());
    return state instanceof Member member
        ? member.signsWith().map(key -> new Maker(member, key))
        : Optional.empty();
  }

  private void proveRole(Entry entry, Member member) {
    String role = entry.provenance().role();
    boolean held = member.roles().stream().map(Role::code).anyMatch(role::equals);
    boolean none = Role.of(role).isEmpty() && !PeopleThen.changesRights(entry);
    if (!held && !none) {
      find(entry, Kind.ROLE, member.name().toString(), role);
    } else if (!PeopleThen.permits(entry, member)) {
      find(entry, Kind.PERMISSION, member.name().toString());
    }
  }

  private void compute(Entry entry, Signed signed) {
    computing.putIfAbsent(signed, entry.position());
  }

  /** All that waits, on all processors. */
  private void compute() {
    signatures += computing.size();
    List<Finding> wrong =
        computing.entrySet().parallelStream()
            .filter(waiting -> !waiting.getKey().verifies())
            .map(waiting -> Finding.of(waiting.getValue(), Kind.SIGNATURE))
            .toList();
    findings.addAll(wrong);
    computing.clear();
  }

  private void find(Entry entry, Kind kind, String... particulars) {
    findings.add(Finding.of(entry.position(), kind, particulars));
  }
}
