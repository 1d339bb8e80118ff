package counterfoil.desktop.supervisor;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillLimits;
import counterfoil.domain.till.TillState;
import counterfoil.projection.DayInquiries.Stretch;
import counterfoil.projection.ExceptionLine;
import counterfoil.projection.OverShortLine;
import counterfoil.projection.SessionLine;
import counterfoil.projection.StaffLine;
import counterfoil.projection.TillLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a supervisor looks at, for the present business date or an earlier one. */
public final class SupervisorViewModel {
  /** How far back differences are added up. */
  static final int DAYS_OF_DIFFERENCES = 30;

  private final Ledger ledger;
  private final Desk desk;
  private final Supplier<Instant> now;
  private final Handover handover;
  private final LatestQuestion<Optional<LocalDate>, BranchView> question;
  private final ReadOnlyObjectWrapper<Optional<BranchView>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ExceptionLine>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty comment = new SimpleStringProperty("");
  private Optional<LocalDate> date = Optional.empty();

  /**
   * @param now the clock: what has expired does not wait any more
   */
  public SupervisorViewModel(
      Ledger ledger, Desk desk, Background background, Supplier<Instant> now) {
    this.ledger = ledger;
    this.desk = desk;
    this.now = now;
    this.handover = new Handover(desk);
    this.question =
        new LatestQuestion<>(
            background,
            this::read,
            (_, view) -> show(view),
            fault -> trouble.set(Optional.of(Faults.message(fault))));
  }

  /** Nothing before the first answer. */
  public ReadOnlyObjectProperty<Optional<BranchView>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The exception that is to be signed off. */
  public ReadOnlyObjectProperty<Optional<ExceptionLine>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Why it was not signed off. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the screen may be out of date. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  public StringProperty commentProperty() {
    return comment;
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /** Why the person at the desk does not see this screen. */
  public Optional<Message> whyNot() {
    return desk.may(Permission.SEE_BRANCH)
        ? Optional.empty()
        : Optional.of(Message.of("supervisor.why.not-permitted"));
  }

  /** Reads again. */
  public void refresh() {
    if (whyNot().isEmpty()) {
      question.ask(date);
    }
  }

  /** Looks at another date; nothing for the present one, whichever it is. */
  public void look(Optional<LocalDate> other) {
    date = other;
    refresh();
  }

  /** Goes some dates back or on, never past the present one. */
  public void step(int days) {
    shown
        .get()
        .ifPresent(view -> {
          LocalDate wanted = view.date().plusDays(days);
          look(wanted.isBefore(view.present()) ? Optional.of(wanted) : Optional.empty());
        });
  }

  public void choose(Optional<ExceptionLine> line) {
    if (!position(line).equals(position(chosen.get()))) {
      problem.set(Optional.empty());
      comment.set("");
    }
    chosen.set(line);
  }

  private static OptionalLong position(Optional<ExceptionLine> line) {
    return line.map(one -> OptionalLong.of(one.line().position())).orElse(OptionalLong.empty());
  }

  /** Why what is chosen cannot be signed off; nothing where it can. */
  public Optional<Message> whyNotSignOff() {
    if (chosen.get().isEmpty()) {
      return Optional.of(Message.of("supervisor.why.choose"));
    }
    var line = chosen.get().get();
    if (line.review().isPresent()) {
      return Optional.of(Message.of("supervisor.why.signed-off", line.review().get().by()));
    }
    if (!desk.may(Permission.SIGN_OFF_EXCEPTIONS)) {
      return Optional.of(Message.of("supervisor.why.read-only"));
    }
    return line.line().actor().equals(desk.actor().name())
        ? Optional.of(Message.of("supervisor.why.own"))
        : Optional.empty();
  }

  /** Signs off what is chosen, with the comment that was typed. */
  public void signOff() {
    if (whyNotSignOff().isPresent()) {
      problem.set(whyNotSignOff());
      return;
    }
    long position = chosen.get().orElseThrow().line().position();
    problem.set(Optional.empty());
    handover.hand(
        new Order.SignOff(position, comment.get().strip()),
        OptionalLong.empty(),
        this::answered,
        fault -> problem.set(Optional.of(Faults.message(fault))));
  }

  private void answered(Outcome outcome) {
    switch (outcome) {
      case Outcome.Posted _ -> {
        comment.set("");
        refresh();
      }
      case Outcome.Refused(_, var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ -> refresh();
    }
  }

  private void show(BranchView view) {
    trouble.set(Optional.empty());
    var before = chosen.get();
    shown.set(Optional.of(view));
    choose(
        before.flatMap(line ->
            view.exceptions().stream()
                .filter(other -> other.line().position() == line.line().position())
                .findFirst()));
  }

  private BranchView read(Optional<LocalDate> asked) {
    var inquiries = ledger.inquiries();
    LocalDate present = ledger.businessDate();
    LocalDate wanted = asked.orElse(present);
    boolean live = wanted.equals(present);
    List<Stretch> stretches = inquiries.days().stretches(wanted);
    List<TillLine> lines =
        live
            ? inquiries.tills().tills()
            : stretches.isEmpty() ? List.of() : inquiries.tills().tills(stretches.getLast().to());
    Map<String, String> names =
        inquiries.branch().staff().stream()
            .collect(Collectors.toMap(line -> line.name().value(), StaffLine::fullName));
    return new BranchView(
        wanted,
        present,
        live,
        !stretches.isEmpty(),
        tills(lines, inquiries.tills().sessions(wanted)),
        vault(lines),
        inquiries.branch().pendingApprovals(now.get()).size(),
        TellerDifferences.of(
            inquiries.tills().overShort(wanted.minusDays(DAYS_OF_DIFFERENCES - 1L), wanted),
            ledger.currency()),
        inquiries.exceptions().exceptions(wanted, ledger.zone()),
        inquiries.tills().overShort(wanted, wanted).stream()
            .collect(Collectors.toMap(OverShortLine::position, OverShortLine::difference)),
        names);
  }

  private List<TillRow> tills(List<TillLine> lines, List<SessionLine> sessions) {
    TillLimits limits = ledger.settings().tillLimits();
    return lines.stream()
        .filter(line -> !line.till().isVault())
        .map(line -> {
          Optional<TillState.Session> session = line.state().session();
          Optional<Instant> since =
              session.flatMap(running ->
                  sessions.stream()
                      .filter(one -> one.session().equals(running.id()))
                      .findFirst()
                      .map(SessionLine::openedAt));
          return TillRow.of(
              line, session.map(TillState.Session::teller), since, limits, ledger.currency());
        })
        .toList();
  }

  private Cash vault(List<TillLine> lines) {
    return lines.stream()
        .filter(line -> line.till().isVault())
        .findFirst()
        .map(line -> line.state().drawer(ledger.currency()))
        .orElseGet(() -> Cash.none(ledger.currency()));
  }
}
