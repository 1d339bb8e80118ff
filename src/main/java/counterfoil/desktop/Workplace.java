package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.approval.LedgerApprovals;
import counterfoil.desktop.approval.SigningView;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveAudit;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Actions;
import counterfoil.desktop.shell.Navigator;
import counterfoil.desktop.shell.PaletteViewModel;
import counterfoil.desktop.shell.Screen;
import counterfoil.desktop.shell.ShellView;
import counterfoil.desktop.shell.ShellViewModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A person at an open ledger, which outlives it: the screens, and the frame around them. */
final class Workplace {
  /** A branch that works past midnight sees the new day this much later at most. */
  private static final Duration LOOK_AT_CALENDAR = Duration.seconds(20);

  private final Fittings fittings;
  private final LiveHead head;
  private final LiveAudit audit;
  private final LiveBranch branch;
  private final ShellViewModel shell;
  private final Timeline calendar;
  private final PaletteViewModel palette;
  private final Countersigning countersigning;
  private final Views views;

  /** Reads who the session is of: for where nobody waits for the screen. */
  Workplace(
      Ledger ledger,
      Session session,
      Fittings fittings,
      BiFunction<Premises, Fittings, List<Room>> furnish,
      List<Action> everywhere) {
    this(ledger, desk(session), fittings, furnish, everywhere);
  }

  /**
   * @param furnish makes the screens, in the order of the rail
   * @param everywhere what can be done on any screen, besides going to one
   */
  Workplace(
      Ledger ledger,
      Desk desk,
      Fittings shared,
      BiFunction<Premises, Fittings, List<Room>> furnish,
      List<Action> everywhere) {
    fittings = shared.ofItsOwn();
    head = new LiveHead(ledger.head(), ledger::whenAdvanced);
    var proving = ledger.audit();
    audit = new LiveAudit(proving.status(), proving::whenChanged, Platform::runLater);
    var figures = fittings.figures(ledger.zone());
    var navigator = new Navigator();
    branch =
        new LiveBranch(
            new LedgerEntrance(ledger)::branch, head.headProperty(), fittings.background());
    countersigning =
        Countersigning.at(desk, new LedgerApprovals(ledger), fittings.background(), ledger.clock());
    var rooms =
        furnish.apply(
            new Premises(ledger, desk, head, audit, branch, navigator, figures, countersigning),
            fittings);
    var screens = rooms.stream().map(Room::screen).toList();
    navigator.furnish(screens);
    var actions = new Actions(goingTo(screens, navigator, everywhere), screens);
    shell =
        new ShellViewModel(
            new ShellViewModel.Parts(
                ledger.charter(),
                ledger.currency(),
                navigator,
                head,
                audit,
                branch,
                desk,
                ledger::today));
    calendar = new Timeline(new KeyFrame(LOOK_AT_CALENDAR, _ -> shell.lookAtCalendar()));
    calendar.setCycleCount(Animation.INDEFINITE);
    calendar.play();
    palette =
        new PaletteViewModel(
            fittings.texts(),
            fittings.background(),
            ledger.inquiries(),
            ledger.currency(),
            actions,
            shell::open);
    var controllers = new HashMap<Class<?>, Supplier<?>>();
    rooms.forEach(room -> controllers.putAll(room.controllers()));
    views = new Views(fittings.texts(), withShell(controllers, actions, figures));
  }

  /** The desk of a person. Reads: not on the screen's thread. */
  static Desk desk(Session session) {
    return new Desk(session, Thread::startVirtualThread, Platform::runLater);
  }

  private Map<Class<?>, Supplier<?>> withShell(
      Map<Class<?>, Supplier<?>> controllers, Actions actions, Figures figures) {
    var all = new HashMap<>(controllers);
    all.putAll(SigningView.controllers(countersigning.signing(), fittings.texts()));
    all.put(
        ShellView.class,
        () ->
            new ShellView(
                new ShellView.Parts(
                    shell,
                    palette,
                    actions,
                    new Views(fittings.texts(), controllers),
                    fittings.texts(),
                    figures,
                    fittings.theme())));
    return all;
  }

  private static List<Action> goingTo(
      List<Screen> screens, Navigator navigator, List<Action> others) {
    var all = new ArrayList<Action>();
    for (int i = 0; i < screens.size(); i++) {
      var id = screens.get(i).id();
      all.add(
          Action.of("shell.screen." + id, "shell.act.show-" + id, () -> navigator.show(id))
              .on("Shortcut+" + (i + 1) % 10));
    }
    all.addAll(others);
    return all;
  }

  /** The whole window's content, in the language of the moment. */
  Parent view() {
    var frame = views.load(ShellView.class);
    // What has to be signed stands in front of everything: nothing behind it takes keys.
    frame.disableProperty().bind(countersigning.signing().needProperty().map(Optional::isPresent));
    return new StackPane(frame, views.load(SigningView.class));
  }

  ShellViewModel shell() {
    return shell;
  }

  Countersigning countersigning() {
    return countersigning;
  }

  PaletteViewModel palette() {
    return palette;
  }

  /** How the branch stood when it was read last. */
  BranchNow branch() {
    return branch.now();
  }

  /** Hears no more of the ledger, which stays open, nor of the language. */
  void stopWatching() {
    calendar.stop();
    branch.close();
    head.close();
    audit.close();
    fittings.texts().close();
  }
}
