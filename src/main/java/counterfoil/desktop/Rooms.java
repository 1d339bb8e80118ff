package counterfoil.desktop;

import counterfoil.desktop.accounts.AccountsScreen;
import counterfoil.desktop.accounts.AccountsViewModel;
import counterfoil.desktop.counter.CounterScreen;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.desktop.paper.SystemFiles;
import counterfoil.desktop.reports.ReportsScreen;
import counterfoil.desktop.reports.ReportsViewModel;
import counterfoil.desktop.supervisor.SupervisorScreen;
import counterfoil.desktop.supervisor.SupervisorViewModel;
import counterfoil.desktop.timeline.TimelineScreen;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.SystemPrinter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        timeline(premises, fittings),
        supervisor(premises, fittings),
        reports(premises, fittings));
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

  private static Room reports(Premises premises, Fittings fittings) {
    var faces = new Typefaces();
    var pdfs = new PdfPapers(faces);
    var queue = new PrintQueue(new SystemPrinter(pdfs, _ -> Optional.empty()));
    var screen =
        new ReportsScreen(
            new ReportsViewModel(
                premises.ledger(),
                premises.desk(),
                fittings.background(),
                faces,
                fittings.texts()::locale));
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            faces,
            paper -> new PaperViewModel(paper, queue, pdfs, fittings.background()),
            SystemFiles::new));
  }

  private static Room supervisor(Premises premises, Fittings fittings) {
    var screen =
        new SupervisorScreen(
            new SupervisorViewModel(
                premises.ledger(), premises.desk(), fittings.background(), Instant::now));
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
