package counterfoil.desktop.reports;

import static counterfoil.application.StaffedBranch.NADIA;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StaffedBranch;
import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.Printing.NoPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head teller asks for papers. */
class ReportsViewTest {
  @TempDir static Path folder;

  private final StaffedBranch branch = new StaffedBranch().open().serveCustomers();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Typefaces faces = new Typefaces();
  private final ReportsScreen screen =
      new ReportsScreen(
          new ReportsViewModel(
              branch.ledger(),
              new Desk(branch.headTeller(), Thread::startVirtualThread, Platform::runLater),
              new VirtualThreads(),
              faces,
              () -> Locale.ENGLISH));
  private final Robot robot = new Robot(this::put);

  private void put(Stage stage) {
    var queue = new PrintQueue(_ -> new NoPrinter());
    var pdfs = new PdfPapers(faces);
    var views =
        new Views(
            texts,
            screen.controllers(
                texts,
                new Figures(texts, ZoneOffset.UTC),
                faces,
                (paper, _) -> new PaperViewModel(paper, queue, pdfs, new VirtualThreads()),
                _ -> name -> Optional.of(folder.resolve(name))));
    var scene = new Scene(views.load(screen.view()), 1232, 800);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  @Test
  void the_days_report_is_seen_and_a_statement_saved_in_another_form() throws IOException {
    robot.untilText("reports-explained", "Tills, vault");
    robot.until("the date is known", () -> !robot.node("reports-show").isDisabled());
    robot.click("reports-show");
    robot.untilText("paper-title", "Business day so far 23 Nov 2026");
    robot.click("reports-statement");
    robot.click("reports-account");
    robot.press(ENTER);
    robot.untilShown("reports-problem");
    robot.type(NADIA.value());
    robot.press(ENTER);
    robot.untilText("paper-title", NADIA.value());
    robot.click("reports-camt");
    robot.untilText("reports-outcome", "Saved as");
    try (var files = Files.list(folder)) {
      assertTrue(files.anyMatch(file -> file.toString().endsWith(".xml")));
    }
  }
}
