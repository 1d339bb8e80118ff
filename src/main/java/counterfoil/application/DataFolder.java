package counterfoil.application;

import java.nio.file.Path;
import java.util.Map;

/** Where a person's ledger lies on this machine. */
public record DataFolder(Path path) {
  private static final String NAME = "counterfoil";

  /**
   * The platform's own place: {@code %APPDATA%} on Windows, {@code ~/Library/Application Support}
   * on macOS, {@code $XDG_DATA_HOME} or {@code ~/.local/share} elsewhere.
   *
   * @param environment the process's environment variables
   * @param system the system property {@code os.name}
   * @param home the person's own folder
   */
  public static DataFolder ofPlatform(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("Windows")) {
      var roaming = environment.getOrDefault("APPDATA", "");
      var base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
      return new DataFolder(base.resolve("Counterfoil"));
    }
    if (system.startsWith("Mac")) {
      return new DataFolder(
          home.resolve("Library").resolve("Application Support").resolve("Counterfoil"));
    }
    // The XDG specification: a relative path counts as not set.
    var shared = environment.getOrDefault("XDG_DATA_HOME", "");
    var base = shared.startsWith("/") ? Path.of(shared) : home.resolve(".local").resolve("share");
    return new DataFolder(base.resolve(NAME));
  }

  /** The ledger of the branch. */
  public Path ledger() {
    return path;
  }

  /** The ledger to practise in. */
  public Path practice() {
    return path.resolve("practice");
  }
}
