package counterfoil.desktop.approval;

import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.kit.SecondPerson;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * An act that somebody else must sign: at this desk with their own password, or from the queue. One
 * at a time, for it stands in front of everything else.
 */
public final class SigningViewModel implements SecondPerson {
  private record Asked(Posting posting, ApprovalNeeded needed, Consumer<Outcome> whenAnswered) {}

  private final Desk desk;
  private final WaitingActs waiting;
  private final StringProperty approver = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<ApprovalNeeded>> need =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private Optional<Asked> asked = Optional.empty();

  public SigningViewModel(Desk desk, WaitingActs waiting) {
    this.desk = desk;
    this.waiting = waiting;
    approver.subscribe(_ -> problem.set(Optional.empty()));
  }

  /** What is to be signed, and why; nothing while nothing is. */
  public ReadOnlyObjectProperty<Optional<ApprovalNeeded>> needProperty() {
    return need.getReadOnlyProperty();
  }

  /** The sign-in name of the second person, as typed. */
  public StringProperty approverProperty() {
    return approver;
  }

  /** Why it was not signed. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  @Override
  public void ask(Posting posting, ApprovalNeeded needed, Consumer<Outcome> whenAnswered) {
    goBack();
    approver.set("");
    asked = Optional.of(new Asked(posting, needed, whenAnswered));
    need.set(Optional.of(needed));
  }

  /**
   * Signs with the second person's password.
   *
   * @param password is wiped
   */
  public void sign(char[] password) {
    var name = approver.get().strip();
    var wrong = whyNotSigned(name, password);
    if (asked.isEmpty() || underWay.get() || wrong.isPresent()) {
      Arrays.fill(password, '\0');
      problem.set(wrong);
      return;
    }
    var act = asked.get();
    begin();
    desk.postApproved(
        act.posting(), act.needed(), name, password, o -> signed(act, o), this::failed);
  }

  private Optional<Message> whyNotSigned(String name, char[] password) {
    if (name.isEmpty()) {
      return Optional.of(Message.of("approval.sign.name-missing"));
    }
    if (name.equalsIgnoreCase(desk.actor().name())) {
      return Optional.of(Message.of("approval.sign.oneself"));
    }
    return password.length == 0
        ? Optional.of(Message.of("approval.sign.password-missing"))
        : Optional.empty();
  }

  private void signed(Asked act, Outcome outcome) {
    underWay.set(false);
    switch (outcome) {
      case Refused(_, var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
      case ApprovalNeeded other -> {
        // The act has come to something else since it was shown: nothing was signed.
        asked = Optional.of(new Asked(act.posting(), other, act.whenAnswered()));
        need.set(Optional.of(other));
        problem.set(Optional.of(Message.of("approval.sign.changed")));
      }
      case Outcome.Posted _, Outcome.ChangedMeanwhile _ -> end(outcome);
    }
  }

  /** Sends it to the queue, for somebody at another workstation. */
  public void queue() {
    if (asked.isEmpty() || underWay.get()) {
      return;
    }
    var act = asked.get();
    begin();
    desk.requestApproval(
        act.posting(),
        outcome -> {
          underWay.set(false);
          if (outcome instanceof Refused(_, var refusal)) {
            problem.set(Optional.of(Refusals.message(refusal)));
          } else {
            waiting.add(act.posting(), act.needed());
            end(act.needed());
          }
        },
        this::failed);
  }

  /** The act is not done for now; what was typed stays where it is. */
  public void goBack() {
    if (!underWay.get()) {
      asked.ifPresent(act -> end(act.needed()));
    }
  }

  private void begin() {
    problem.set(Optional.empty());
    underWay.set(true);
  }

  private void failed(Throwable why) {
    underWay.set(false);
    problem.set(Optional.of(Faults.message(why)));
  }

  private void end(Outcome outcome) {
    var act = asked;
    asked = Optional.empty();
    approver.set("");
    problem.set(Optional.empty());
    need.set(Optional.empty());
    act.ifPresent(a -> a.whenAnswered().accept(outcome));
  }
}
