package counterfoil.application.notary;

import counterfoil.eventstore.jdbc.ServerCheckpoints;
import java.util.List;

/** Signed checkpoints on the server that holds the ledger. */
public record ServerShelf(ServerCheckpoints table) implements CheckpointShelf {
  @Override
  public void add(long size, String note) {
    table.add(size, note);
  }

  @Override
  public List<String> last(int atMost) {
    return table.last(atMost);
  }
}
