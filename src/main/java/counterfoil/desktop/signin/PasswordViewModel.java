package counterfoil.desktop.signin;

import counterfoil.application.Session;
import counterfoil.application.signin.PasswordRefusal;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A person chooses another password of their own: because they want to, or because they must. */
public final class PasswordViewModel {
  private final Session session;
  private final boolean demanded;
  private final Gate gate;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<Message>> presentProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> chosenProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> againProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param demanded whether the present one was given for one sign-in only
   * @param changed leads on
   */
  public PasswordViewModel(
      Session session, boolean demanded, Background background, Alarm alarm, Runnable changed) {
    this.session = session;
    this.demanded = demanded;
    this.gate = new Gate(background, alarm);
    this.changed = changed;
  }

  public String person() {
    return session.fullName();
  }

  /** Whether the person can do nothing else before. */
  public boolean demanded() {
    return demanded;
  }

  public Gate gate() {
    return gate;
  }

  public ReadOnlyObjectProperty<Optional<Message>> presentProblemProperty() {
    return presentProblem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> chosenProblemProperty() {
    return chosenProblem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> againProblemProperty() {
    return againProblem.getReadOnlyProperty();
  }

  /** The person has begun to type again. */
  public void retype() {
    presentProblem.set(Optional.empty());
    chosenProblem.set(Optional.empty());
    againProblem.set(Optional.empty());
  }

  /**
   * Changes the password, or says beside the field what is wrong with it.
   *
   * @param present is wiped, as the others are
   * @param again the chosen one once more
   */
  public void change(char[] present, char[] chosen, char[] again) {
    boolean same = Arrays.equals(chosen, again);
    Arrays.fill(again, '\0');
    retype();
    if (present.length == 0) {
      presentProblem.set(Optional.of(Message.of("password.present.missing")));
    } else if (chosen.length == 0) {
      chosenProblem.set(Optional.of(Message.of("password.chosen.missing")));
    } else if (!same) {
      againProblem.set(Optional.of(Message.of("password.again.different")));
    } else if (!gate.barredProperty().get()) {
      gate.enter(present, given -> session.changePassword(given, chosen), this::answered);
      return;
    }
    Arrays.fill(present, '\0');
    Arrays.fill(chosen, '\0');
  }

  private void answered(Optional<Refusal> refusal) {
    refusal.ifPresentOrElse(
        why -> {
          switch (why) {
            case PasswordRefusal _ -> chosenProblem.set(Optional.of(Refusals.message(why)));
            case NameOrPasswordWrong _ ->
                presentProblem.set(Optional.of(Message.of("password.present.wrong")));
            default -> gate.refuse(why);
          }
        },
        changed);
  }
}
