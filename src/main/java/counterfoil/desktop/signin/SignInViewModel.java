package counterfoil.desktop.signin;

import counterfoil.application.Actor;
import counterfoil.application.Session;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.signin.Door.Answer;
import counterfoil.domain.Limits;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Somebody signs in at this workstation. */
public final class SignInViewModel {
  /**
   * Where it is.
   *
   * @param practice whether it is a sample branch
   * @param signedOut who is signed out by it, where somebody is at the locked workstation
   */
  public record Place(String branch, boolean practice, Optional<String> signedOut) {}

  private final Place place;
  private final Door door;
  private final Gate gate;
  private final Consumer<Session> entered;
  private final StringProperty name;
  private final StringProperty workstation;
  private final ReadOnlyObjectWrapper<Optional<Message>> nameProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> passwordProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> workstationProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param name who signed in here last; empty for nobody
   * @param entered takes the session over
   */
  public SignInViewModel(
      Place place,
      Door door,
      String name,
      String workstation,
      Background background,
      Alarm alarm,
      Consumer<Session> entered) {
    this.place = place;
    this.door = door;
    this.gate = new Gate(background, alarm);
    this.entered = entered;
    this.name = new SimpleStringProperty(name);
    this.workstation = new SimpleStringProperty(workstation);
    this.name.subscribe(() -> nameProblem.set(Optional.empty()));
    this.workstation.subscribe(() -> workstationProblem.set(Optional.empty()));
  }

  public Place place() {
    return place;
  }

  public Gate gate() {
    return gate;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty workstationProperty() {
    return workstation;
  }

  public ReadOnlyObjectProperty<Optional<Message>> nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> passwordProblemProperty() {
    return passwordProblem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> workstationProblemProperty() {
    return workstationProblem.getReadOnlyProperty();
  }

  /** The person has begun to type the password again. */
  public void retype() {
    passwordProblem.set(Optional.empty());
  }

  /**
   * Tries the door; where an answer is missing, says so instead.
   *
   * @param password is wiped
   */
  public void signIn(char[] password) {
    var typed = name.get().strip();
    var place = workstation.get().strip();
    nameProblem.set(
        typed.isEmpty() ? Optional.of(Message.of("signin.name.missing")) : Optional.empty());
    passwordProblem.set(
        password.length == 0
            ? Optional.of(Message.of("signin.password.missing"))
            : Optional.empty());
    workstationProblem.set(
        Limits.refuseName("workstation", place, Actor.MAX_NAME_LENGTH).map(Refusals::message));
    if (nameProblem.get().isPresent()
        || passwordProblem.get().isPresent()
        || workstationProblem.get().isPresent()) {
      Arrays.fill(password, '\0');
      return;
    }
    gate.enter(password, given -> door.signIn(typed, given, place), this::answered);
  }

  private void answered(Answer answer) {
    switch (answer) {
      case Answer.Welcome(var session) -> entered.accept(session);
      case Answer.Refused(var refusal) -> gate.refuse(refusal);
    }
  }
}
