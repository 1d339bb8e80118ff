package counterfoil.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fuzzes the parsers one after the other, guided by what code each input reaches: {@code fuzz}
 * names one of them or {@code all}, {@code seconds} is how long each has. Inputs that reach
 * something new are gathered in {@code found} in the given folder; what fails is told with the file
 * that brings it back, to be mended and kept in {@code src/test/resources/counterfoil/fuzz}. With
 * {@code keep} set nothing is looked for: of what was found, those inputs are kept that reach what
 * no kept one does.
 */
final class FuzzCampaign {
  private static final String KEPT = "src/test/resources/counterfoil/fuzz";
  private static final boolean KEEP = Boolean.getBoolean("keep");
  private static final int LONGEST_INPUT = 16_384;

  /** The decoder of codes has many branches of its own. */
  private static final String INSTRUMENTED = "counterfoil.**:com.google.zxing.**";

  private FuzzCampaign() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String which = System.getProperty("fuzz", "all");
    List<Fuzzed> parsers =
        which.equals("all") ? List.of(Fuzzed.values()) : List.of(Fuzzed.of(which));
    boolean good = true;
    for (Fuzzed parser : parsers) {
      good &= fuzz(parser, folder, Integer.getInteger("seconds", 600));
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean fuzz(Fuzzed parser, Path folder, int seconds)
      throws IOException, InterruptedException {
    Path found = Files.createDirectories(folder.resolve("found").resolve(parser.code()));
    Path failed = Files.createDirectories(folder.resolve("failed").resolve(parser.code()));
    Path kept = Files.createDirectories(Path.of(KEPT, parser.code()));
    List<byte[]> examples = parser.examples();
    for (int i = 0; i < examples.size(); i++) {
      Files.write(found.resolve("example-" + i), examples.get(i));
    }
    Path log = folder.resolve(parser.code() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+EnableDynamicAgentLoading", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzedInput.class.getName());
    command.add("--target_args=" + parser.code());
    command.add("--instrumentation_includes=" + INSTRUMENTED.replace(":", File.pathSeparator));
    command.add("--reproducer_path=" + failed);
    if (KEEP) {
      command.addAll(List.of("-merge=1", kept.toString(), found.toString()));
    } else {
      command.addAll(List.of(found.toString(), kept.toString()));
      command.add("-max_total_time=" + seconds);
    }
    command.add("-artifact_prefix=" + failed + File.separator);
    command.add("-max_len=" + LONGEST_INPUT);
    command.addAll(List.of("-timeout=20", "-rss_limit_mb=4096"));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    System.out.printf(
        Locale.ROOT,
        "%-10s %s; %s%n",
        parser.code(),
        code == 0 ? "nothing fails" : "FAILS: see " + log + " and " + failed,
        last(log));
    return code == 0;
  }

  /** What the fuzzer says of itself last: how many inputs, how much code they reached. */
  private static String last(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.matches("#[0-9].*"))
          .reduce((_, later) -> later)
          .map(line -> String.join(" ", Arrays.asList(line.split("\\s+"))))
          .orElse("no input was read");
    }
  }
}
