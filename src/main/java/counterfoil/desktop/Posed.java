package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.shell.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/** Somebody at their workplace before the camera; types and presses as they would. */
final class Posed {
  private final Studio studio;
  private final Workplace workplace;
  private final CounterViewModel counter;
  private final Parent view;

  Posed(Ledger ledger, Session session, Studio studio) {
    this.studio = studio;
    var made = new ArrayList<CounterViewModel>();
    workplace =
        Photographer.onScreen(() ->
            new Workplace(
                ledger,
                Workplace.desk(session),
                studio.fittings(),
                (premises, with) -> {
                  made.add(Rooms.counter(premises, with));
                  return Rooms.around(made.getFirst(), premises, with);
                },
                CommonActions.of(studio.fittings())));
    counter = made.getFirst();
    view = Photographer.onScreen(workplace::view);
    studio.put(() -> view);
    studio.arrange(() -> {});
  }

  Workplace workplace() {
    return workplace;
  }

  CounterViewModel counter() {
    return counter;
  }

  /** The screens that the person has, in the order of the rail. */
  List<String> screens() {
    return workplace.shell().navigator().screens().stream().map(Screen::id).toList();
  }

  void show(String screen) {
    studio.arrange(() -> workplace.shell().navigator().show(screen));
  }

  /** Puts the cursor into a field and replaces what stands in it. */
  void type(String field, String text) {
    studio.arrange(() -> {
      var input = (TextInputControl) node(field);
      input.requestFocus();
      input.setText(text);
      input.end();
    });
  }

  void press(String button) {
    studio.arrange(() -> ((ButtonBase) node(button)).fire());
  }

  /** Chooses a row, from 0. */
  void pick(String table, int row) {
    studio.arrange(() -> ((TableView<?>) node(table)).getSelectionModel().select(row));
  }

  /** Opens a menu and chooses from it. */
  void choose(String menu, String item) {
    studio.arrange(() ->
        ((MenuButton) node(menu))
            .getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private Node node(String id) {
    return view.lookupAll("#" + id).stream()
        .filter(Posed::seen)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + id + " to be seen"));
  }

  private static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }

  /** Hears no more of the ledger. */
  void leave() {
    studio.arrange(workplace::stopWatching);
  }
}
