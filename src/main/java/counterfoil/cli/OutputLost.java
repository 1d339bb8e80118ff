package counterfoil.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** The answer could not be written: its reader has gone, or the disk it goes to is full. */
final class OutputLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputLost(IOException cause) {
    super(cause);
  }

  /** Whether the reader simply did not want more, as {@code head} does. */
  boolean readerHasGone() {
    String what =
        Objects.requireNonNullElse(getCause() == null ? "" : getCause().getMessage(), "")
            .toLowerCase(Locale.ROOT);
    return what.contains("pipe") || what.contains("closed");
  }
}
