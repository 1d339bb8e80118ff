package counterfoil.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** {@code verify.mjs}, run by Node.js. */
public final class SecondVerifier {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SecondVerifier() {}

  /** What a run of it came to. */
  public record Run(int code, String out, String err) {}

  /**
   * The path of Node.js. Where there is none the calling test is skipped, or fails where everything
   * must run ({@code CI=true}).
   */
  private static String node() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<Path> node =
        Stream.of(path.split(File.pathSeparator))
            .flatMap(folder -> Stream.of("node", "node.exe").map(Path.of(folder)::resolve))
            .filter(Files::isExecutable)
            .findFirst();
    if (node.isEmpty()) {
      String missing = "the second verifier needs Node.js (node), which is missing";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing + ", and with CI=true nothing may be skipped");
      }
      Assumptions.abort(missing);
    }
    return node.orElseThrow().toString();
  }

  public static Run run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    String node = node();
    Path script = folder.resolve(PackFiles.VERIFIER);
    try (InputStream in = PackWriter.class.getResourceAsStream(PackFiles.VERIFIER)) {
      Files.copy(
          Optional.ofNullable(in).orElseThrow(), script, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(List.of(node, script.toString()));
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Run(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Its verdict on each pack. */
  static List<JsonNode> verify(Path folder, List<Path> packs, List<String> keys)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    keys.forEach(key -> arguments.addAll(List.of("--key", key)));
    packs.forEach(pack -> arguments.add(pack.toString()));
    Run run = run(folder, arguments);
    List<JsonNode> verdicts = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      verdicts.add(JSON.readTree(line));
    }
    Assertions.assertEquals(packs.size(), verdicts.size(), run.err());
    Assertions.assertEquals("", run.err());
    boolean all = verdicts.stream().allMatch(verdict -> verdict.path("valid").booleanValue());
    Assertions.assertEquals(all ? 0 : 1, run.code());
    return verdicts;
  }

  /** All that both say in the same way: the verdict, what and where, and the counts. */
  static String described(JsonNode theirs) {
    TreeSet<String> findings = new TreeSet<>();
    theirs
        .path("findings")
        .forEach(found ->
            findings.add(found.path("kind").asText() + "@" + found.path("position").asLong()));
    List<String> counts = new ArrayList<>();
    for (String name :
        List.of("entries", "root", "signed", "retold", "erased", "checkpoints", "checkpointed")) {
      counts.add(theirs.path(name).asText());
    }
    return theirs.path("valid").booleanValue() + " " + findings + " " + counts;
  }

  static String described(PackVerdict ours) {
    TreeSet<String> findings = new TreeSet<>();
    ours.findings().forEach(found -> findings.add(found.kind().code() + "@" + found.position()));
    List<String> counts = new ArrayList<>();
    ours.contents()
        .ifPresentOrElse(
            contents -> counts.addAll(List.of("" + contents.entries(), contents.root())),
            () -> counts.addAll(List.of("", "")));
    ours.proven()
        .ifPresentOrElse(
            proven ->
                Stream.of(
                        proven.signed(),
                        proven.retold(),
                        proven.erased(),
                        proven.checkpoints(),
                        proven.checkpointed())
                    .map(Object::toString)
                    .forEach(counts::add),
            () -> counts.addAll(List.of("", "", "", "", "")));
    return ours.valid() + " " + findings + " " + counts;
  }
}
