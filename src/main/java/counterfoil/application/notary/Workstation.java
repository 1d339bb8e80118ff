package counterfoil.application.notary;

import counterfoil.proof.TreeHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/**
 * The machine that the program runs on, and where it keeps what is its own and no ledger's: the
 * keys it signs with, and what it has seen of each ledger. Whoever copies a ledger's folder back
 * and forth does not move these.
 *
 * @param place made where missing
 */
public record Workstation(String name, Path place) {
  /** An environment variable that names another place. */
  public static final String PLACE = "COUNTERFOIL_WORKSTATION_DIR";

  private static final int FOLDER_DIGITS = 32;

  /**
   * The platform's own place, which is not that of the ledger: {@code %LOCALAPPDATA%} on Windows,
   * {@code ~/Library/Application Support} on macOS, {@code $XDG_STATE_HOME} or {@code
   * ~/.local/state} elsewhere.
   *
   * @param environment the process's environment variables
   * @param system the system property {@code os.name}
   * @param home the person's own folder
   */
  public static Workstation ofPlatform(
      String name, Map<String, String> environment, String system, Path home) {
    String named = environment.getOrDefault(PLACE, "");
    if (!named.isEmpty()) {
      return new Workstation(name, Path.of(named).toAbsolutePath());
    }
    if (system.startsWith("Windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      Path base = local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return new Workstation(name, base.resolve("Counterfoil Workstation"));
    }
    if (system.startsWith("Mac")) {
      return new Workstation(
          name,
          home.resolve("Library")
              .resolve("Application Support")
              .resolve("Counterfoil Workstation"));
    }
    // The XDG specification: a relative path counts as not set.
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base = state.startsWith("/") ? Path.of(state) : home.resolve(".local").resolve("state");
    return new Workstation(name, base.resolve("counterfoil"));
  }

  /** Where it keeps what it has for one ledger. */
  Path folder(String origin) {
    byte[] digest = TreeHash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
    return place.resolve(HexFormat.of().formatHex(digest).substring(0, FOLDER_DIGITS));
  }
}
