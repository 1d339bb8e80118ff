package counterfoil.build;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.RefusalFigures;
import counterfoil.domain.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentences of refusals: the same ones in both languages, with the same figures. */
class RefusalSentencesTest {
  private static final Path FOLDER = Path.of("resources", "counterfoil", "application");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern CODE = Pattern.compile("case \\w+ _ ->\\s+\"([a-z_]+)\"");

  private final Properties english = new Properties();
  private final Properties chinese = new Properties();

  @BeforeEach
  void read() throws IOException {
    try (var reader = Files.newBufferedReader(FOLDER.resolve("refusals.properties"))) {
      english.load(reader);
    }
    try (var reader = Files.newBufferedReader(FOLDER.resolve("refusals_zh.properties"))) {
      chinese.load(reader);
    }
  }

  @Test
  void both_languages_have_the_same_sentences() {
    assertFalse(english.isEmpty());
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
  }

  @Test
  void no_sentence_stands_twice_in_a_file() throws IOException {
    for (var file : List.of("refusals.properties", "refusals_zh.properties")) {
      var keys =
          Files.readAllLines(FOLDER.resolve(file)).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      assertEquals(keys.stream().distinct().toList(), keys, file);
    }
  }

  @Test
  void both_languages_show_the_same_figures() {
    assertAll(
        english.stringPropertyNames().stream()
            .map(key ->
                () ->
                    assertEquals(
                        figures(english.getProperty(key)),
                        figures(chinese.getProperty(key)),
                        key)));
  }

  @Test
  void no_sentence_has_a_straight_apostrophe() {
    // MessageFormat would swallow it, and what follows with it.
    assertAll(
        Stream.of(english, chinese)
            .flatMap(texts -> texts.entrySet().stream())
            .map(text ->
                () -> assertFalse(text.getValue().toString().contains("'"), text.toString())));
  }

  @Test
  void every_sentence_is_some_refusals() throws IOException {
    var codes = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src", "main", "java", "counterfoil"))) {
      for (var source : sources.filter(path -> path.toString().endsWith("Refusal.java")).toList()) {
        CODE.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
      }
    }
    assertTrue(codes.contains("till_not_open"), "the pattern finds the codes");
    var unknown = new TreeSet<>(english.stringPropertyNames());
    var roles =
        Arrays.stream(Role.values()).map(RefusalFigures::roleKey).collect(Collectors.toSet());
    for (int count = 1; count <= Role.values().length; count++) {
      roles.add(RefusalFigures.rolesKey(count));
    }
    unknown.removeIf(key ->
        key.startsWith("refusal.")
            ? codes.contains(key.substring("refusal.".length()))
            : roles.contains(key));
    assertEquals(new TreeSet<>(), unknown);
  }

  private static Set<String> figures(String sentence) {
    return PLACEHOLDER
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
