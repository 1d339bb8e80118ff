package counterfoil.desktop;

import counterfoil.desktop.integrity.IntegrityScreen;
import counterfoil.desktop.integrity.IntegrityViewModel;
import counterfoil.desktop.integrity.SystemDialogs;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.desktop.paper.SystemFiles;
import counterfoil.desktop.reports.ReportsScreen;
import counterfoil.desktop.reports.ReportsViewModel;
import counterfoil.desktop.settings.SettingsScreen;
import counterfoil.desktop.settings.SettingsViewModel;
import counterfoil.desktop.supervisor.SupervisorScreen;
import counterfoil.desktop.supervisor.SupervisorViewModel;
import counterfoil.domain.staff.Permission;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.SystemPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/** The screens away from the counter: who supervises, reports, and sets the rules. */
final class OfficeRooms {
  private OfficeRooms() {}

  /** As far as the role goes; nobody supervises in a ledger without staff. */
  static List<Room> of(Premises premises, Fittings fittings) {
    var rooms = new ArrayList<Room>();
    if (premises.desk().may(Permission.SEE_BRANCH)) {
      rooms.add(supervisor(premises, fittings));
    }
    rooms.add(reports(premises, fittings));
    rooms.add(integrity(premises, fittings));
    rooms.add(settings(premises, fittings));
    return List.copyOf(rooms);
  }

  private static Room supervisor(Premises premises, Fittings fittings) {
    var screen =
        new SupervisorScreen(
            new SupervisorViewModel(
                premises.ledger(),
                premises.desk(),
                fittings.background(),
                premises.ledger().clock()::instant));
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
            (paper, again) ->
                again
                    .map(copies ->
                        PaperViewModel.comingOutOnce(
                            paper, queue, pdfs, fittings.background(), copies, true))
                    .orElseGet(() -> new PaperViewModel(paper, queue, pdfs, fittings.background())),
            SystemFiles::new));
  }

  private static Room integrity(Premises premises, Fittings fittings) {
    var screen =
        new IntegrityScreen(
            new IntegrityViewModel(
                premises.ledger(),
                premises.desk(),
                fittings.background(),
                premises.head().headProperty(),
                premises.audit().statusProperty(),
                Platform::runLater));
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            premises.navigation(),
            over -> new SystemDialogs(fittings.texts(), over)));
  }

  private static Room settings(Premises premises, Fittings fittings) {
    var screen =
        new SettingsScreen(
            new SettingsViewModel(
                premises.ledger(),
                premises.desk(),
                fittings.background(),
                fittings.texts()::locale));
    return new Room(
        screen,
        screen.controllers(
            fittings.texts(),
            premises.figures(),
            fittings.theme(),
            fittings.workstation(),
            premises.navigation()));
  }
}
