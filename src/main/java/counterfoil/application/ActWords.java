package counterfoil.application;

import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ActText.Part;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The text of an act in a person's language: made from its canonical form alone, a line for each
 * part and none left out, so that what is read and what is signed tell the same figures. Names and
 * kinds are put in words; amounts, accounts and whatever somebody typed stay as they are written.
 */
public final class ActWords {
  static final String BUNDLE = "counterfoil.application.acts";

  private ActWords() {}

  /** What a part is called, and what it says. */
  public record Line(String name, String value) {}

  /** In {@code locale}, in English where that language has none. */
  public static List<Line> of(ActText text, Locale locale) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, control);
    return text.parts().stream()
        .map(part -> new Line(word(words, "part", part.name()), value(words, part)))
        .toList();
  }

  /** What kind of act it is, in a word or two. */
  public static String kind(ActText text, Locale locale) {
    var act = text.parts().stream().filter(part -> part.name().equals("do")).toList();
    return of(new ActText(act.isEmpty() ? text.parts() : act), locale).getFirst().value();
  }

  private static String value(ResourceBundle words, Part part) {
    return switch (part.name()) {
      case "do" -> word(words, "do", part.value());
      case "effect", "reversed" -> word(words, "effect", part.value());
      case "hold_kind" -> word(words, "hold", part.value());
      case "cash" -> word(words, "cash", part.value());
      default -> part.value();
    };
  }

  /** What an earlier or later program has written may have no word here. */
  private static String word(ResourceBundle words, String family, String code) {
    String key = "act." + family + "." + code;
    return words.containsKey(key) ? words.getString(key) : code.replace('_', ' ');
  }
}
