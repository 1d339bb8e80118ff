package counterfoil.desktop;

import counterfoil.desktop.accounts.AccountsScreen;
import counterfoil.desktop.accounts.AccountsViewModel;
import counterfoil.desktop.approval.ApprovalsScreen;
import counterfoil.desktop.approval.ApprovalsViewModel;
import counterfoil.desktop.approval.LedgerApprovals;
import counterfoil.desktop.counter.CounterScreen;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.customer.CustomersScreen;
import counterfoil.desktop.customer.CustomersViewModel;
import counterfoil.desktop.customer.LedgerCustomers;
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
        premises.countersigning(),
        fittings.background(),
        fittings.texts().localeProperty(),
        fittings.workstation());
  }

  /** The screens around a counter that somebody else has a hand in, as far as the role goes. */
  static List<Room> around(CounterViewModel counter, Premises premises, Fittings fittings) {
    var desk = premises.desk();
    boolean unstaffed = !desk.staffed();
    boolean serves = desk.may(Permission.SERVE_CUSTOMERS);
    boolean sees = unstaffed || desk.may(Permission.SEE_BRANCH);
    var all = new ArrayList<Room>();
    if (serves) {
      all.add(room(counter, premises, fittings));
    }
    if (!unstaffed && (serves || sees || desk.may(Permission.ERASE_CUSTOMERS))) {
      all.add(customers(premises, fittings));
    }
    if (serves || sees) {
      all.add(accounts(premises, fittings));
    }
    if (!unstaffed && (sees || desk.may(Permission.KEEP_TILL))) {
      all.add(till(premises, fittings));
    }
    if (!unstaffed && (serves || sees)) {
      all.add(approvals(premises, fittings));
    }
    if (sees) {
      all.add(timeline(premises, fittings));
    }
    all.addAll(OfficeRooms.of(premises, fittings));
    return List.copyOf(all);
  }

  private static Room till(Premises premises, Fittings fittings) {
    var ledger = premises.ledger();
    var screen =
        new TillScreen(
            new TillViewModel(
                ledger.currency(),
                premises.branch(),
                premises.desk(),
                premises.countersigning().signing()),
            new DayViewModel(premises.branch(), premises.desk(), ledger::today));
    return new Room(screen, screen.controllers(fittings.texts(), premises.figures()));
  }

  private static Room customers(Premises premises, Fittings fittings) {
    var screen =
        new CustomersScreen(
            new CustomersViewModel(
                premises.desk(), new LedgerCustomers(premises.ledger()), fittings.background()));
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            premises.navigation(),
            premises.head().headProperty()));
  }

  private static Room approvals(Premises premises, Fittings fittings) {
    var ledger = premises.ledger();
    var viewModel =
        new ApprovalsViewModel(
            premises.desk(),
            new LedgerApprovals(ledger),
            ledger.inquiries()::account,
            fittings.background(),
            ledger.clock());
    // The number beside its name is live also while another screen is in front.
    premises.head().headProperty().subscribe(_ -> viewModel.refresh());
    var screen = new ApprovalsScreen(viewModel);
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            premises.navigation(),
            premises.head().headProperty()));
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
            premises.ledger().charter().origin(),
            premises.head().headProperty(),
            fittings.background(),
            fittings.texts(),
            premises.figures(),
            premises.navigation());
    return new Room(screen, screen.controllers());
  }
}
