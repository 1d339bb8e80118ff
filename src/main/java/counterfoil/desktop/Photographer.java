package counterfoil.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Takes pictures of a scene once it has come to rest. To be used from any thread but its own. */
final class Photographer {
  static final double WIDTH = 1440;
  static final double HEIGHT = 900;

  /**
   * A quarter of a second at 60 frames a second: longer than anything here waits before it asks.
   */
  private static final int FRAMES_AT_REST = 15;

  private static final long PATIENCE_SECONDS = 60;

  private final StackPane frame = new StackPane();
  private final BooleanSupplier settled;
  private final Stage stage;

  /**
   * @param settled whether no work is left in the background
   */
  Photographer(BooleanSupplier settled) {
    this.settled = settled;
    this.stage =
        onScreen(() -> {
          var window = new Stage();
          window.setScene(new Scene(frame, WIDTH, HEIGHT));
          window.show();
          return window;
        });
  }

  /** Starts the toolkit without a display, unless it runs already; returns whether it did. */
  static boolean startToolkit() {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    try {
      var started = new CompletableFuture<Boolean>();
      Platform.startup(() -> started.complete(true));
      Platform.setImplicitExit(false);
      return await(started);
    } catch (IllegalStateException alreadyRunning) {
      return false;
    }
  }

  void put(Supplier<Parent> content) {
    onScreen(() -> {
      frame.getChildren().setAll(content.get());
      return true;
    });
  }

  void arrange(Runnable change) {
    onScreen(() -> {
      change.run();
      return true;
    });
  }

  /** Waits for rest, then writes what is to be seen into {@code file}. */
  Path take(Path file) {
    settle();
    var image =
        onScreen(() -> {
          var shot = new WritableImage((int) WIDTH, (int) HEIGHT);
          return frame.getScene().snapshot(shot);
        });
    try {
      ImageIO.write(plain(image), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return file;
  }

  /** Waits until nothing is under way and everything has been drawn. */
  void settle() {
    await(rest());
  }

  private CompletableFuture<Boolean> rest() {
    var rested = new CompletableFuture<Boolean>();
    onScreen(() -> {
      new AnimationTimer() {
        private int frames;

        @Override
        public void handle(long nowNanos) {
          frames = settled.getAsBoolean() ? frames + 1 : 0;
          if (frames >= FRAMES_AT_REST) {
            stop();
            rested.complete(true);
          }
        }
      }.start();
      return true;
    });
    return rested;
  }

  void leave() {
    onScreen(() -> {
      stage.hide();
      return true;
    });
  }

  private static BufferedImage plain(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
    var plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    plain.setRGB(0, 0, width, height, pixels, 0, width);
    return plain;
  }

  static <T> T onScreen(Supplier<T> work) {
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    var done = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        done.complete(work.get());
      } catch (Throwable fault) {
        done.completeExceptionally(fault);
      }
    });
    return await(done);
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a picture was taken", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the screen did not come to rest", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("no picture", e.getCause());
    }
  }
}
