package counterfoil.desktop;

import counterfoil.application.DataFolder;
import counterfoil.application.StoredLedgers;
import counterfoil.desktop.kit.VirtualThreads;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Starts the desktop on the ledger in a folder, prints how many milliseconds after the start of the
 * process the counter was drawn and could be used, and ends.
 */
public final class FirstFrame {
  private FirstFrame() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Platform.startup(() -> {
      Stage stage = new Stage();
      InstantSource clock = InstantSource.system();
      new Desktop(
              new StoredLedgers(clock),
              (_, _, _, _) -> {},
              new VirtualThreads(),
              new Desktop.Surroundings(
                  new DataFolder(folder), Optional.empty(), clock, ZoneOffset.UTC, "bench", "WS-1"))
          .show(stage);
      new AnimationTimer() {
        private int framesShown;

        @Override
        public void handle(long nowNanos) {
          boolean usable =
              stage.getScene() != null && stage.getScene().getRoot().lookup(".status-bar") != null;
          // The frame after the one that first had the screen in it is the one a person sees.
          if (usable && ++framesShown == 2) {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println(System.currentTimeMillis() - started);
            Runtime.getRuntime().halt(0);
          }
        }
      }.start();
    });
  }
}
