package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void linux_has_a_display_where_x_or_wayland_says_so() {
    assertTrue(Display.present(Map.of("DISPLAY", ":0"), "Linux"));
    assertTrue(Display.present(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"));
    assertFalse(Display.present(Map.of("DISPLAY", ""), "Linux"));
    assertFalse(Display.present(Map.of(), "Linux"));
  }

  @Test
  void windows_and_macos_always_have_one() {
    assertTrue(Display.present(Map.of(), "Windows 11"));
    assertTrue(Display.present(Map.of(), "Mac OS X"));
  }
}
