package counterfoil.desktop.counter;

import counterfoil.application.Ledger;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.SystemPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The receipts of what was posted at this counter: laid out and printed off the screen's thread,
 * after the posting and apart from it. One that finds no printer waits.
 */
public final class Receipts {
  /** What papers are made with; its fonts take a moment to read, so it is made at the first one. */
  private record Press(Typefaces faces, PdfPapers pdfs, PrintQueue queue) {
    static Press make() {
      var faces = new Typefaces();
      var pdfs = new PdfPapers(faces);
      return new Press(faces, pdfs, new PrintQueue(new SystemPrinter(pdfs, _ -> Optional.empty())));
    }
  }

  /** A receipt on the screen, with the fonts that it is drawn with. */
  public record Shown(PaperViewModel paper, Typefaces faces) {}

  private record Made(Press press, Optional<PaperLayout> receipt) {}

  private final Ledger ledger;
  private final Background background;
  private final ObservableValue<Locale> locale;
  private final LatestQuestion<Long, Made> question;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private volatile Optional<Press> press = Optional.empty();

  Receipts(Ledger ledger, Background background, ObservableValue<Locale> locale) {
    this.ledger = ledger;
    this.background = background;
    this.locale = locale;
    this.question =
        new LatestQuestion<>(background, this::make, (_, made) -> show(made), this::failed);
  }

  /** The receipt in front; nothing while there is none. */
  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why there is no receipt. */
  public ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** How many wait for a printer. */
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Shows the receipt of the act that an entry belongs to, ready to be printed. */
  public void show(long position) {
    note.set(Optional.empty());
    question.ask(position);
  }

  public void close() {
    shown.set(Optional.empty());
    count();
  }

  /** Tries again to print what waits. */
  public void printWaiting() {
    press.ifPresent(made ->
        background.run(
            () -> {
              made.queue().waiting().forEach(made.queue()::again);
              return true;
            },
            _ -> count(),
            this::failed));
  }

  private Made make(long position) {
    var with = press.orElseGet(Press::make);
    var papers = new Papers(with.faces(), new PaperTexts(locale.getValue(), ledger.zone()));
    return new Made(
        with,
        new LedgerPapers(ledger)
            .receipt(position, 0)
            .map(receipt -> papers.receipt(receipt, PaperFormat.ROLL_80)));
  }

  private void show(Made made) {
    press = Optional.of(press.orElse(made.press()));
    var queue = press.map(Press::queue).orElseThrow();
    if (made.receipt().isEmpty()) {
      note.set(Optional.of(Message.of("counter.receipt.none")));
      return;
    }
    var paper = new PaperViewModel(made.receipt().get(), queue, made.press().pdfs(), background);
    paper.outcomeProperty().subscribe(_ -> count());
    shown.set(Optional.of(new Shown(paper, made.press().faces())));
  }

  private void count() {
    waiting.set(press.map(made -> made.queue().waiting()).orElse(List.of()).size());
  }

  private void failed(Throwable fault) {
    note.set(Optional.of(Faults.message(fault)));
  }
}
