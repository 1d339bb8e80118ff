package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkstationMemoryTest {
  @TempDir private Path folder;

  private WorkstationMemory memory(Path place) {
    return new WorkstationMemory(place, new DirectBackground());
  }

  @Test
  void before_there_is_a_ledger_nothing_is_left_on_the_disk() {
    var place = folder.resolve("counterfoil");
    var memory = memory(place);
    memory.change(now -> now.withTheme(Theme.Choice.DARK));
    assertFalse(Files.exists(place));
    assertEquals(Theme.Choice.DARK, memory.settings().theme());
  }

  @Test
  void what_was_chosen_before_is_kept_once_there_is_one() {
    var memory = memory(folder);
    memory.change(now -> now.withLanguage(Locale.SIMPLIFIED_CHINESE));
    memory.keep();
    memory.change(now -> now.withTheme(Theme.Choice.LIGHT));
    var again = memory(folder).settings();
    assertEquals(Optional.of(Locale.SIMPLIFIED_CHINESE), again.language());
    assertEquals(Theme.Choice.LIGHT, again.theme());
  }

  @Test
  void a_place_that_cannot_be_written_hinders_nobody() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "not a folder");
    var memory = memory(file);
    memory.keep();
    memory.change(now -> now.withTheme(Theme.Choice.DARK));
    assertEquals("not a folder", Files.readString(file));
    assertEquals(Theme.Choice.DARK, memory.settings().theme());
  }
}
