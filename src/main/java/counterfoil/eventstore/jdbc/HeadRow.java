package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.codec.Micros;
import counterfoil.eventstore.tape.Tape;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.time.Instant;
import java.util.List;

/**
 * How far the database has come, kept in it and moved in every append's transaction.
 *
 * @param chain the tape's chain hash behind that entry: tells which tape the database is of
 * @param frontier of the tree over all envelopes
 * @param recordedAt the last entry's
 */
record HeadRow(long position, byte[] chain, Frontier frontier, Instant recordedAt) {
  /** The chain of a ledger that has no tape. */
  static final byte[] NO_CHAIN = {};

  /** Before the first entry. */
  static HeadRow start() {
    return new HeadRow(0, Tape.chainStart(), Frontier.EMPTY, Micros.toInstant(-Micros.FURTHEST));
  }

  /** The head that these entries make, which follow on this one. */
  HeadRow after(List<Entry> entries, byte[] chainBehindThem, TreeHash hash) {
    Frontier grown = frontier;
    for (Entry entry : entries) {
      grown = grown.append(hash.leaf(entry.envelope()), hash);
    }
    Entry last = entries.getLast();
    return new HeadRow(last.position(), chainBehindThem, grown, last.recordedAt());
  }

  /** Another place, where nobody asks for the tree. */
  HeadRow onlyMoved(Entry last, byte[] chainBehindIt) {
    return new HeadRow(last.position(), chainBehindIt, frontier, last.recordedAt());
  }

  Head toHead(TreeHash hash) {
    return new Head(position, frontier.root(hash));
  }
}
