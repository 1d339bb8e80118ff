package counterfoil.desktop.approval;

import counterfoil.application.Order;
import counterfoil.application.Order.Approve;
import counterfoil.application.Order.Reject;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.AccountLine;
import counterfoil.projection.ApprovalLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The queue of what waits for somebody to decide, live, and what has been decided today. */
public final class ApprovalsViewModel {
  /**
   * The queue as it stands.
   *
   * @param fullNames everybody's, by the name that they sign in with
   */
  public record Queue(
      List<ApprovalLine> pending, List<ApprovalLine> decided, Map<String, String> fullNames) {
    static final Queue NONE = new Queue(List.of(), List.of(), Map.of());

    /** As the person is called. */
    String fullName(StaffName name) {
      return fullNames.getOrDefault(name.value(), name.value());
    }
  }

  private final Desk desk;
  private final InstantSource clock;
  private final LatestQuestion<Boolean, Queue> question;
  private final LatestQuestion<AccountNumber, Optional<AccountLine>> accountQuestion;
  private final ReadOnlyObjectWrapper<Queue> queue = new ReadOnlyObjectWrapper<>(Queue.NONE);
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<ApprovalLine>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<AccountLine>> account =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final StringProperty reason = new SimpleStringProperty("");

  /**
   * @param accounts looks an account up, off the screen's thread
   */
  public ApprovalsViewModel(
      Desk desk,
      ApprovalQuestions approvals,
      Function<AccountNumber, Optional<AccountLine>> accounts,
      Background background,
      InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
    this.question =
        new LatestQuestion<>(
            background,
            _ -> new Queue(approvals.pending(), approvals.decided(), approvals.fullNames()),
            (_, read) -> show(read),
            this::failed);
    this.accountQuestion =
        new LatestQuestion<>(
            background,
            accounts,
            (asked, line) -> {
              if (chosenAccount().filter(asked::equals).isPresent()) {
                account.set(line);
              }
            },
            this::failed);
    reason.subscribe(_ -> problem.set(Optional.empty()));
  }

  public ReadOnlyObjectProperty<Queue> queueProperty() {
    return queue.getReadOnlyProperty();
  }

  /** How many the person at this desk could decide on. */
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** The one that is looked at. */
  public ReadOnlyObjectProperty<Optional<ApprovalLine>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The account that the chosen one is about. */
  public ReadOnlyObjectProperty<Optional<AccountLine>> accountProperty() {
    return account.getReadOnlyProperty();
  }

  /** What is wrong with the reason of a rejection, or with the decision. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What came of the last decision. */
  public ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /** Why it is rejected. */
  public StringProperty reasonProperty() {
    return reason;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Reads the queue again; many calls in a row come as few. */
  public void refresh() {
    question.ask(true);
  }

  public void choose(ApprovalLine line) {
    if (chosen.get().map(ApprovalsViewModel::id).filter(id(line)::equals).isEmpty()) {
      reason.set("");
      problem.set(Optional.empty());
      account.set(Optional.empty());
    }
    chosen.set(Optional.of(line));
    chosenAccount().ifPresent(accountQuestion::ask);
  }

  /** Why the person at this desk cannot decide on the chosen one now; nothing where they can. */
  public Optional<Message> whyNot() {
    if (chosen.get().isEmpty()) {
      return Optional.of(Message.of("approval.none-chosen"));
    }
    var line = chosen.get().get();
    if (line.status() != ApprovalLine.Status.PENDING) {
      return Optional.of(Message.of("approval.decided-already"));
    }
    if (isOwn(line)) {
      return Optional.of(Message.of("approval.own"));
    }
    if (!desk.may(Permission.APPROVE)) {
      return Optional.of(Message.of("approval.not-allowed"));
    }
    return line.openAt(now())
        ? Optional.empty()
        : Optional.of(Message.of("approval.expired-already"));
  }

  public void approve() {
    decide("approval.approved", Approve::new);
  }

  /** Needs a reason, which stays on record. */
  public void reject() {
    var why = reason.get().strip();
    if (whyNot().isEmpty() && why.isEmpty()) {
      problem.set(Optional.of(Message.of("approval.reason-missing")));
    } else {
      decide("approval.rejected", id -> new Reject(id, why));
    }
  }

  private void decide(String done, Function<UUID, Order> order) {
    if (underWay.get() || whyNot().isPresent()) {
      return;
    }
    underWay.set(true);
    note.set(Optional.empty());
    var line = chosen.get().orElseThrow();
    desk.post(
        Posting.of(order.apply(id(line))),
        outcome ->
            decided(line, Message.of(done, queue.get().fullName(line.request().maker())), outcome),
        fault -> {
          underWay.set(false);
          failed(fault);
        });
  }

  private void decided(ApprovalLine line, Message done, Outcome outcome) {
    underWay.set(false);
    if (outcome instanceof Refused(_, var refusal)) {
      problem.set(Optional.of(Refusals.message(refusal)));
    } else {
      note.set(Optional.of(done));
      reason.set("");
      chosen.set(
          queue.get().pending().stream().filter(other -> !id(other).equals(id(line))).findFirst());
    }
    refresh();
  }

  private void show(Queue read) {
    queue.set(read);
    waiting.set(
        desk.may(Permission.APPROVE)
            ? (int) read.pending().stream().filter(line -> !isOwn(line)).count()
            : 0);
    var all = new ArrayList<>(read.pending());
    all.addAll(read.decided());
    var same = chosen.get().map(ApprovalsViewModel::id);
    all.stream()
        .filter(line -> same.filter(id(line)::equals).isPresent())
        .findFirst()
        .or(() -> read.pending().stream().findFirst())
        .ifPresentOrElse(this::choose, () -> chosen.set(Optional.empty()));
  }

  private void failed(Throwable fault) {
    problem.set(Optional.of(Faults.message(fault)));
  }

  boolean isOwn(ApprovalLine line) {
    return line.request().maker().value().equalsIgnoreCase(desk.actor().name());
  }

  private Optional<AccountNumber> chosenAccount() {
    return chosen.get().flatMap(line -> ActText.of(line.request().text()).account());
  }

  private static UUID id(ApprovalLine line) {
    return line.request().approval();
  }
}
