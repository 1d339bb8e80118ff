package counterfoil.desktop;

import counterfoil.desktop.accounts.AccountsScreen;
import counterfoil.desktop.accounts.AccountsViewModel;
import counterfoil.desktop.counter.CounterScreen;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.till.DayViewModel;
import counterfoil.desktop.till.TillScreen;
import counterfoil.desktop.till.TillViewModel;
import counterfoil.desktop.timeline.TimelineScreen;
import counterfoil.domain.staff.Permission;
import java.util.ArrayList;
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

  /** The screens around a counter that somebody else has a hand in, as far as the role goes. */
  static List<Room> around(CounterViewModel counter, Premises premises, Fittings fittings) {
    var session = premises.session();
    boolean unstaffed = session.roles().isEmpty();
    boolean serves = session.may(Permission.SERVE_CUSTOMERS);
    boolean sees = unstaffed || session.may(Permission.SEE_BRANCH);
    var all = new ArrayList<Room>();
    if (serves) {
      all.add(room(counter, premises, fittings));
    }
    if (serves || sees) {
      all.add(accounts(premises, fittings));
    }
    if (!unstaffed && (sees || session.may(Permission.KEEP_TILL))) {
      all.add(till(premises, fittings));
    }
    if (sees) {
      all.add(timeline(premises, fittings));
    }
    return List.copyOf(all);
  }

  private static Room till(Premises premises, Fittings fittings) {
    var ledger = premises.ledger();
    var screen =
        new TillScreen(
            new TillViewModel(
                ledger.currency(), premises.branch(), premises.desk(), premises.secondPerson()),
            new DayViewModel(premises.branch(), premises.desk(), ledger::today));
    return new Room(screen, screen.controllers(fittings.texts(), premises.figures()));
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
