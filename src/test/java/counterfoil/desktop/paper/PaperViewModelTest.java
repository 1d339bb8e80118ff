package counterfoil.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.report.Papers;
import counterfoil.report.SamplePapers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.Printing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt comes out once; then only its copies do, each on record before. */
class PaperViewModelTest {
  private static final Typefaces FACES = new Typefaces();

  @TempDir private Path folder;
  private final List<PaperLayout> printed = new ArrayList<>();
  private final List<PaperLayout> copies = new ArrayList<>();
  private final PaperLayout original = layout();
  private Optional<Message> refusal = Optional.empty();

  private static PaperLayout layout() {
    return new Papers(FACES, SamplePapers.english().texts())
        .receipt(SamplePapers.english().receipt(), PaperFormat.ROLL_80);
  }

  private PaperViewModel receipt(boolean out) {
    return PaperViewModel.comingOutOnce(
        original,
        paper -> {
          printed.add(paper);
          return new Printing.NoPrinter();
        },
        new PdfPapers(FACES),
        new DirectBackground(),
        this::another,
        out);
  }

  private void another(Consumer<PaperLayout> whenRecorded, Consumer<Message> whenNot) {
    if (refusal.isPresent()) {
      whenNot.accept(refusal.get());
    } else {
      copies.add(layout());
      whenRecorded.accept(copies.getLast());
    }
  }

  @Test
  void the_first_print_is_the_original_and_each_further_one_a_copy() {
    var paper = receipt(false);
    paper.print();
    assertTrue(paper.outProperty().get());
    paper.print();
    paper.print();
    assertEquals(2, copies.size());
    assertEquals(List.of(original, copies.get(0), copies.get(1)), printed);
  }

  @Test
  void a_file_is_as_good_as_a_print_and_one_that_fails_is_none() {
    var paper = receipt(false);
    paper.save(folder.resolve("missing").resolve("receipt.pdf"));
    assertFalse(paper.outProperty().get());
    paper.save(folder.resolve("receipt.pdf"));
    assertTrue(paper.outProperty().get());
    paper.save(folder.resolve("missing").resolve("receipt.pdf"));
    assertEquals(1, copies.size());
    paper.print();
    assertEquals(1, copies.size(), "the copy on record has not come out yet");
  }

  @Test
  void a_copy_that_is_refused_does_not_come_out() {
    var paper = receipt(true);
    refusal = Optional.of(Message.of("reports.why.not-permitted"));
    paper.print();
    assertEquals(List.of(), printed);
    assertEquals(refusal, paper.outcomeProperty().get());
    assertFalse(paper.busyProperty().get());
  }
}
