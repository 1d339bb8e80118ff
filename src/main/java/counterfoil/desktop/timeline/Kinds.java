package counterfoil.desktop.timeline;

import counterfoil.projection.Inquiries;
import java.util.Arrays;

/**
 * The kind of every entry, in a byte each, read from the ledger a piece at a time; with sums after
 * every few thousand, so that a stretch of a million is counted as fast as one of a thousand. What
 * has not been read yet counts as {@link Kind#OTHER}. Safe from any thread.
 */
final class Kinds {
  private static final int OF_ALL = Kind.values().length;
  private static final int BLOCK = 4_096;

  /** The first piece is small: with it the strip is drawn for the first time. */
  private static final int FIRST_PIECE = 10_000;

  private static final int PIECE = 200_000;

  private byte[] kinds = new byte[BLOCK];
  private int[] sums = new int[OF_ALL];
  private long known;

  /** Reads the next piece up to {@code last}; returns whether all up to there is known now. */
  synchronized boolean readOn(long last, Inquiries inquiries) {
    if (known >= last) {
      return true;
    }
    long to = Math.min(last, known + (known == 0 ? FIRST_PIECE : PIECE));
    inquiries.eachType(known + 1, to, this::add);
    return known >= last;
  }

  /** Types come again in the same few strings, and those of a piece are looked up once each. */
  private void add(String type) {
    int index = Math.toIntExact(known);
    if (index == kinds.length) {
      kinds = Arrays.copyOf(kinds, kinds.length * 2);
    }
    kinds[index] = Kind.of(type).number();
    known++;
    if (known % BLOCK == 0) {
      addSums();
    }
  }

  private void addSums() {
    int block = Math.toIntExact(known / BLOCK);
    if (sums.length < (block + 1) * OF_ALL) {
      sums = Arrays.copyOf(sums, Math.max(sums.length * 2, (block + 1) * OF_ALL));
    }
    System.arraycopy(sums, (block - 1) * OF_ALL, sums, block * OF_ALL, OF_ALL);
    for (int i = (block - 1) * BLOCK; i < block * BLOCK; i++) {
      sums[block * OF_ALL + kinds[i]]++;
    }
  }

  /** Of the entries after one position up to another. */
  synchronized Tally tally(long after, long upTo) {
    int[] counts = upTo(upTo);
    int[] before = upTo(after);
    for (int i = 0; i < OF_ALL; i++) {
      counts[i] -= before[i];
    }
    return Tally.of(counts);
  }

  private int[] upTo(long position) {
    int read = (int) Math.min(position, known);
    int block = read / BLOCK;
    int[] counts = Arrays.copyOfRange(sums, block * OF_ALL, (block + 1) * OF_ALL);
    for (int i = block * BLOCK; i < read; i++) {
      counts[kinds[i]]++;
    }
    counts[Kind.OTHER.number()] += Math.toIntExact(position - read);
    return counts;
  }

  /** Of those among {@code positions} with an index from {@code first} to before {@code end}. */
  synchronized Tally tally(Positions positions, int first, int end) {
    int[] counts = new int[OF_ALL];
    for (int i = first; i < end; i++) {
      long position = positions.at(i);
      counts[position <= known ? kinds[(int) position - 1] : Kind.OTHER.number()]++;
    }
    return Tally.of(counts);
  }
}
