package counterfoil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.projection.ExceptionLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The words of papers: complete in both languages, each used, figures as the language has them. */
class PaperTextsTest {
  private static final Path FOLDER = Path.of("resources", "counterfoil", "report");
  private static final Path SOURCES = Path.of("src", "main", "java", "counterfoil", "report");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  private static Properties read(String file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void both_languages_have_the_same_keys_with_the_same_placeholders() throws IOException {
    var english = read("papers.properties");
    var chinese = read("papers_zh.properties");
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
    for (var key : english.stringPropertyNames()) {
      assertEquals(
          placeholders(english.getProperty(key)), placeholders(chinese.getProperty(key)), key);
      assertFalse(english.getProperty(key).contains("'"), key + ": write \u2019");
      assertFalse(chinese.getProperty(key).isBlank(), key);
    }
  }

  private static SortedSet<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  @Test
  void every_text_is_used_and_every_text_asked_for_is_there() throws IOException {
    var keys = new TreeSet<>(read("papers.properties").stringPropertyNames());
    var used = new TreeSet<String>();
    for (var kind : EntryKind.values()) {
      used.add(kind.key());
    }
    for (var kind : ExceptionLine.Kind.values()) {
      used.add("exception." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    try (var files = Files.list(SOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"([a-z][a-z.-]*)\"")
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .filter(keys::contains)
            .forEach(used::add);
      }
    }
    assertEquals(keys, used);
  }

  @Test
  void figures_are_written_as_the_language_has_them() {
    var money = Money.of(CurrencyUnit.EUR, new java.math.BigDecimal("-1234567.80"));
    var english = new PaperTexts(Locale.UK, ZoneOffset.UTC);
    var chinese = new PaperTexts(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC);
    var german = new PaperTexts(Locale.GERMANY, ZoneOffset.UTC);
    assertEquals("\u22121,234,567.80 EUR", english.withCurrency(money));
    assertEquals("\u22121,234,567.80 EUR", chinese.withCurrency(money));
    assertEquals("\u22121.234.567,80 EUR", german.withCurrency(money));
    assertEquals("1,234", english.amount(Money.ofMajor(CurrencyUnit.JPY, 1234)));
    var day = LocalDate.of(2026, 11, 3);
    assertEquals("03 Nov 2026", english.date(day));
    assertEquals("2026\u5e7411\u67083\u65e5", chinese.date(day));
    assertEquals("Deposit", german.kind(EntryKind.DEPOSIT));
  }

  @Test
  void moments_are_those_of_the_branch() {
    var nairobi = new PaperTexts(Locale.UK, ZoneId.of("Africa/Nairobi"));
    assertEquals("24 Nov 2026 01:30:00", nairobi.moment(Instant.parse("2026-11-23T22:30:00Z")));
  }

  @Test
  void a_text_of_one_day_is_no_period() {
    var texts = new PaperTexts(Locale.UK, ZoneOffset.UTC);
    var day = LocalDate.of(2026, 11, 3);
    assertEquals("03 Nov 2026", texts.period(day, day));
    assertTrue(texts.period(day, day.plusDays(1)).contains("\u2013"));
  }
}
