package counterfoil.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatTest {
  @Test
  void every_source_file_is_in_the_format_that_mvn_Pformat_writes() throws Exception {
    assertEquals("", SourceFormat.deviations(Path.of("src")), "run: mvn -q -Pformat");
  }

  @Test
  void a_file_in_another_format_is_found(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("Crooked.java"), "class Crooked{int a=1 ;}\n");
    assertFalse(SourceFormat.deviations(folder).isEmpty());
  }
}
