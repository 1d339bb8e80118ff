package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final SteppedBackground background = new SteppedBackground();
  private final List<List<Integer>> fetched = new ArrayList<>();
  private final List<Throwable> faults = new ArrayList<>();
  private Function<Integer, String> source = key -> "row " + key;
  private int arrivals;
  private final Pages<Integer, String> pages =
      new Pages<>(background, this::fetch, () -> arrivals++, faults::add);

  private Map<Integer, String> fetch(List<Integer> keys) {
    fetched.add(keys);
    return keys.stream()
        .filter(key -> key != 13)
        .collect(Collectors.toMap(Function.identity(), source));
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void a_row_that_is_not_there_yet_is_empty_and_comes_later() {
    pages.keys(upTo(10));
    assertEquals(Optional.empty(), pages.row(3));
    background.finishAll();
    assertEquals(Optional.of("row 3"), pages.row(3));
    assertEquals(1, arrivals);
  }

  @Test
  void rows_of_one_page_are_fetched_together_and_once() {
    pages.keys(upTo(1_000));
    IntStream.range(0, 30).forEach(pages::row);
    background.finishAll();
    IntStream.range(0, 30).forEach(pages::row);
    assertEquals(List.of(upTo(Pages.ROWS_PER_PAGE)), fetched);
    assertEquals(0, background.waiting());
  }

  @Test
  void the_next_page_is_fetched_before_it_is_scrolled_to() {
    pages.keys(upTo(1_000));
    pages.row(Pages.ROWS_PER_PAGE - 10);
    background.finishAll();
    assertEquals(
        List.of(0, Pages.ROWS_PER_PAGE), fetched.stream().map(List::getFirst).sorted().toList());
  }

  @Test
  void pages_that_a_dragged_scroll_bar_flew_over_are_not_all_fetched() {
    pages.keys(upTo(100_000));
    for (int index = 0; index < 100_000; index += Pages.ROWS_PER_PAGE) {
      pages.row(index);
    }
    background.finishAll();
    assertTrue(fetched.size() < 12, () -> fetched.size() + " pages");
    assertEquals(Optional.of("row 99900"), pages.row(99_900));
  }

  @Test
  void outdated_rows_stay_in_sight_until_the_new_ones_have_come() {
    pages.keys(upTo(10));
    pages.row(0);
    background.finishAll();
    source = key -> "newer " + key;
    pages.outdate();
    assertEquals(Optional.of("row 0"), pages.row(0));
    background.finishAll();
    assertEquals(Optional.of("newer 0"), pages.row(0));
  }

  @Test
  void rows_known_already_are_kept_when_the_keys_change() {
    pages.keys(upTo(10));
    pages.row(0);
    background.finishAll();
    pages.keys(upTo(10).reversed());
    assertEquals(Optional.of("row 9"), pages.row(0));
    assertEquals(0, background.waiting());
  }

  @Test
  void a_key_without_a_row_is_asked_for_once() {
    pages.keys(List.of(13));
    pages.row(0);
    background.finishAll();
    assertEquals(Optional.empty(), pages.row(0));
    assertEquals(0, background.waiting());
  }

  @Test
  void after_a_fault_rows_stay_and_are_asked_for_again_only_once_outdated() {
    pages.keys(upTo(10));
    pages.row(0);
    background.finishAll();
    source =
        _ -> {
          throw new IllegalStateException("no disk");
        };
    pages.outdate();
    pages.row(0);
    background.finishAll();
    assertEquals(Optional.of("row 0"), pages.row(0));
    assertEquals(1, faults.size());
    assertEquals(0, background.waiting());
    source = key -> "again " + key;
    pages.outdate();
    pages.row(0);
    background.finishAll();
    assertEquals(Optional.of("again 0"), pages.row(0));
  }
}
