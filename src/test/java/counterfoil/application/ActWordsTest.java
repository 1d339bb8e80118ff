package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.ActWords.Line;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.approval.ActText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/counterfoil/application/acts");
  private static final Path WORDS = Path.of("resources/counterfoil/application");
  private static final Pattern NAME = Pattern.compile("add\\(\\s*\"([a-z_]*[a-z])\"");
  private static final Pattern WAY = Pattern.compile("cash\\(\"([a-z]+)\"");

  @Test
  void an_act_is_read_in_the_language_of_the_reader() {
    var text =
        ActText.of(
            "do: reverse; position: 17; account_effect: 1004-2213; effect: transaction_reversed;"
                + " reversed: money_deposited; amount: -80.00 EUR; balance_after: 20.00 EUR");
    assertEquals(
        List.of(
            new Line("Act", "Reversal"),
            new Line("Entry", "17"),
            new Line("On account", "1004-2213"),
            new Line("What happens", "Reversal"),
            new Line("Takes back", "Cash deposited"),
            new Line("Amount", "-80.00 EUR"),
            new Line("Balance then", "20.00 EUR")),
        ActWords.of(text, Locale.ENGLISH));
    assertEquals(new Line("业务", "冲正"), ActWords.of(text, Locale.CHINESE).getFirst());
  }

  @Test
  void what_has_no_word_is_shown_as_it_is_written() {
    assertEquals(
        List.of(new Line("new thing", "as_typed"), new Line("Act", "fly away")),
        ActWords.of(ActText.of("new_thing: as_typed; do: fly_away"), Locale.ENGLISH));
  }

  @Test
  void every_part_and_every_effect_has_words_in_both_languages() throws IOException {
    var english = read("acts.properties");
    assertEquals(english.stringPropertyNames(), read("acts_zh.properties").stringPropertyNames());
    var wanted = new TreeSet<String>();
    for (var source : List.of("OrderText.java", "Effect.java")) {
      String code = Files.readString(SOURCES.resolve(source));
      NAME.matcher(code).results().forEach(name -> wanted.add("act.part." + name.group(1)));
      WAY.matcher(code)
          .results()
          .forEach(way -> {
            wanted.add("act.part.cash_" + way.group(1));
            wanted.add("act.part.pieces_" + way.group(1));
          });
    }
    assertTrue(wanted.contains("act.part.balance_after"), "the pattern finds the names");
    for (Class<?> event : AccountEvent.class.getPermittedSubclasses()) {
      wanted.add(
          "act.effect."
              + event.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
    wanted.removeAll(english.stringPropertyNames());
    assertEquals(new TreeSet<>(), wanted);
  }

  private static Properties read(String file) throws IOException {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(WORDS.resolve(file))) {
      words.load(reader);
    }
    return words;
  }
}
