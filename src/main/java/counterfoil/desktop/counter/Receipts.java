package counterfoil.desktop.counter;

import counterfoil.application.Ledger;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.paper.Copies;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.desktop.paper.UnprintedReceipts;
import counterfoil.desktop.paper.UnprintedReceipts.Unprinted;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.Printer;
import counterfoil.report.printing.Printing;
import counterfoil.report.printing.SystemPrinter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The receipts at this counter: laid out and printed off the screen's thread, after the posting and
 * apart from it. The original comes out once, right after the posting; whatever comes out later is
 * recorded and marked as a copy. One that finds no printer waits, also over the program's end.
 */
public final class Receipts {
  /** What papers are made with; its fonts take a moment to read, so it is made at the first one. */
  private record Press(Typefaces faces, PdfPapers pdfs, Printer printer) {
    static Press make() {
      var faces = new Typefaces();
      var pdfs = new PdfPapers(faces);
      return new Press(faces, pdfs, new SystemPrinter(pdfs, _ -> Optional.empty()));
    }
  }

  /** A receipt on the screen, with the fonts that it is drawn with. */
  public record Shown(PaperViewModel paper, Typefaces faces) {}

  private record Asked(long position, boolean original) {}

  private record Made(Press press, Optional<PaperLayout> receipt) {}

  private final Ledger ledger;
  private final Background background;
  private final ObservableValue<Locale> locale;
  private final ObservableValue<PaperFormat> format;
  private final Copies copies;
  private final UnprintedReceipts unprinted;
  private final LatestQuestion<Asked, Made> question;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

  /** The entries whose original has come out here. */
  private final Set<Long> out = new HashSet<>();

  private volatile Optional<Press> press = Optional.empty();

  Receipts(
      Ledger ledger,
      Desk desk,
      Background background,
      ObservableValue<Locale> locale,
      Workstation workstation) {
    this.ledger = ledger;
    this.background = background;
    this.locale = locale;
    this.format = workstation.receiptPaperProperty();
    this.copies = new Copies(ledger, desk, background);
    this.unprinted = new UnprintedReceipts(workstation.folder(), ledger.charter().origin());
    this.question =
        new LatestQuestion<>(background, this::make, this::show, fault -> failed(fault));
  }

  /** Reads how many wait: some may from before the program was started. */
  void look() {
    background.run(() -> unprinted.all().size(), waiting::set, this::failed);
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

  /** Shows the receipt of the act that was just posted, ready to be printed. */
  public void show(long position) {
    note.set(Optional.empty());
    question.ask(new Asked(position, true));
  }

  /** Shows the receipt of the act that an entry belongs to; only copies come out of it. */
  public void showAgain(long position) {
    note.set(Optional.empty());
    question.ask(new Asked(position, false));
  }

  public void close() {
    shown.set(Optional.empty());
    count();
  }

  /** Tries again to print what waits. */
  public void printWaiting() {
    background.run(
        () -> {
          for (var receipt : unprinted.all()) {
            var paper = layout(receipt.position(), receipt.copy());
            if (paper.isEmpty()
                || press().printer().print(paper.get()) instanceof Printing.Printed) {
              unprinted.remove(receipt);
            }
          }
          return true;
        },
        _ -> count(),
        this::failed);
  }

  private synchronized Press press() {
    var made = press.orElseGet(Press::make);
    press = Optional.of(made);
    return made;
  }

  private Optional<PaperLayout> layout(long position, int copy) {
    var papers = new Papers(press().faces(), new PaperTexts(locale.getValue(), ledger.zone()));
    return new LedgerPapers(ledger)
        .receipt(position, copy)
        .map(receipt -> papers.receipt(receipt, format.getValue()));
  }

  private Made make(Asked asked) {
    return new Made(press(), layout(asked.position(), 0));
  }

  private void show(Asked asked, Made made) {
    if (made.receipt().isEmpty()) {
      note.set(Optional.of(Message.of("counter.receipt.none")));
      return;
    }
    long position = asked.position();
    boolean copiesOnly = !asked.original() || out.contains(position);
    var outgoing = new Outgoing(position, made.press());
    var paper =
        PaperViewModel.comingOutOnce(
            made.receipt().get(), outgoing, made.press().pdfs(), background, outgoing, copiesOnly);
    paper
        .outProperty()
        .subscribe(is -> {
          if (is) {
            out.add(position);
          }
        });
    paper.outcomeProperty().subscribe(_ -> count());
    shown.set(Optional.of(new Shown(paper, made.press().faces())));
  }

  /** One act's receipt on its way to the printer: the original, then its copies. */
  private final class Outgoing implements Printer, PaperViewModel.Again {
    private final long position;
    private final Press with;
    private volatile int copy;

    Outgoing(long position, Press with) {
      this.position = position;
      this.with = with;
    }

    @Override
    public Printing print(PaperLayout paper) {
      var printing = with.printer().print(paper);
      if (!(printing instanceof Printing.Printed)) {
        unprinted.add(new Unprinted(position, copy));
      }
      return printing;
    }

    @Override
    public void another(Consumer<PaperLayout> whenRecorded, Consumer<Message> whenNot) {
      copies.record(
          position,
          number ->
              background.run(
                  () -> layout(position, number).orElseThrow(),
                  paper -> {
                    copy = number;
                    whenRecorded.accept(paper);
                  },
                  fault -> whenNot.accept(Faults.message(fault))),
          whenNot);
    }
  }

  private void count() {
    waiting.set(unprinted.all().size());
  }

  private void failed(Throwable fault) {
    note.set(Optional.of(Faults.message(fault)));
  }
}
