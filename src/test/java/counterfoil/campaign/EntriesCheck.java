package counterfoil.campaign;

import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.Judging;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.codec.Succession;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Shows entries that are in no store to whoever looks at entries when a ledger is verified, and to
 * the witness.
 */
final class EntriesCheck {
  private final String origin;
  private final List<TreeHead> seen;

  /**
   * @param seen by the witness, from the oldest to the last
   */
  EntriesCheck(String origin, List<TreeHead> seen) {
    this.origin = origin;
    this.seen = List.copyOf(seen);
  }

  /** Who finds something, and at which position first. */
  Map<Detector, Long> detect(List<Entry> entries) {
    Map<Detector, Long> found = new EnumMap<>(Detector.class);
    succession(entries).ifPresent(at -> found.put(Detector.ENTRIES, at));
    signatures(entries).ifPresent(at -> found.put(Detector.SIGNATURES, at));
    if (judge(entries) instanceof Judgement.Broken broken) {
      found.put(Detector.WITNESS, firstDoubtful(broken));
    }
    return found;
  }

  private static OptionalLong succession(List<Entry> entries) {
    Succession succession = new Succession();
    for (Entry entry : entries) {
      if (succession.take(entry).isPresent()) {
        return OptionalLong.of(entry.position());
      }
    }
    return OptionalLong.empty();
  }

  private Optional<Long> signatures(List<Entry> entries) {
    SignatureAudit audit = new SignatureAudit(origin, Extent.ALL);
    audit.take(entries);
    return audit.finish().stream().map(Finding::position).min(Comparator.naturalOrder());
  }

  private Judgement judge(List<Entry> entries) {
    TreeHash hash = new TreeHash();
    Map<Subtree, byte[]> subtrees = new HashMap<>();
    Frontier frontier = Frontier.EMPTY;
    for (Entry entry : entries) {
      byte[] leaf = hash.leaf(entry.envelope());
      subtrees.put(new Subtree(0, entry.position() - 1), leaf);
      frontier =
          frontier.append(
              leaf, hash, (level, index, node) -> subtrees.put(new Subtree(level, index), node));
    }
    TreeProofs proofs =
        new TreeProofs(
            (level, index) -> Objects.requireNonNull(subtrees.get(new Subtree(level, index))));
    return Judging.judge(seen, new TreeHead(entries.size(), frontier.root(hash)), proofs);
  }

  private record Subtree(int level, long index) {}

  /** The first entry that the witness no longer vouches for. */
  static long firstDoubtful(Judgement.Broken broken) {
    return switch (broken) {
      case Judgement.RolledBack(_, var now) -> now.size() + 1;
      case Judgement.Cut(_, var now) -> now.size() + 1;
      case Judgement.Forked(_, _, long common) -> common + 1;
    };
  }
}
