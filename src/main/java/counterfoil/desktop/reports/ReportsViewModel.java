package counterfoil.desktop.reports;

import counterfoil.application.Ledger;
import counterfoil.application.export.Exports;
import counterfoil.application.export.NewFiles;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.paper.Copies;
import counterfoil.desktop.paper.PaperViewModel.Again;
import counterfoil.desktop.reports.Kind.Format;
import counterfoil.desktop.reports.PaperMill.Answer;
import counterfoil.projection.SessionLine;
import counterfoil.report.layout.Typefaces;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which paper is wanted, the making of it, and the paper made. */
public final class ReportsViewModel {
  private final Ledger ledger;
  private final Desk desk;
  private final Background background;
  private final Supplier<Locale> language;
  private final PaperMill mill;
  private final Copies copies;
  private final ObjectProperty<Kind> kind;
  private final ObjectProperty<Optional<LocalDate>> from =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<LocalDate>> to =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty session = new SimpleStringProperty("");
  private final StringProperty account = new SimpleStringProperty("");
  private final StringProperty entry = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<SessionLine>> sessions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Made>> made =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** Grows with each making, and when one is given up: what an older one answers is dropped. */
  private final AtomicLong making = new AtomicLong();

  /**
   * @param language of the papers
   */
  public ReportsViewModel(
      Ledger ledger, Desk desk, Background background, Typefaces faces, Supplier<Locale> language) {
    this.ledger = ledger;
    this.desk = desk;
    this.background = background;
    this.language = language;
    this.mill = new PaperMill(ledger, desk.session(), faces);
    this.copies = new Copies(ledger, desk, background);
    this.kind =
        new SimpleObjectProperty<>(
            desk.may(Kind.END_OF_DAY.permission()) ? Kind.END_OF_DAY : Kind.STATEMENT);
    kind.subscribe(_ -> forget());
    from.subscribe(_ -> readSessions());
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** The date, or the first of a period. */
  public ObjectProperty<Optional<LocalDate>> fromProperty() {
    return from;
  }

  /** The last date of a period. */
  public ObjectProperty<Optional<LocalDate>> toProperty() {
    return to;
  }

  public StringProperty sessionProperty() {
    return session;
  }

  public StringProperty accountProperty() {
    return account;
  }

  public StringProperty entryProperty() {
    return entry;
  }

  /** The till sessions of the date. */
  public ReadOnlyObjectProperty<List<SessionLine>> sessionsProperty() {
    return sessions.getReadOnlyProperty();
  }

  /** The paper to be looked at. */
  public ReadOnlyObjectProperty<Optional<Made>> madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** Why there is no paper. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What became of a file. */
  public ReadOnlyObjectProperty<Optional<Message>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether a paper is being made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why the person at the desk may not have a kind of paper. */
  public Optional<Message> whyNot(Kind wanted) {
    return !desk.staffed() || desk.may(wanted.permission())
        ? Optional.empty()
        : Optional.of(Message.of("reports.why.not-permitted"));
  }

  /** Begins with the branch's present date. */
  public void shown() {
    if (from.get().isEmpty()) {
      background.run(
          ledger::businessDate,
          date -> {
            to.set(Optional.of(date));
            from.set(Optional.of(date));
          },
          this::failed);
    } else {
      readSessions();
    }
  }

  private void readSessions() {
    from.get()
        .ifPresent(date ->
            background.run(
                () -> ledger.inquiries().tills().sessions(date), this::showSessions, this::failed));
  }

  private void showSessions(List<SessionLine> found) {
    sessions.set(found);
    boolean still =
        found.stream().anyMatch(line -> line.session().toString().equals(session.get()));
    if (!still) {
      session.set(
          found.stream()
              .filter(line -> line.closing().isPresent())
              .findFirst()
              .map(line -> line.session().toString())
              .orElse(""));
    }
  }

  private void forget() {
    made.set(Optional.empty());
    problem.set(Optional.empty());
    outcome.set(Optional.empty());
  }

  private Optional<Wish> wish() {
    return from.get()
        .map(first ->
            new Wish(
                kind.get(),
                first,
                kind.get().asks(Kind.Question.TO) ? to.get().orElse(first) : first,
                session.get(),
                account.get(),
                entry.get()));
  }

  /** Makes the paper; does nothing while one is made. */
  public void make() {
    var wish = wish();
    var whyNot = whyNot(kind.get());
    if (busy.get() || wish.isEmpty() || whyNot.isPresent()) {
      problem.set(whyNot);
      return;
    }
    forget();
    long own = making.incrementAndGet();
    busy.set(true);
    var spoken = language.get();
    background.run(
        () -> mill.make(wish.get(), spoken, () -> making.get() != own),
        answer -> {
          if (making.get() == own) {
            busy.set(false);
            take(answer);
          }
        },
        fault -> {
          if (making.get() == own) {
            busy.set(false);
            failed(fault);
          }
        });
  }

  /** Gives up what is being made; nothing comes of it. */
  public void cancel() {
    if (busy.get()) {
      making.incrementAndGet();
      busy.set(false);
      problem.set(Optional.of(Message.of("reports.cancelled")));
    }
  }

  private void take(Answer answer) {
    switch (answer) {
      case Answer.Yes(var paper) -> made.set(Optional.of(paper));
      case Answer.No(var why) -> problem.set(Optional.of(why));
    }
  }

  private void failed(Throwable fault) {
    problem.set(
        Optional.of(
            fault instanceof CancellationException
                ? Message.of("reports.cancelled")
                : Faults.message(fault)));
  }

  /** Writes another form of the paper, and records that; a file of that name is replaced. */
  public void save(Format format, Path file) {
    made.get()
        .filter(paper -> paper.files().containsKey(format))
        .ifPresent(paper ->
            background.run(
                () -> export(paper, format, file),
                result -> saved(result, file),
                _ -> outcome.set(Optional.of(Message.of("paper.save.failed", file)))));
  }

  private Exports.Result export(Made paper, Format format, Path file) {
    byte[] bytes = Objects.requireNonNull(paper.files().get(format)).get();
    long position = ledger.inquiries().lastPosition();
    try (var files = NewFiles.replacing(file)) {
      files.write(format.ending(), out -> out.write(bytes));
      return new Exports(ledger, desk.session()).hand(files, paper.subject(format, position));
    }
  }

  private void saved(Exports.Result result, Path file) {
    switch (result) {
      case Exports.Result.Done _ -> outcome.set(Optional.of(Message.of("paper.saved", file)));
      case Exports.Result.No(var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
    }
  }

  /** Where the copies of a paper come from that came out once already; nothing for any other. */
  Optional<Again> again(Made paper) {
    return Optional.of(paper.wish())
        .filter(wish -> wish.kind() == Kind.RECEIPT)
        .flatMap(wish -> PaperMill.position(wish).map(position -> copies(wish, position)));
  }

  private Again copies(Wish wish, long position) {
    return (whenRecorded, whenNot) ->
        copies.record(
            position,
            number -> {
              var spoken = language.get();
              background.run(
                  () -> mill.copy(wish, spoken, number),
                  answer -> {
                    switch (answer) {
                      case Answer.Yes(var copy) -> whenRecorded.accept(copy.paper());
                      case Answer.No(var why) -> whenNot.accept(why);
                    }
                  },
                  fault -> whenNot.accept(Faults.message(fault)));
            },
            whenNot);
  }
}
