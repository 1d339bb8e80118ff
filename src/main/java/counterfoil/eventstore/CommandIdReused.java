package counterfoil.eventstore;

import java.util.UUID;

/** A command id was used before, for another command. Nothing was recorded. */
public final class CommandIdReused extends EventStoreException {
  private static final long serialVersionUID = 1;
  private final UUID commandId;
  private final long firstPosition;

  public CommandIdReused(UUID commandId, long firstPosition) {
    super("command id " + commandId + " already names another act, at entry " + firstPosition);
    this.commandId = commandId;
    this.firstPosition = firstPosition;
  }

  public UUID commandId() {
    return commandId;
  }

  /** Where the act of that id begins. */
  public long firstPosition() {
    return firstPosition;
  }
}
