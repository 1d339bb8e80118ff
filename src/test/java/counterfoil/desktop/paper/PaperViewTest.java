package counterfoil.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.report.Papers;
import counterfoil.report.SamplePapers;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.Printing.NoPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview on its real view. */
class PaperViewTest {
  private static final Typefaces FACES = new Typefaces();

  private final List<String> left = new ArrayList<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Papers papers = new Papers(FACES, SamplePapers.english().texts());
  private final Robot robot = new Robot(this::put);

  @TempDir private Path folder;

  private void put(Stage stage) {
    var nodes = new PageNodes(FACES);
    var viewModel =
        new PaperViewModel(
            papers.journal(SamplePapers.english().journal(100)),
            new PrintQueue(_ -> new NoPrinter()),
            new PdfPapers(FACES),
            new VirtualThreads());
    var views =
        new Views(
            texts,
            Map.of(
                PaperView.class,
                () ->
                    new PaperView(
                        viewModel,
                        nodes,
                        texts,
                        name -> Optional.of(folder.resolve(name)),
                        () -> left.add("closed"))));
    var scene = new Scene(views.load(PaperView.class), 900, 700);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    robot.close();
  }

  private String text(String id) {
    return Robot.onScreen(() -> ((Labeled) robot.stage().getScene().lookup("#" + id)).getText());
  }

  @Test
  void pages_are_turned_by_button_and_by_key() {
    assertEquals("1 of 3", text("paper-page"));
    robot.click("paper-next");
    assertEquals("2 of 3", text("paper-page"));
    robot.press(KeyCode.PAGE_DOWN);
    robot.press(KeyCode.PAGE_DOWN);
    assertEquals("3 of 3", text("paper-page"));
    robot.press(KeyCode.ESCAPE);
    assertEquals(List.of("closed"), left);
  }

  @Test
  void without_a_printer_the_paper_waits_and_the_person_is_told() {
    robot.click("paper-print");
    robot.until(
        "the answer",
        () -> text("paper-outcome").startsWith("There is no printer. The paper waits"));
  }

  @Test
  void a_paper_is_saved_as_pdf() {
    robot.click("paper-save");
    robot.until("the file", () -> text("paper-outcome").startsWith("Saved as"));
    var file = folder.resolve("Journal 23 Nov 2026.pdf");
    assertTrue(Files.exists(file), text("paper-outcome"));
  }

  @Test
  void the_screen_draws_what_the_layout_says_as_wide_as_it_says() {
    var page =
        papers.receipt(SamplePapers.chinese().receipt(), PaperFormat.ROLL_80).pages().getFirst();
    Group drawn = Robot.onScreen(() -> new PageNodes(FACES).draw(page));
    var shown =
        drawn.getChildren().stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
    var marks =
        page.marks().stream().filter(TextMark.class::isInstance).map(TextMark.class::cast).toList();
    assertEquals(
        String.join("", marks.stream().map(TextMark::text).toList()),
        String.join("", shown.stream().map(Text::getText).toList()));
    double laidOut = marks.stream().mapToDouble(TextMark::width).sum();
    double onScreen =
        Robot.onScreen(() ->
            shown.stream()
                .filter(text -> text.getStroke() == null)
                .mapToDouble(text -> text.getLayoutBounds().getWidth())
                .sum());
    // An East Asian character is as wide as it is high; its stroke would be counted with it.
    double thickened =
        shown.stream()
            .filter(text -> text.getStroke() != null)
            .mapToDouble(text -> text.getText().length() * text.getFont().getSize())
            .sum();
    assertEquals(laidOut, onScreen + thickened, laidOut * 0.02);
    assertTrue(shown.stream().anyMatch(text -> text.getFont().getName().startsWith("Droid")));
  }
}
