package counterfoil.desktop.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;

/** Everything that can be done in one window: what the palette lists and the keys call. */
public final class Actions {
  private final List<Entry> entries;

  /** An action and the screen it is done on; none where it can be done anywhere. */
  public record Entry(Action action, Optional<Screen> screen) {
    private boolean belongsTo(Optional<Screen> other) {
      return screen.equals(other);
    }
  }

  /**
   * @throws IllegalArgumentException if two actions have one id, or one screen has two actions on
   *     the same keys
   */
  public Actions(List<Action> everywhere, List<Screen> screens) {
    var all = new ArrayList<Entry>();
    everywhere.forEach(action -> all.add(new Entry(action, Optional.empty())));
    for (var screen : screens) {
      screen.actions().forEach(action -> all.add(new Entry(action, Optional.of(screen))));
    }
    var taken = new HashSet<>();
    for (var entry : all) {
      if (!taken.add(entry.action().id())) {
        throw new IllegalArgumentException("two actions are called " + entry.action().id());
      }
      entry
          .action()
          .keys()
          .ifPresent(keys -> {
            if (!taken.add(List.of(entry.screen(), keys))) {
              throw new IllegalArgumentException("two actions are on " + keys);
            }
          });
    }
    entries = List.copyOf(all);
  }

  public List<Entry> all() {
    return entries;
  }

  /**
   * The action that {@code event} calls: the shown screen's own first, then those for everywhere,
   * then another screen's, in the order of the rail.
   */
  public Optional<Entry> calledBy(KeyEvent event, Optional<Screen> shown) {
    return first(event, entry -> entry.screen().isPresent() && entry.belongsTo(shown))
        .or(() -> first(event, entry -> entry.screen().isEmpty()))
        .or(() -> first(event, _ -> true));
  }

  private Optional<Entry> first(KeyEvent event, Predicate<Entry> among) {
    return entries.stream()
        .filter(among)
        .filter(entry -> entry.action().keys().filter(keys -> keys.match(event)).isPresent())
        .findFirst();
  }
}
