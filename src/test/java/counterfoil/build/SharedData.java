package counterfoil.build;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The real data beside the project, for tests that need it. */
public final class SharedData {
  private static final Path ROOT = Path.of("..", "shared");

  private SharedData() {}

  /**
   * A file or folder of it. Where it is missing the calling test is skipped, or fails where
   * everything must run ({@code CI=true}).
   */
  public static Path at(String path) {
    var place = ROOT.resolve(path);
    if (Files.notExists(place)) {
      var missing = place + " is missing";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing + ", and with CI=true nothing may be skipped");
      }
      Assumptions.abort(missing);
    }
    return place;
  }
}
