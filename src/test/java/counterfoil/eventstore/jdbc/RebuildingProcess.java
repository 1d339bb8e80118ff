package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A program that makes its database again and again, posting meanwhile, until it is killed; says
 * how far it has come.
 */
final class RebuildingProcess {
  private RebuildingProcess() {}

  public static void main(String[] args) {
    RandomAppends appends = new RandomAppends(Long.parseLong(args[1]));
    EmbeddedStore store =
        EmbeddedStore.open(
            Path.of(args[0]), List.of(new CountModel()), InstantSource.system(), Progress.NONE);
    while (true) {
      store.rebuild((done, total) -> {
        long last = store.append(appends.append()).lastPosition();
        System.out.println("made " + done + " acknowledged " + last);
        return true;
      });
      System.out.println("exchanged " + store.head().position() + " acknowledged 0");
    }
  }
}
