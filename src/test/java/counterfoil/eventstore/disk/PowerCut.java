package counterfoil.eventstore.disk;

import counterfoil.eventstore.disk.DiskOperation.Resize;
import counterfoil.eventstore.disk.DiskOperation.Write;
import counterfoil.eventstore.disk.Platter.Change;
import counterfoil.eventstore.disk.Platter.Unforced;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a power cut treats what was not forced: which sectors of it are there, in which of the states
 * they went through, how long each file is, which names are known. A sector is never torn in
 * itself.
 *
 * @param share of the sectors that are there, for {@link Style#SECTORS}
 * @param seed of every choice
 */
public record PowerCut(Style style, int sectorBytes, double share, boolean keepNames, long seed) {
  /** What the disk had done of what it was told, when the power went. */
  public enum Style {
    /** Nothing of it. */
    NOTHING,
    /** All of it, as when only the process dies. */
    EVERYTHING,
    /** What came first, and the last of that in part. */
    IN_ORDER,
    /** Some sectors of it, in their newest state. */
    SECTORS,
    /** Every sector stopped at a moment of its own. */
    MOMENTS
  }

  private static final double[] SHARES = {0.02, 0.1, 0.5, 0.9, 0.98};

  /** Any cut. */
  public static PowerCut random(SplittableRandom random) {
    return new PowerCut(
        Style.values()[random.nextInt(Style.values().length)],
        random.nextBoolean() ? 512 : 4096,
        SHARES[random.nextInt(SHARES.length)],
        random.nextInt(4) > 0,
        random.nextLong());
  }

  /** How many of a folder's unforced names are known afterwards. */
  int namesKept(int unforced) {
    return switch (style) {
      case NOTHING -> 0;
      case EVERYTHING -> unforced;
      case IN_ORDER, SECTORS, MOMENTS ->
          keepNames ? unforced : new SplittableRandom(seed).nextInt(unforced + 1);
    };
  }

  /**
   * What is left of a file.
   *
   * @param operations on the whole disk so far
   */
  byte[] left(int file, Unforced unforced, long operations) {
    List<Change> changes = unforced.changes();
    if (changes.isEmpty() || style == Style.NOTHING) {
      return unforced.forced().content();
    }
    FileBytes left = new FileBytes(unforced.forced().content());
    long first = changes.getFirst().number();
    long lastInOrder = operations - (long) (noise(0, -1) * noise(0, -2) * (operations + 1));
    int lengthAt = changes(file, changes, lastInOrder);
    int length = left.size();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      boolean torn = change.number() == lastInOrder;
      switch (change.operation()) {
        case Write(_, int at, byte[] bytes) -> {
          int end = at + bytes.length;
          for (int from = at; from < end; from = (from / sectorBytes + 1) * sectorBytes) {
            int sector = from / sectorBytes;
            if (reached(file, sector, change.number(), first, operations, lastInOrder)
                && !(torn && noise(file, sector) < 0.5)) {
              int until = Math.min(end, (sector + 1) * sectorBytes);
              left.write(from, bytes, from - at, until - from);
            }
          }
          length = i < lengthAt ? Math.max(length, end) : length;
        }
        case Resize(_, int size) -> {
          zero(left, file, size, change.number(), first, operations, lastInOrder);
          length = i < lengthAt ? size : length;
        }
        default -> throw new IllegalStateException();
      }
    }
    return Arrays.copyOf(left.content(), length);
  }

  /** How many of the changes the file's length has seen. */
  private int changes(int file, List<Change> changes, long lastInOrder) {
    return switch (style) {
      case NOTHING -> 0;
      case EVERYTHING -> changes.size();
      case IN_ORDER -> (int) changes.stream().filter(c -> c.number() <= lastInOrder).count();
      case SECTORS, MOMENTS ->
          keepNames ? changes.size() : (int) (noise(file, -3) * (changes.size() + 1));
    };
  }

  private void zero(
      FileBytes left,
      int file,
      int size,
      long number,
      long first,
      long operations,
      long lastInOrder) {
    byte[] zeros = new byte[sectorBytes];
    int end = left.size();
    for (int from = size; from < end; from = (from / sectorBytes + 1) * sectorBytes) {
      int sector = from / sectorBytes;
      if (reached(file, sector, number, first, operations, lastInOrder)) {
        left.write(from, zeros, 0, Math.min(end, (sector + 1) * sectorBytes) - from);
      }
    }
  }

  /** Whether the {@code number}th operation has reached a sector. */
  private boolean reached(
      int file, int sector, long number, long first, long operations, long lastInOrder) {
    return switch (style) {
      case NOTHING -> false;
      case EVERYTHING -> true;
      case IN_ORDER -> number <= lastInOrder;
      case SECTORS -> noise(file, sector) < share;
      case MOMENTS -> number < first + noise(file, sector) * (operations + 1 - first + 1);
    };
  }

  /** The same number from 0 to 1 for the same sector of the same file. */
  private double noise(int file, int sector) {
    long mixed = seed + file * 0x9E3779B97F4A7C15L + sector * 0xD1342543DE82EF95L;
    return new SplittableRandom(mixed).nextDouble();
  }
}
