package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.cli.FieldValue.Flag;
import counterfoil.cli.FieldValue.Items;
import counterfoil.cli.FieldValue.Nested;
import counterfoil.cli.FieldValue.Nothing;
import counterfoil.cli.FieldValue.Numeral;
import counterfoil.cli.FieldValue.Text;
import counterfoil.domain.account.AccountNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of one command, each to be taken once in the form that is needed. Throws {@link
 * MalformedCommand} for one that is missing, in another form, or left over.
 */
final class CommandFields {
  /** Those that are true or false; a command line has no other way to tell them from texts. */
  static final Set<String> FLAGS =
      Set.of(
          "payout",
          "force",
          "hand_over",
          "overdraft_allowed",
          "request_approval",
          "none",
          "temporary");

  private static final String COMMAND_ID = "command_id";

  /** Far more digits than any amount may have: how large it may be, the rules say. */
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,18})?");

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final Map<String, FieldValue> left;
  private final UUID commandId;

  private CommandFields(Map<String, FieldValue> left, UUID commandId) {
    this.left = left;
    this.commandId = commandId;
  }

  /** Takes the command's id out; one that was given none gets one of its own. */
  static CommandFields of(Map<String, FieldValue> values) {
    var left = new LinkedHashMap<>(values);
    var given = left.remove(COMMAND_ID);
    if (given == null) {
      return new CommandFields(left, UUID.randomUUID());
    }
    if (given instanceof Text(String text) && ID.matcher(text).matches()) {
      return new CommandFields(left, UUID.fromString(text));
    }
    throw new MalformedCommand(
        MalformedCommand.COMMAND,
        Optional.empty(),
        "command_id must be a UUID such as 5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10.");
  }

  UUID commandId() {
    return commandId;
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  String textOr(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  Optional<String> optionalText(String name) {
    return switch (left.remove(name)) {
      case null -> Optional.empty();
      case Text(String text) -> Optional.of(text);
      case Flag _, Numeral _, Nested _, Items _, Nothing _ ->
          throw malformed("The field " + name + " must be text in quotation marks.");
    };
  }

  /** A text that {@code parse} takes; otherwise {@code form} says how it must be written. */
  <T> T parsed(String name, Function<String, Optional<T>> parse, String form) {
    return optionalParsed(name, parse, form).orElseThrow(() -> missing(name));
  }

  <T> Optional<T> optionalParsed(String name, Function<String, Optional<T>> parse, String form) {
    return optionalText(name)
        .map(text ->
            parse
                .apply(text)
                .orElseThrow(() ->
                    malformed(
                        "%s in the field %s is not %s.".formatted(Quoted.of(text), name, form))));
  }

  /** A list of texts, or one text with commas between them; empty where there is none. */
  List<String> texts(String name) {
    return switch (left.remove(name)) {
      case null -> List.of();
      case Text(String text) ->
          Arrays.stream(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
      case Items(List<FieldValue> items) ->
          items.stream()
              .map(item -> item instanceof Text(String text) ? text : notTexts(name))
              .toList();
      case Flag _, Numeral _, Nested _, Nothing _ -> throw malformed(listOfTexts(name));
    };
  }

  private String notTexts(String name) {
    throw malformed(listOfTexts(name));
  }

  private static String listOfTexts(String name) {
    return "The field %s must be a list of texts, such as [\"a\",\"b\"].".formatted(name);
  }

  AccountNumber account(String name) {
    return optionalAccount(name).orElseThrow(() -> missing(name));
  }

  Optional<AccountNumber> optionalAccount(String name) {
    return optionalParsed(
        name,
        AccountNumber::parse,
        "an account number: 1 to %d letters, digits, hyphens, dots or slashes, without spaces"
            .formatted(AccountNumber.MAX_LENGTH));
  }

  BigDecimal amount(String name) {
    return optionalAmount(name).orElseThrow(() -> missing(name));
  }

  Optional<BigDecimal> optionalAmount(String name) {
    return switch (left.remove(name)) {
      case null -> Optional.empty();
      case Text(String text) when AMOUNT.matcher(text).matches() ->
          Optional.of(new BigDecimal(text));
      case Text(String text) -> throw malformedAmount(name, Quoted.of(text));
      case Numeral(String digits) -> throw malformedAmount(name, Quoted.plain(digits));
      case Flag _, Nested _, Items _, Nothing _ -> throw malformedAmount(name, "What stands there");
    };
  }

  /** Pieces by denomination, as told: {@code {"50":2}} or {@code 50x2,0.50x7}. */
  Optional<Map<String, Long>> optionalPieces(String name) {
    return switch (left.remove(name)) {
      case null -> Optional.empty();
      case Nested(Map<String, FieldValue> piles) -> {
        var pieces = new LinkedHashMap<String, Long>();
        piles.forEach(
            (face, count) -> pieces.put(face, whole(count).orElseThrow(() -> notPieces(name))));
        yield Optional.of(pieces);
      }
      case Text(String text) -> Optional.of(typedPieces(name, text));
      case Flag _, Numeral _, Items _, Nothing _ -> throw notPieces(name);
    };
  }

  private Map<String, Long> typedPieces(String name, String text) {
    var pieces = new LinkedHashMap<String, Long>();
    for (String pile : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int times = pile.indexOf('x');
      var count =
          times < 0
              ? Optional.<Long>empty()
              : whole(new Numeral(pile.substring(times + 1).strip()));
      if (count.isEmpty() || pieces.put(pile.substring(0, times).strip(), count.get()) != null) {
        throw notPieces(name);
      }
    }
    return pieces;
  }

  private static Optional<Long> whole(FieldValue value) {
    return value instanceof Numeral(String digits) && WHOLE.matcher(digits).matches()
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }

  private MalformedCommand notPieces(String name) {
    return malformed(
        "The field %s must say how many pieces of which denomination: {\"50\":2,\"0.50\":7}, or"
                .formatted(name)
            + " 50x2,0.50x7 on a command line.");
  }

  LocalDate date(String name) {
    return optionalDate(name).orElseThrow(() -> missing(name));
  }

  Optional<LocalDate> optionalDate(String name) {
    return optionalParsed(name, CommandFields::parsedDate, "a date such as 2026-11-23");
  }

  private static Optional<LocalDate> parsedDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  UUID id(String name) {
    return optionalId(name).orElseThrow(() -> missing(name));
  }

  Optional<UUID> optionalId(String name) {
    return optionalParsed(
        name,
        text -> ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty(),
        "a UUID such as 5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10");
  }

  /** An entry's number, from 1; as a number or as text. */
  long position(String name) {
    var digits =
        switch (left.remove(name)) {
          case null -> throw missing(name);
          case Text(String text) -> whole(new Numeral(text));
          case Numeral numeral -> whole(numeral);
          case Flag _, Nested _, Items _, Nothing _ -> Optional.<Long>empty();
        };
    return digits
        .filter(position -> position > 0)
        .orElseThrow(
            () -> malformed("The field " + name + " must be an entry's number, from 1 on."));
  }

  boolean flag(String name) {
    return switch (left.remove(name)) {
      case null -> false;
      case Flag(boolean set) -> set;
      case Text _, Numeral _, Nested _, Items _, Nothing _ ->
          throw malformed("The field " + name + " must be true or false.");
    };
  }

  /** The fields of commands within this one, at least one; their id is this one's. */
  List<CommandFields> nestedList(String name) {
    return switch (left.remove(name)) {
      case null -> throw missing(name);
      case Items(List<FieldValue> items) when !items.isEmpty() ->
          items.stream()
              .map(item ->
                  item instanceof Nested(Map<String, FieldValue> fields)
                      ? within(fields)
                      : notActs(name))
              .toList();
      case Text _, Flag _, Numeral _, Nested _, Items _, Nothing _ -> List.of(notActs(name));
    };
  }

  private CommandFields within(Map<String, FieldValue> fields) {
    return new CommandFields(new LinkedHashMap<>(fields), commandId);
  }

  private CommandFields notActs(String name) {
    throw malformed("The field " + name + " must be a list of acts, at least one.");
  }

  /** Demands that every field has been taken: what is not understood is not passed over. */
  void refuseLeftover() {
    if (!left.isEmpty()) {
      throw malformed(
          "The field %s does not belong to this command."
              .formatted(Quoted.of(left.keySet().iterator().next())));
    }
  }

  MalformedCommand missing(String name) {
    return malformed("The field " + name + " is missing.");
  }

  MalformedCommand malformed(String sentence) {
    return new MalformedCommand(MalformedCommand.COMMAND, Optional.of(commandId), sentence);
  }

  private MalformedCommand malformedAmount(String name, String given) {
    return new MalformedCommand(
        MalformedCommand.AMOUNT,
        Optional.of(commandId),
        "%s in the field %s is not an amount: give digits with a dot as text, such as \"12.50\"."
            .formatted(given, name));
  }
}
