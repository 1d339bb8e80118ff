package counterfoil.desktop.timeline;

import java.util.Arrays;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * Keeps a view bound to its view model only as long as it is on the screen: a view that was
 * replaced when the language changed would else be kept, and kept up to date, for ever.
 */
final class WhileShown {
  private Subscription bound = Subscription.EMPTY;

  private WhileShown() {}

  /** Calls {@code bind} each time {@code root} comes on the screen, and undoes it when it goes. */
  static void bind(Node root, Supplier<Subscription> bind) {
    var shown = new WhileShown();
    root.sceneProperty()
        .subscribe(scene -> {
          shown.bound.unsubscribe();
          shown.bound = scene == null ? Subscription.EMPTY : bind.get();
        });
  }

  static Subscription all(Subscription... subscriptions) {
    return () -> Arrays.stream(subscriptions).forEach(Subscription::unsubscribe);
  }
}
