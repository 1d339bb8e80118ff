package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class KeyListTest {
  private final KeyList<Integer> list = new KeyList<>();
  private final List<String> changes = new ArrayList<>();

  private void listen() {
    list.addListener(
        (ListChangeListener<Integer>)
            change -> {
              while (change.next()) {
                changes.add(
                    change.getFrom() + "-" + change.getTo() + " for " + change.getRemovedSize());
              }
            });
  }

  @Test
  void other_keys_come_as_one_change() {
    list.show(List.of(1, 2, 3));
    listen();
    list.show(List.of(4, 5));
    assertEquals(List.of("0-2 for 3"), changes);
    assertEquals(List.of(4, 5), list);
  }

  @Test
  void keys_in_front_leave_the_others_where_they_are() {
    list.show(List.of(1, 0));
    listen();
    list.showWithMoreInFront(List.of(3, 2, 1, 0));
    assertEquals(List.of("0-2 for 0"), changes);
    assertEquals(List.of(3, 2, 1, 0), list);
  }

  @Test
  void nothing_instead_of_nothing_is_no_change() {
    listen();
    list.show(List.of());
    assertEquals(List.of(), changes);
  }
}
