package counterfoil.cli;

import java.util.Optional;
import java.util.UUID;

/** A command that cannot be understood, and so was neither carried out nor refused by a rule. */
final class MalformedCommand extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An amount is not written as amounts are. */
  static final String AMOUNT = "malformed_amount";

  /** Anything else. */
  static final String COMMAND = "malformed_command";

  private final String code;
  private final transient Optional<UUID> commandId;

  MalformedCommand(String code, Optional<UUID> commandId, String sentence) {
    super(sentence);
    this.code = code;
    this.commandId = commandId;
  }

  String code() {
    return code;
  }

  /** The command's own id, where that much could be read. */
  Optional<UUID> commandId() {
    return commandId;
  }
}
