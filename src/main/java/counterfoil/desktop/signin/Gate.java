package counterfoil.desktop.signin;

import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Where a password is asked for: one try at a time, off the screen's thread, and none while the
 * door has to be waited at. No password is kept here: each try takes its own and it is wiped.
 */
public final class Gate {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Background background;
  private final Alarm alarm;
  private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper barred = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int seconds;

  Gate(Background background, Alarm alarm) {
    this.background = background;
    this.alarm = alarm;
  }

  /** Whether a password is being looked at. */
  public ReadOnlyBooleanProperty tryingProperty() {
    return trying.getReadOnlyProperty();
  }

  /** Whether no password is taken now: one is being looked at, or the door has to be waited at. */
  public ReadOnlyBooleanProperty barredProperty() {
    return barred.getReadOnlyProperty();
  }

  /** Why the last try came to nothing; counts the seconds down where there are some to wait. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void blame(Message why) {
    problem.set(Optional.of(why));
  }

  /**
   * Has a password looked at; while it is barred, nothing is done but to wipe it.
   *
   * @param attempt called off the screen's thread; wipes the password
   */
  <T> void enter(char[] password, Function<char[], T> attempt, Consumer<T> whenAnswered) {
    if (barred.get()) {
      Arrays.fill(password, '\0');
      return;
    }
    trying.set(true);
    barred.set(true);
    problem.set(Optional.empty());
    background.run(
        () -> {
          try {
            return attempt.apply(password);
          } finally {
            Arrays.fill(password, '\0');
          }
        },
        answer -> {
          open();
          whenAnswered.accept(answer);
        },
        fault -> {
          open();
          blame(Faults.message(fault));
        });
  }

  private void open() {
    trying.set(false);
    barred.set(false);
  }

  void refuse(Refusal refusal) {
    if (refusal instanceof TryAgainAfter wait) {
      seconds = wait.seconds();
      barred.set(true);
      count();
    } else {
      blame(Refusals.message(refusal));
    }
  }

  private void count() {
    if (seconds <= 0) {
      barred.set(false);
      problem.set(Optional.of(Message.of("signin.try-now")));
      return;
    }
    blame(Refusals.message(new TryAgainAfter(seconds)));
    seconds--;
    var _ = alarm.set(SECOND, this::count);
  }
}
