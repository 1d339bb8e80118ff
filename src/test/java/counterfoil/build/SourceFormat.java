package counterfoil.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The one format of every source file: google-java-format. Its main rewrites what deviates. */
final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] arguments) throws IOException {
    System.out.print(run("--replace", Path.of(arguments[0])));
  }

  /** The files under {@code root} that are not in the format, one a line, and complaints. */
  static String deviations(Path root) throws IOException {
    return run("--dry-run", root);
  }

  private static String run(String mode, Path root) throws IOException {
    var arguments = new ArrayList<>(List.of(mode));
    sources(root).forEach(file -> arguments.add(file.toString()));
    var said = new StringWriter();
    var writer = new PrintWriter(said);
    ToolProvider.findFirst("google-java-format")
        .orElseThrow()
        .run(writer, writer, arguments.toArray(String[]::new));
    writer.flush();
    return said.toString();
  }

  static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
