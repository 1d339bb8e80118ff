package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.WorkstationSettings.Bounds;
import counterfoil.desktop.kit.Theme;
import counterfoil.eventstore.ServerAddress;
import counterfoil.report.layout.PaperFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkstationSettingsTest {
  @TempDir private Path folder;

  @Test
  void what_was_written_is_read_again() throws IOException {
    var settings =
        new WorkstationSettings(
            Optional.of(Locale.SIMPLIFIED_CHINESE),
            Theme.Choice.DARK,
            Optional.of("林晓雨 = #1"),
            Optional.of("WS-02"),
            Optional.of(
                ServerAddress.parse(
                    "postgresql://ann@[fe80::1]:5433/riverside?sslmode=require", "")),
            Optional.of(new Bounds(-12.5, 40, 1366, 768, true)),
            PaperFormat.A4);
    settings.write(folder);
    assertEquals(settings, WorkstationSettings.read(folder));
  }

  @Test
  void the_folder_is_made_where_it_is_missing() throws IOException {
    var missing = folder.resolve("new").resolve("place");
    WorkstationSettings.NONE.withNames("Amara", "WS-02").write(missing);
    assertEquals(Optional.of("Amara"), WorkstationSettings.read(missing).person());
  }

  @Test
  void without_a_file_nothing_is_remembered() {
    assertEquals(WorkstationSettings.NONE, WorkstationSettings.read(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3", "a b c d true", "1 2 3 NaN true", "", "1 2 3 4 5 6", "\\u12"})
  void a_line_that_cannot_be_understood_counts_as_missing(String window) throws IOException {
    Files.writeString(
        folder.resolve("workstation.properties"), "window=" + window + "\ntheme=pink\n");
    var settings = WorkstationSettings.read(folder);
    assertTrue(settings.window().isEmpty());
    assertEquals(Theme.Choice.SYSTEM, settings.theme());
  }
}
