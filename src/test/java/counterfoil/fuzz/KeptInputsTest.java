package counterfoil.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What fuzzing has found worth keeping, read again: inputs that together reach all the code that
 * any has reached, and each that failed once. {@code mvn -q -Pfuzz} looks for more of them.
 */
final class KeptInputsTest {
  private static final Path KEPT = Path.of("src/test/resources/counterfoil/fuzz");

  @TestFactory
  Stream<DynamicTest> kept_inputs_break_no_parser() {
    return Stream.of(Fuzzed.values())
        .map(parser -> DynamicTest.dynamicTest(parser.code(), () -> readAll(parser)));
  }

  private static void readAll(Fuzzed parser) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(KEPT.resolve(parser.code()))) {
      files = listed.sorted().toList();
    }
    assertFalse(files.isEmpty(), "there are kept inputs");
    List<String> failed = new ArrayList<>();
    for (Path file : files) {
      try {
        var _ = parser.read(Files.readAllBytes(file));
      } catch (RuntimeException | AssertionError e) {
        failed.add(file + ": " + e);
      }
    }
    assertEquals(List.of(), failed);
  }

  @TestFactory
  Stream<DynamicTest> what_is_well_written_is_read() {
    return Stream.of(Fuzzed.values())
        .map(parser ->
            DynamicTest.dynamicTest(
                parser.code(),
                () -> {
                  assertFalse(parser.examples().isEmpty());
                  for (byte[] example : parser.examples()) {
                    assertTrue(parser.read(example), "it is taken");
                  }
                }));
  }
}
