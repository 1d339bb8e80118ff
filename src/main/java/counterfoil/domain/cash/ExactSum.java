package counterfoil.domain.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the fewest of a bounded number of pieces that make a sum exactly.
 *
 * <p>From the highest face down, it keeps every rest that can still be made, with the fewest pieces
 * that lead to it. What keeps the rests few is an exchange: take two faces, {@code high} and {@code
 * low}, and their greatest common divisor {@code g}. Then {@code high/g} low pieces are worth as
 * much as {@code low/g} high ones, which are fewer. So the fewest pieces never hold {@code high/g}
 * of the low face while {@code low/g} of the high one are left over. Hence either hardly any high
 * piece is left over, or the lower pieces together are worth no more than their exchange allows,
 * and only a few counts of the high face have to be tried, however many pieces and however large
 * the sum.
 */
final class ExactSum {
  private final long[] faces;
  private final int[] available;

  /** What all pieces from this face down are worth. */
  private final long[] worth;

  /** The greatest common divisor of the faces from this one down. */
  private final long[] divisor;

  ExactSum(SortedMap<Long, Integer> pieces) {
    SortedMap<Long, Integer> highestFirst = new TreeMap<>(Comparator.reverseOrder());
    highestFirst.putAll(pieces);
    highestFirst.values().removeIf(count -> count == 0);
    int size = highestFirst.size();
    faces = new long[size];
    available = new int[size];
    worth = new long[size + 1];
    divisor = new long[size + 1];
    int index = 0;
    for (var pile : highestFirst.entrySet()) {
      faces[index] = pile.getKey();
      available[index++] = pile.getValue();
    }
    for (int i = size - 1; i >= 0; i--) {
      worth[i] = worth[i + 1] + faces[i] * available[i];
      divisor[i] = gcd(faces[i], divisor[i + 1]);
    }
  }

  /** How a rest was reached: so many pieces of the last face, so many pieces of all. */
  private record Step(int count, long pieces) {}

  /**
   * The pieces by face value; nothing where the sum cannot be made.
   *
   * @param sum zero or more
   */
  Optional<SortedMap<Long, Integer>> fewest(long sum) {
    if (!canBeMade(sum, 0)) {
      return Optional.empty();
    }
    List<Map<Long, Step>> rests = new ArrayList<>();
    rests.add(Map.of(sum, new Step(0, 0)));
    for (int i = 0; i < faces.length; i++) {
      Map<Long, Step> lower = new HashMap<>();
      int face = i;
      rests.getLast().forEach((rest, step) -> tryCounts(face, rest, step.pieces(), lower));
      rests.add(lower);
    }
    return rests.getLast().containsKey(0L) ? Optional.of(wayBack(rests)) : Optional.empty();
  }

  private SortedMap<Long, Integer> wayBack(List<Map<Long, Step>> rests) {
    SortedMap<Long, Integer> pieces = new TreeMap<>();
    long rest = 0;
    for (int i = faces.length - 1; i >= 0; i--) {
      int count = Objects.requireNonNull(rests.get(i + 1).get(rest)).count();
      pieces.put(faces[i], count);
      rest += faces[i] * count;
    }
    return pieces;
  }

  private void tryCounts(int i, long rest, long pieces, Map<Long, Step> lower) {
    long most = Math.min(available[i], rest / faces[i]);
    long nearlyAll = available[i] - leftOver(i);
    long littleBelow = Math.ceilDiv(rest - exchangeable(i), faces[i]);
    long least = Math.max(0, Math.ceilDiv(rest - worth[i + 1], faces[i]));
    for (long count = most; count >= least; count--) {
      if (count < nearlyAll && count < littleBelow) {
        break;
      }
      long next = rest - count * faces[i];
      if (canBeMade(next, i + 1)) {
        lower.merge(
            next,
            new Step((int) count, pieces + count),
            (one, other) -> one.pieces() <= other.pieces() ? one : other);
      }
    }
  }

  /** The most pieces of face {@code i} that may be left over beside any number of lower ones. */
  private long leftOver(int i) {
    long most = 0;
    for (int j = i + 1; j < faces.length; j++) {
      most = Math.max(most, faces[j] / gcd(faces[i], faces[j]) - 1);
    }
    return most;
  }

  /** What the lower pieces are worth at most while none can be exchanged for face {@code i}. */
  private long exchangeable(int i) {
    long most = 0;
    for (int j = i + 1; j < faces.length; j++) {
      most += faces[j] * Math.min(available[j], faces[i] / gcd(faces[i], faces[j]) - 1);
    }
    return most;
  }

  /** Whether it is worth looking on: not whether it can be done. */
  private boolean canBeMade(long rest, int from) {
    return rest == 0 || (rest <= worth[from] && rest % divisor[from] == 0);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
