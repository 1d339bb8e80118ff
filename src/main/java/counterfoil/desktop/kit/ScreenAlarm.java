package counterfoil.desktop.kit;

import java.time.Duration;
import javafx.animation.PauseTransition;

/** Rings by the screen's own clock. */
public final class ScreenAlarm implements Alarm {
  @Override
  public Ring set(Duration after, Runnable act) {
    var pause = new PauseTransition(javafx.util.Duration.millis((double) after.toMillis()));
    pause.setOnFinished(_ -> act.run());
    pause.play();
    return pause::stop;
  }
}
