package counterfoil.desktop;

import java.util.Map;

/** Whether there is a display that a window could be shown on. */
public final class Display {
  private Display() {}

  /**
   * @param environment the process's environment variables
   * @param system the system property {@code os.name}
   */
  public static boolean present(Map<String, String> environment, String system) {
    if (system.startsWith("Windows") || system.startsWith("Mac")) {
      return true;
    }
    return !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
