package counterfoil.build;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts of the desktop: complete in both languages, each used, each used one there. */
class MessagesTest {
  private static final Path FOLDER = Path.of("resources", "counterfoil", "desktop");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:Message\\.of|new"
              + " Message|\\.get|getString)\\(\\s*\"([a-z]+\\.[A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]");
  private static final Pattern NAME_OF_ACTION =
      Pattern.compile("Action\\.of\\(\\s*\"[^\"]*\",\\s*\"([^\"]*)\"");
  private static final Pattern IN_FXML = Pattern.compile("=\"%([^\"]*)\"");

  private final Properties english = new Properties();
  private final Properties chinese = new Properties();

  @BeforeEach
  void read() throws IOException {
    try (var reader = Files.newBufferedReader(FOLDER.resolve("messages.properties"))) {
      english.load(reader);
    }
    try (var reader = Files.newBufferedReader(FOLDER.resolve("messages_zh.properties"))) {
      chinese.load(reader);
    }
  }

  @Test
  void both_languages_have_the_same_keys() {
    assertFalse(english.isEmpty());
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
  }

  @Test
  void no_key_stands_twice_in_a_file() throws IOException {
    for (var file : List.of("messages.properties", "messages_zh.properties")) {
      var keys =
          Files.readAllLines(FOLDER.resolve(file)).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      assertEquals(keys.stream().distinct().toList(), keys, file);
    }
  }

  @Test
  void both_languages_have_the_same_placeholders() {
    assertAll(
        english.stringPropertyNames().stream()
            .map(key ->
                () ->
                    assertEquals(
                        placeholders(english.getProperty(key)),
                        placeholders(chinese.getProperty(key)),
                        key)));
  }

  @Test
  void every_text_is_well_formed_and_has_no_straight_apostrophe() {
    assertAll(
        Stream.of(english, chinese)
            .flatMap(texts -> texts.entrySet().stream())
            .map(text ->
                () -> {
                  var value = text.getValue().toString();
                  assertFalse(value.isBlank(), text.getKey() + " is empty");
                  // MessageFormat would swallow it, and what follows with it.
                  assertFalse(value.contains("'"), text.getKey() + ": write \u2019");
                  assertFalse(
                      new MessageFormat(value, Locale.ENGLISH).toPattern().isEmpty(),
                      text.getKey().toString());
                }));
  }

  @Test
  void every_key_that_code_or_a_view_asks_for_exists() throws IOException {
    var missing = new TreeSet<String>();
    for (var source : contents(Path.of("src", "main", "java", "counterfoil", "desktop"), ".java")) {
      missing.addAll(found(ASKED_FOR, source));
      missing.addAll(found(NAME_OF_ACTION, source));
    }
    for (var view : views()) {
      missing.addAll(found(IN_FXML, view));
    }
    missing.removeAll(english.stringPropertyNames());
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void every_key_is_used() throws IOException {
    var named = new TreeSet<String>();
    for (var source : javaSources()) {
      named.addAll(found(LITERAL, source));
    }
    for (var view : views()) {
      named.addAll(found(IN_FXML, view));
    }
    // A literal that ends in a dot or a hyphen is the beginning of keys that are put together.
    var beginnings =
        named.stream().filter(name -> name.endsWith(".") || name.endsWith("-")).toList();
    var unused = new TreeSet<>(english.stringPropertyNames());
    unused.removeIf(key -> named.contains(key) || beginnings.stream().anyMatch(key::startsWith));
    assertEquals(new TreeSet<>(), unused);
  }

  @Test
  void a_view_holds_no_text_of_its_own() throws IOException {
    var literal = Pattern.compile("(?:text|promptText|accessibleText)=\"([^%$\"][^\"]*)\"");
    for (var view : views()) {
      assertEquals(new TreeSet<>(), found(literal, view));
    }
    assertTrue(literal.matcher("<Label text=\"Amount\"/>").find());
  }

  private static SortedSet<String> placeholders(String text) {
    return found(PLACEHOLDER, text);
  }

  private static SortedSet<String> found(Pattern pattern, String text) {
    var all = new TreeSet<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  private static List<String> javaSources() throws IOException {
    return contents(Path.of("src", "main", "java"), ".java");
  }

  private static List<String> views() throws IOException {
    return contents(FOLDER, ".fxml");
  }

  private static List<String> contents(Path root, String ending) throws IOException {
    var contents = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        contents.add(Files.readString(file));
      }
    }
    return contents;
  }
}
