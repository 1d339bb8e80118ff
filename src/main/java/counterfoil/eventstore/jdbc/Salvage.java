package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.backup.StoredAppends;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.tape.LooseTape;
import counterfoil.eventstore.tape.LooseTape.Piece;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Continues a restored ledger with what is left of the damaged one behind the backup's end, as far
 * as that can be proven. Two things prove an entry: a record of the tape whose hash continues the
 * chain of one that ends in an entry already proven; and the tree in the database's head, if all
 * entries up to there give exactly that tree, wherever each was read.
 */
final class Salvage {
  private final NewLedger ledger;
  private final LooseTape tape;
  private final Optional<FormerDatabase> database;
  private final EntryCodec codec = new EntryCodec();
  private final TreeHash hash = new TreeHash();
  private Optional<Entry> last = Optional.empty();

  /**
   * @param tape knows at least the last entry that the ledger has
   */
  Salvage(NewLedger ledger, LooseTape tape, Optional<FormerDatabase> database) {
    this.ledger = ledger;
    this.tape = tape;
    this.database = database;
  }

  /**
   * Adds what is proven.
   *
   * @param before the ledger's last entry, if it has one
   * @return the ledger's last entry now
   */
  Optional<Entry> run(Optional<Entry> before) throws IOException {
    last = before;
    Optional<byte[]> chain = last.flatMap(this::chainBehind);
    if (chain.isPresent()) {
      followChain(chain.get());
    }
    if (database.isPresent() && followTree(database.get())) {
      followChain(database.get().head().chain());
    }
    return last;
  }

  private Optional<byte[]> chainBehind(Entry last) {
    return tape.with(last.position())
        .filter(piece -> piece.last() == last.position())
        .filter(piece -> {
          List<Entry> entries = tape.entries(piece);
          return !entries.isEmpty() && Arrays.equals(entries.getLast().envelope(), last.envelope());
        })
        .map(Piece::chain);
  }

  private void followChain(byte[] start) throws IOException {
    byte[] chain = start;
    Optional<Piece> next = tape.from(ledger.position() + 1);
    while (next.isPresent() && tape.continues(chain, next.get())) {
      List<Entry> append = tape.entries(next.get());
      if (append.isEmpty()) {
        return;
      }
      add(append);
      chain = next.get().chain();
      next = tape.from(ledger.position() + 1);
    }
  }

  private boolean followTree(FormerDatabase from) throws IOException {
    HeadRow head = from.head();
    if (head.position() <= ledger.position()) {
      return false;
    }
    Frontier tree = ledger.frontier();
    StoredAppends tried = new StoredAppends(this::genuine, ledger.position(), head.position());
    for (var append = tried.next(); !append.isEmpty(); append = tried.next()) {
      for (Entry entry : append) {
        tree = tree.append(hash.leaf(entry.envelope()), hash);
      }
    }
    if (!tree.equals(head.frontier())) {
      return false;
    }
    StoredAppends proven = new StoredAppends(this::genuine, ledger.position(), head.position());
    for (var append = proven.next(); !append.isEmpty(); append = proven.next()) {
      add(append);
    }
    return true;
  }

  /** Entries from the database, and from the tape those that it does not have right. */
  private List<Entry> genuine(long from, int atMost) {
    Entry[] found = new Entry[atMost];
    for (Entry entry : database.map(d -> d.read(from, atMost)).orElse(List.of())) {
      int index = (int) (entry.position() - from);
      if (index >= 0 && index < atMost && codec.payloadMayStand(entry)) {
        found[index] = entry;
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < atMost; i++) {
      Optional<Entry> entry = Optional.ofNullable(found[i]);
      long position = from + i;
      entry.or(() -> onTape(position)).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<Entry> onTape(long position) {
    return tape.with(position).map(tape::entries).stream()
        .flatMap(List::stream)
        .filter(entry -> entry.position() == position)
        .findFirst();
  }

  private void add(List<Entry> append) throws IOException {
    Optional<String> problem = ledger.add(append);
    if (problem.isPresent()) {
      // Proven to be what was recorded, and yet no ledger: the program that wrote it was wrong.
      throw new IllegalStateException(problem.get());
    }
    last = Optional.of(append.getLast());
  }
}
