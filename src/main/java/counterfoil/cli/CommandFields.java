package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.cli.FieldValue.Flag;
import counterfoil.cli.FieldValue.Text;
import counterfoil.domain.account.AccountNumber;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The fields of one command, each to be taken once in the form that is needed. Throws {@link
 * MalformedCommand} for one that is missing, in another form, or left over.
 */
final class CommandFields {
  private static final String COMMAND_ID = "command_id";
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
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
    return optionalText(name).orElseThrow(() -> malformed("The field " + name + " is missing."));
  }

  String textOr(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  Optional<String> optionalText(String name) {
    return switch (left.remove(name)) {
      case null -> Optional.empty();
      case Text(String text) -> Optional.of(text);
      case Flag _, FieldValue.Numeral _, FieldValue.Other _ ->
          throw malformed("The field " + name + " must be text in quotation marks.");
    };
  }

  AccountNumber account(String name) {
    return optionalAccount(name).orElseThrow(() -> malformed("The field " + name + " is missing."));
  }

  Optional<AccountNumber> optionalAccount(String name) {
    return optionalText(name)
        .map(text ->
            AccountNumber.parse(text)
                .orElseThrow(() ->
                    malformed(
                        "%s in the field %s is not an account number: 1 to %d letters,"
                                .formatted(Quoted.of(text), name, AccountNumber.MAX_LENGTH)
                            + " digits, hyphens, dots or slashes, without spaces.")));
  }

  BigDecimal amount(String name) {
    return optionalAmount(name).orElseThrow(() -> malformed("The field " + name + " is missing."));
  }

  Optional<BigDecimal> optionalAmount(String name) {
    return switch (left.remove(name)) {
      case null -> Optional.empty();
      case Text(String text) when AMOUNT.matcher(text).matches() ->
          Optional.of(new BigDecimal(text));
      case Text(String text) -> throw malformedAmount(name, Quoted.of(text));
      case FieldValue.Numeral(String digits) -> throw malformedAmount(name, Quoted.plain(digits));
      case Flag _, FieldValue.Other _ -> throw malformedAmount(name, "What stands there");
    };
  }

  boolean flag(String name) {
    return switch (left.remove(name)) {
      case null -> false;
      case Flag(boolean set) -> set;
      case Text _, FieldValue.Numeral _, FieldValue.Other _ ->
          throw malformed("The field " + name + " must be true or false.");
    };
  }

  /** Demands that every field has been taken: what is not understood is not passed over. */
  void refuseLeftover() {
    if (!left.isEmpty()) {
      throw malformed(
          "The field %s does not belong to this command."
              .formatted(Quoted.of(left.keySet().iterator().next())));
    }
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
