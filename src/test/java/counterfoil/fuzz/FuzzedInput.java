package counterfoil.fuzz;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the fuzzer comes in: it knows these methods by their names. */
public final class FuzzedInput {
  private static @Nullable Fuzzed parser;

  private FuzzedInput() {}

  /**
   * @param args the parser
   */
  public static void fuzzerInitialize(String[] args) {
    parser = Fuzzed.of(args[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (parser != null) {
      var _ = parser.read(input);
    }
  }
}
