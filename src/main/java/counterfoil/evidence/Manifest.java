package counterfoil.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.proof.TreeHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a pack says of itself. It has one spelling only: two spaces a level, the fields in this
 * order, and a line feed at the end.
 *
 * @param entries how many are in the pack: all from the ledger's first on
 * @param root of the tree over them, in Base64
 * @param madeAt ISO 8601
 * @param workstation where it was made
 * @param program name and version
 * @param files all but the manifest itself, in their order
 */
record Manifest(
    Identity ledger,
    long entries,
    String root,
    String madeAt,
    String workstation,
    String program,
    List<Listed> files) {
  private static final String FORMAT = "counterfoil.local/evidence/v1";
  private static final int MOST_TEXT = 200;
  private static final int MOST_NAME = 100;

  /** JavaScript counts exactly so far, and nobody needs more. */
  static final long LARGEST_NUMBER = (1L << 53) - 1;

  Manifest {
    files = List.copyOf(files);
  }

  /** What the ledger was founded as. */
  record Identity(
      String origin,
      String branch,
      String currency,
      String zone,
      String foundedAt,
      boolean practice) {}

  /**
   * A file.
   *
   * @param sha256 in lower-case hexadecimal
   */
  record Listed(String name, long bytes, String sha256) {}

  /** The names of a pack's files but the manifest, with so many files of entries. */
  static List<String> names(int entryFiles) {
    return Stream.of(
            Stream.of(PackFiles.README, PackFiles.VERIFIER),
            IntStream.rangeClosed(1, entryFiles).mapToObj(PackFiles::entries),
            Stream.of(PackFiles.CHECKPOINTS, PackFiles.KEYS, PackFiles.PROOFS))
        .flatMap(names -> names)
        .toList();
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(bytes)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeObjectFieldStart("ledger");
      json.writeStringField("origin", ledger.origin);
      json.writeStringField("branch", ledger.branch);
      json.writeStringField("currency", ledger.currency);
      json.writeStringField("zone", ledger.zone);
      json.writeStringField("founded_at", ledger.foundedAt);
      json.writeBooleanField("practice", ledger.practice);
      json.writeEndObject();
      json.writeNumberField("entries", entries);
      json.writeStringField("root", root);
      json.writeStringField("made_at", madeAt);
      json.writeStringField("workstation", workstation);
      json.writeStringField("program", program);
      json.writeArrayFieldStart("files");
      for (Listed file : files) {
        json.writeStartObject();
        json.writeStringField("name", file.name);
        json.writeNumberField("bytes", file.bytes);
        json.writeStringField("sha256", file.sha256);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static DefaultPrettyPrinter printer() {
    var lines = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    return printer;
  }

  /**
   * @throws UnreadablePack if it is not exactly what {@link #toBytes} writes
   */
  static Manifest parse(byte[] bytes) {
    Manifest manifest = parse(object(bytes));
    if (!Arrays.equals(manifest.toBytes(), bytes)) {
      throw no("it is not written as it must be");
    }
    return manifest;
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      if (Json.strictly(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException _) {
      throw no("it is no JSON");
    }
    throw no("it is no object");
  }

  private static Manifest parse(ObjectNode given) {
    if (!given.path("format").asText().equals(FORMAT)) {
      throw no("another format, or a later version");
    }
    JsonNode ledger = given.path("ledger");
    if (!ledger.path("practice").isBoolean() || !given.path("files").isArray()) {
      throw no("something is missing");
    }
    List<Listed> files = new ArrayList<>();
    given.path("files").forEach(file -> files.add(listed(file)));
    int entryFiles = files.size() - names(0).size();
    if (entryFiles < 0 || !files.stream().map(Listed::name).toList().equals(names(entryFiles))) {
      throw no("its list of files");
    }
    String root = text(given, "root", MOST_TEXT);
    if (hash(root).isEmpty()) {
      throw no("the root");
    }
    return new Manifest(
        new Identity(
            text(ledger, "origin", MOST_TEXT),
            text(ledger, "branch", MOST_TEXT),
            text(ledger, "currency", MOST_TEXT),
            text(ledger, "zone", MOST_TEXT),
            text(ledger, "founded_at", MOST_TEXT),
            ledger.path("practice").booleanValue()),
        number(given, "entries"),
        root,
        text(given, "made_at", MOST_TEXT),
        text(given, "workstation", MOST_TEXT),
        text(given, "program", MOST_TEXT),
        files);
  }

  private static Listed listed(JsonNode file) {
    String sha256 = text(file, "sha256", MOST_NAME);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw no("the SHA-256 of a file");
    }
    return new Listed(text(file, "name", MOST_NAME), number(file, "bytes"), sha256);
  }

  private static String text(JsonNode object, String field, int most) {
    String text = object.path(field).isTextual() ? object.path(field).textValue() : "";
    boolean strange =
        text.codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (text.isEmpty() || text.length() > most || strange) {
      throw no("a text");
    }
    return text;
  }

  private static long number(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < 0
        || value.longValue() > LARGEST_NUMBER) {
      throw no("a number");
    }
    return value.longValue();
  }

  /** The 32 bytes that a text in standard Base64 stands for, if it is exactly as it must be. */
  static Optional<byte[]> hash(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // The decoder lets missing padding and unused bits pass.
      return bytes.length == TreeHash.BYTES
              && Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static UnreadablePack no(String what) {
    return new UnreadablePack(
        Kind.MANIFEST, 0, "manifest.json is not that of an evidence pack: " + what + ".");
  }
}
