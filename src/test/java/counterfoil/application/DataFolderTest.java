package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private static final Path HOME = Path.of("/home/amara");

  private static Path place(Map<String, String> environment, String system) {
    return DataFolder.ofPlatform(environment, system, HOME).path();
  }

  @Test
  void on_linux_it_is_where_xdg_says() {
    assertEquals(Path.of("/data/counterfoil"), place(Map.of("XDG_DATA_HOME", "/data"), "Linux"));
  }

  @Test
  void on_linux_it_is_in_the_home_folder_where_xdg_says_nothing_usable() {
    var usual = HOME.resolve(".local/share/counterfoil");
    assertEquals(usual, place(Map.of(), "Linux"));
    assertEquals(usual, place(Map.of("XDG_DATA_HOME", ""), "Linux"));
    assertEquals(usual, place(Map.of("XDG_DATA_HOME", "relative/place"), "Linux"));
  }

  @Test
  void on_macos_it_is_in_the_application_support() {
    assertEquals(
        HOME.resolve("Library/Application Support/Counterfoil"), place(Map.of(), "Mac OS X"));
  }

  @Test
  void on_windows_it_is_in_the_roaming_application_data() {
    assertEquals(
        Path.of("/roaming").resolve("Counterfoil"),
        place(Map.of("APPDATA", "/roaming"), "Windows 11"));
    assertEquals(HOME.resolve("AppData/Roaming/Counterfoil"), place(Map.of(), "Windows 11"));
  }

  @Test
  void practice_is_apart_from_the_real_ledger() {
    var folder = new DataFolder(HOME);
    assertEquals(HOME, folder.ledger());
    assertEquals(HOME.resolve("practice"), folder.practice());
  }
}
