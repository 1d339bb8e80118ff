package counterfoil.desktop;

import counterfoil.desktop.accounts.AccountsScreen;
import counterfoil.desktop.accounts.AccountsViewModel;
import counterfoil.desktop.counter.CounterScreen;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.timeline.TimelineScreen;
import java.util.List;

/** The screens that there are, in the order of the rail. */
final class Rooms {
  private Rooms() {}

  static List<Room> of(Premises premises, Fittings fittings) {
    return around(counter(premises, fittings), premises, fittings);
  }

  static CounterViewModel counter(Premises premises, Fittings fittings) {
    return new CounterViewModel(
        premises.ledger(),
        premises.desk(),
        fittings.background(),
        fittings.texts().localeProperty());
  }

  /** The screens around a counter that somebody else has a hand in. */
  static List<Room> around(CounterViewModel counter, Premises premises, Fittings fittings) {
    return List.of(
        room(counter, premises, fittings),
        accounts(premises, fittings),
        timeline(premises, fittings));
  }

  private static Room room(CounterViewModel counter, Premises premises, Fittings fittings) {
    var screen = new CounterScreen(counter);
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            premises.navigation(),
            premises.head().headProperty()));
  }

  private static Room accounts(Premises premises, Fittings fittings) {
    var screen =
        new AccountsScreen(
            new AccountsViewModel(premises.ledger().inquiries(), fittings.background()));
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            premises.navigation(),
            premises.head().headProperty()));
  }

  private static Room timeline(Premises premises, Fittings fittings) {
    var screen =
        new TimelineScreen(
            premises.ledger().inquiries(),
            premises.head().headProperty(),
            fittings.background(),
            fittings.texts(),
            premises.figures(),
            premises.navigation());
    return new Room(screen, screen.controllers());
  }
}
