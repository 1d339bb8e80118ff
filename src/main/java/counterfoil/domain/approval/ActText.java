package counterfoil.domain.approval;

import counterfoil.domain.account.AccountNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An act with all its figures, as it is approved: what was asked for, and what it does to each
 * account and each till. Its {@linkplain #canonical() canonical form} is what is kept and signed;
 * whatever a screen shows in another language is made from that form alone, part by part.
 */
public record ActText(List<Part> parts) {
  private static final String BETWEEN = "; ";
  private static final String AFTER_NAME = ": ";

  /** Balances, and the cash in a till, are those of the moment. */
  private static final String AS_OF_THEN = "_after";

  /** Which notes and coins make up an amount may change with the drawer. */
  private static final String PIECES = "pieces_";

  private static final String ACCOUNT_EFFECT = "account_effect";

  /** What every effect begins with. */
  private static final List<String> EFFECTS = List.of(ACCOUNT_EFFECT, "till_effect");

  /** The part that says all the others in sentences; texts from earlier programs have none. */
  public static final String WORDS = "words";

  /** A name with what stands after it; the name is empty for text that has none. */
  public record Part(String name, String value) {}

  public ActText {
    parts = List.copyOf(parts);
  }

  /** Reads a {@linkplain #canonical() canonical form} back. */
  public static ActText of(String canonical) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from <= canonical.length()) {
      int end = end(canonical, from);
      parts.add(part(canonical.substring(from, end)));
      from = end + BETWEEN.length();
    }
    return new ActText(parts);
  }

  /** Where the part that begins at {@code from} ends: not within a quoted value. */
  private static int end(String text, int from) {
    int value = text.indexOf(AFTER_NAME, from) + AFTER_NAME.length();
    int next = text.indexOf(BETWEEN, from);
    if (value > AFTER_NAME.length() && next >= value && text.charAt(value) == '"') {
      int close = close(text, value);
      next = close < 0 ? next : text.indexOf(BETWEEN, close);
    }
    return next < 0 ? text.length() : next;
  }

  /** The quotation mark that ends a quoted value: one that is not doubled; -1 for none. */
  private static int close(String text, int open) {
    int at = open + 1;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at += 2;
      } else {
        return at;
      }
    }
    return -1;
  }

  private static Part part(String piece) {
    int colon = piece.indexOf(AFTER_NAME);
    return colon < 0
        ? new Part("", piece)
        : new Part(piece.substring(0, colon), unquoted(piece.substring(colon + 2)));
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && close(value, 0) == value.length() - 1
        ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
        : value;
  }

  /**
   * {@code name: value; name: value} in one line, names as in the commands of scripts, amounts with
   * a point. A value that could be taken for another part stands in quotation marks, those within
   * it doubled. Two acts with the same form are the same act.
   */
  public String canonical() {
    return parts.stream().map(ActText::written).collect(Collectors.joining(BETWEEN));
  }

  /** What a signature is over: the canonical form in UTF-8. */
  public byte[] bytes() {
    return canonical().getBytes(StandardCharsets.UTF_8);
  }

  private static String written(Part part) {
    return part.name().isEmpty() ? part.value() : part.name() + AFTER_NAME + quoted(part.value());
  }

  private static String quoted(String value) {
    return value.indexOf(';') < 0 && !value.startsWith("\"")
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }

  /**
   * With more parts at the end.
   *
   * @param said the same in sentences, after those that are there
   */
  public ActText with(List<Part> more, String said) {
    Stream<Part> told =
        parts.stream()
            .map(part -> part.name().equals(WORDS) ? new Part(WORDS, part.value() + said) : part);
    return new ActText(Stream.concat(told, more.stream()).toList());
  }

  /** The whole act in sentences; nothing in texts from earlier programs. */
  public Optional<String> words() {
    return parts.stream().filter(part -> part.name().equals(WORDS)).map(Part::value).findFirst();
  }

  /**
   * What must not be another by the time it is posted: every amount that moves, account by account
   * and till by till. Empty in texts from before effects were told.
   */
  public List<Part> figures() {
    return parts.stream()
        .dropWhile(part -> !EFFECTS.contains(part.name()))
        .filter(part -> !part.name().endsWith(AS_OF_THEN) && !part.name().startsWith(PIECES))
        .toList();
  }

  /**
   * What each account comes to: another one by the time it is posted is not what was read. Of a
   * till it is left out, whose cash moves with every customer.
   */
  public List<Part> balances() {
    List<Part> balances = new ArrayList<>();
    boolean ofAccount = false;
    for (Part part : parts) {
      if (EFFECTS.contains(part.name())) {
        ofAccount = part.name().equals(ACCOUNT_EFFECT);
      }
      if (ofAccount && (part.name().equals(ACCOUNT_EFFECT) || part.name().endsWith(AS_OF_THEN))) {
        balances.add(part);
      }
    }
    return balances;
  }

  /** The first account whose balances are others in {@code now}. */
  public Optional<AccountNumber> movedIn(ActText now) {
    List<Part> read = balances();
    List<Part> come = now.balances();
    Optional<AccountNumber> account = Optional.empty();
    for (int i = 0; i < Math.min(read.size(), come.size()); i++) {
      Part part = read.get(i);
      if (part.name().equals(ACCOUNT_EFFECT)) {
        account = AccountNumber.parse(part.value());
      }
      if (!part.equals(come.get(i))) {
        return account;
      }
    }
    return Optional.empty();
  }

  /** The account that the act is about; of two, the paying one. */
  public Optional<AccountNumber> account() {
    return Stream.of("account", "from", ACCOUNT_EFFECT)
        .flatMap(name -> parts.stream().filter(part -> part.name().equals(name)))
        .flatMap(part -> AccountNumber.parse(part.value()).stream())
        .findFirst();
  }
}
