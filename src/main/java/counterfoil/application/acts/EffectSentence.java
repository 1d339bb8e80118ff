package counterfoil.application.acts;

import counterfoil.domain.approval.ActText.Part;
import counterfoil.domain.approval.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an act does to each account and each till, and why it needs somebody else, in sentences:
 * made of the parts that {@link Effect} tells, so that the two say the same.
 */
final class EffectSentence {
  private EffectSentence() {}

  static String of(List<Part> effect, Set<Condition> conditions) {
    List<String> sentences = new ArrayList<>();
    List<String> phrases = new ArrayList<>();
    for (Part part : effect) {
      if (part.name().endsWith("_effect")) {
        end(sentences, phrases);
        String what = part.name().equals("till_effect") ? "Till " : "Account ";
        sentences.add(what + part.value() + ":");
      } else {
        phrases.add(phrase(part));
      }
    }
    end(sentences, phrases);
    if (!conditions.isEmpty()) {
      sentences.add(
          conditions.stream()
              .sorted()
              .map(EffectSentence::ground)
              .collect(Collectors.joining(", ", "Needs a second person: ", ".")));
    }
    return sentences.stream().map(sentence -> " " + sentence).collect(Collectors.joining());
  }

  private static void end(List<String> sentences, List<String> phrases) {
    if (!phrases.isEmpty()) {
      sentences.add(String.join(", ", phrases) + ".");
      phrases.clear();
    }
  }

  /** All that {@link Effect} tells. */
  private static String phrase(Part part) {
    String value = part.value();
    return switch (part.name()) {
      case "effect" -> value.replace('_', ' ');
      case "amount" -> money(value);
      case "reversed" -> "of " + value.replace('_', ' ');
      case "cheque" -> "cheque \u201c" + value + "\u201d";
      case "hold_kind" -> "kind of hold: " + value;
      case "hold_reason" -> "held for \u201c" + value + "\u201d";
      case "balance_after" -> "balance then " + money(value);
      case "available_after" -> "available then " + money(value);
      case "cash_in" -> "cash in " + money(value);
      case "cash_out" -> "cash out " + money(value);
      case "pieces_in", "pieces_out" -> "in pieces " + value.replace(", ", " + ");
      case "cash_after" -> "holds then " + money(value);
      case "expected" -> "expected " + money(value);
      case "counted" -> "counted " + money(value);
      case "difference" ->
          value.startsWith("-") ? "short " + money(value.substring(1)) : "over " + money(value);
      case "delivered" -> "handed over " + money(value);
      case "cash" -> "no cash moves, as no till has a record of it";
      default -> throw new IllegalArgumentException(part.name());
    };
  }

  private static String money(String written) {
    int space = written.indexOf(' ');
    return ActSentence.amount(
        Money.of(
            CurrencyUnit.of(written.substring(space + 1)),
            new BigDecimal(written.substring(0, space))));
  }

  private static String ground(Condition condition) {
    return switch (condition) {
      case AMOUNT -> "more than may be moved alone";
      case HOLD -> "takes money on hold";
      case DORMANT -> "dormant";
      case OVERDRAFT -> "overdraws the account";
      case REVERSAL -> "a reversal";
      case OVER_SHORT -> "over or short above the limit";
      case AFTER_HOURS -> "after hours";
      case MINOR -> "customer not of age";
    };
  }
}
