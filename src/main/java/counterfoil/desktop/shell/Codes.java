package counterfoil.desktop.shell;

import counterfoil.desktop.kit.AmountText;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * Reads function codes. What cannot be one is left to the search: a code is one letter and a space,
 * and an account's number has a digit, so {@code d weber} looks for a holder.
 */
public final class Codes {
  private static final String OPEN_TILL = "o";
  private static final String INTEGRITY = "i";

  private static final Pattern ENTRY_NUMBER = Pattern.compile("#?([1-9][0-9]{0,17})");

  private Codes() {}

  /** Every code with how it is typed and what it does, for help. */
  public static List<Message> help() {
    return Stream.concat(
            Stream.of(CounterRequest.Act.values()).map(Codes::help),
            Stream.of(tillHelp(), integrityHelp()))
        .toList();
  }

  /** Nothing where {@code typed} is not a code. */
  public static Optional<Code> read(String typed, Locale locale, CurrencyUnit currency) {
    var words = List.of(typed.stripLeading().split("\\s+", -1));
    if (words.size() < 2) {
      return Optional.empty();
    }
    var letter = words.getFirst().toLowerCase(Locale.ROOT);
    var rest = words.subList(1, words.size()).stream().filter(word -> !word.isEmpty()).toList();
    if (letter.equals(OPEN_TILL)) {
      return atTill(rest);
    }
    if (letter.equals(INTEGRITY)) {
      return atIntegrity(rest);
    }
    return Stream.of(CounterRequest.Act.values())
        .filter(act -> act.code().equals(letter))
        .findFirst()
        .filter(_ -> rest.isEmpty() || hasDigit(rest.getFirst()))
        .map(act -> atCounter(act, rest, locale, currency));
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Code> atTill(List<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(new Code.AtTill(Optional.empty()));
    }
    if (rest.size() > 1 || !hasDigit(rest.getFirst())) {
      return Optional.empty();
    }
    var till = TillId.parse(rest.getFirst().toUpperCase(Locale.ROOT));
    return Optional.of(
        till.isPresent()
            ? new Code.AtTill(till)
            : wrong(tillHelp(), Message.of("shell.code.no-till", rest.getFirst())));
  }

  private static Optional<Code> atIntegrity(List<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(new Code.AtIntegrity(Optional.empty()));
    }
    if (rest.size() > 1 || !hasDigit(rest.getFirst())) {
      return Optional.empty();
    }
    var entry = ENTRY_NUMBER.matcher(rest.getFirst());
    return Optional.of(
        entry.matches()
            ? new Code.AtIntegrity(Optional.of(Long.parseLong(entry.group(1))))
            : wrong(integrityHelp(), Message.of("shell.code.no-entry", rest.getFirst())));
  }

  private static Code atCounter(
      CounterRequest.Act act, List<String> rest, Locale locale, CurrencyUnit currency) {
    boolean transfer = act == CounterRequest.Act.TRANSFER;
    int accounts = transfer ? 2 : 1;
    if (rest.size() > accounts + 1) {
      return wrong(help(act), Message.of("shell.code.too-much", rest.getLast()));
    }
    for (var word : rest.subList(0, Math.min(accounts, rest.size()))) {
      if (AccountNumber.parse(word).isEmpty()) {
        return wrong(help(act), Message.of("shell.code.no-account", word));
      }
    }
    if (rest.size() < accounts) {
      return new Code.Unfinished(help(act), Optional.empty());
    }
    var amount = rest.stream().skip(accounts).findFirst();
    if (amount.isPresent()
        && AmountText.parse(amount.get(), locale, currency)
            instanceof AmountText.NotAnAmount(var why)) {
      return wrong(help(act), why);
    }
    return new Code.AtCounter(
        new CounterRequest(
            act,
            new AccountNumber(rest.getFirst()),
            transfer ? Optional.of(new AccountNumber(rest.get(1))) : Optional.empty(),
            amount));
  }

  /** The act in words: {@code Deposit 250 to 1004-2213}. */
  static Message words(CounterRequest request) {
    var key = "shell.code.do." + request.act().code();
    var payee = request.payee().map(AccountNumber::value).orElse("");
    return request.amount().isPresent()
        ? Message.of(key + ".amount", request.account(), payee, request.amount().get())
        : Message.of(key, request.account(), payee);
  }

  private static Code wrong(Message help, Message why) {
    return new Code.Unfinished(help, Optional.of(why));
  }

  private static Message help(CounterRequest.Act act) {
    return Message.of("shell.code.help." + act.code());
  }

  private static Message integrityHelp() {
    return Message.of("shell.code.help." + INTEGRITY);
  }

  private static Message tillHelp() {
    return Message.of("shell.code.help." + OPEN_TILL);
  }
}
