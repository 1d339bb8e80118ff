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
import counterfoil.desktop.timeline.TimelineScreen;
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
        fittings.texts().localeProperty());
  }

  /** The screens around a counter that somebody else has a hand in. */
  static List<Room> around(CounterViewModel counter, Premises premises, Fittings fittings) {
    var rooms = new ArrayList<Room>();
    rooms.add(room(counter, premises, fittings));
    if (premises.desk().staffed()) {
      rooms.add(customers(premises, fittings));
      rooms.add(approvals(premises, fittings));
    }
    rooms.add(accounts(premises, fittings));
    rooms.add(timeline(premises, fittings));
    rooms.addAll(OfficeRooms.of(premises, fittings));
    return List.copyOf(rooms);
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
            premises.head().headProperty(),
            fittings.background(),
            fittings.texts(),
            premises.figures(),
            premises.navigation());
    return new Room(screen, screen.controllers());
  }
}
