package counterfoil.application.practice;

import java.nio.file.Path;
import java.util.List;

/** Takes pictures of the scripted day, while it is played. */
public interface DayPictures extends AutoCloseable {
  /**
   * Takes the pictures of a moment; the day waits.
   *
   * @throws java.io.UncheckedIOException if a picture cannot be written
   */
  void look(DayScene scene);

  /** The pictures of screens that were written so far, each one in light and in dark. */
  List<Path> screens();

  /** The pictures of papers that were written so far, a page each. */
  List<Path> papers();

  @Override
  void close();
}
