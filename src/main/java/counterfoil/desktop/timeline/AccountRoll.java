package counterfoil.desktop.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The accounts of the state table in the order shown: the one that the entry concerns first, then
 * the others as they are ordered. Moving one account to the front costs nothing, however many there
 * are.
 */
final class AccountRoll {
  static final AccountRoll EMPTY = new AccountRoll(List.of());

  private final List<String> numbers;
  private final Map<String, Integer> places;
  private final int front;

  AccountRoll(List<String> numbers) {
    this(List.copyOf(numbers), places(numbers), 0);
  }

  private AccountRoll(List<String> numbers, Map<String, Integer> places, int front) {
    this.numbers = numbers;
    this.places = places;
    this.front = front;
  }

  private static Map<String, Integer> places(List<String> numbers) {
    var places = HashMap.<String, Integer>newHashMap(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      places.put(numbers.get(i), i);
    }
    return places;
  }

  /** With that account in front; in the plain order if it is not among them. */
  AccountRoll withFirst(Optional<String> number) {
    return new AccountRoll(numbers, places, number.map(n -> places.getOrDefault(n, 0)).orElse(0));
  }

  int size() {
    return numbers.size();
  }

  String at(int row) {
    if (row == 0 && !numbers.isEmpty()) {
      return numbers.get(front);
    }
    return numbers.get(row <= front ? row - 1 : row);
  }

  /** The numbers of these rows, both included; rows beyond the ends aside. */
  List<String> rows(int first, int last) {
    return IntStream.rangeClosed(Math.max(0, first), Math.min(last, size() - 1))
        .mapToObj(this::at)
        .toList();
  }
}
