package counterfoil.desktop.signin;

import counterfoil.application.Session;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.Refusal;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A locked workstation: knows who is at it, and nothing of what they were doing. */
public final class LockViewModel {
  private final Session session;
  private final Gate gate;
  private final Runnable unlocked;
  private final ReadOnlyObjectWrapper<Optional<Message>> passwordProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param unlocked brings back what was there before
   */
  public LockViewModel(Session session, Background background, Alarm alarm, Runnable unlocked) {
    this.session = session;
    this.gate = new Gate(background, alarm);
    this.unlocked = unlocked;
  }

  public String person() {
    return session.fullName();
  }

  public String workstation() {
    return session.actor().workstation();
  }

  public Gate gate() {
    return gate;
  }

  public ReadOnlyObjectProperty<Optional<Message>> passwordProblemProperty() {
    return passwordProblem.getReadOnlyProperty();
  }

  /** The person has begun to type the password again. */
  public void retype() {
    passwordProblem.set(Optional.empty());
  }

  /**
   * @param password is wiped
   */
  public void unlock(char[] password) {
    passwordProblem.set(
        password.length == 0
            ? Optional.of(Message.of("signin.password.missing"))
            : Optional.empty());
    if (password.length == 0) {
      Arrays.fill(password, '\0');
    } else {
      gate.enter(password, session::unlock, this::answered);
    }
  }

  private void answered(Optional<Refusal> refusal) {
    refusal.ifPresentOrElse(gate::refuse, unlocked);
  }
}
