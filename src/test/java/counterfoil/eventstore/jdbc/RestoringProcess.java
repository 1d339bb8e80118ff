package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.backup.BackupWriter;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A program that backs a ledger up and restores it from that, again and again, until it is killed;
 * says how far it has come.
 */
final class RestoringProcess {
  private RestoringProcess() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    InstantSource clock = InstantSource.system();
    for (int round = 0; true; round++) {
      Path backup = Path.of(args[1]).resolve(args[2] + "-" + round);
      try (EmbeddedStore store =
          EmbeddedStore.open(folder, List.of(new CountModel()), clock, Progress.NONE)) {
        new BackupWriter(store, store.charter()).write(backup, saying("backed up"));
      }
      new Restoration(folder, _ -> List.of(new CountModel()), clock)
          .fromBackup(backup, new Permission(true, false), saying("restored"));
    }
  }

  private static Progress saying(String what) {
    return (done, _) -> {
      System.out.println(what + " " + done);
      return true;
    };
  }
}
