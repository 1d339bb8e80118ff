package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that erases one group of entries after the other until it is killed; says how far. */
final class PurgingProcess {
  static final int GROUP = 50;
  static final byte[] LEFT = "{}".getBytes(StandardCharsets.UTF_8);

  private PurgingProcess() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    InstantSource clock = InstantSource.system();
    long done = 0;
    try (EmbeddedStore store =
        EmbeddedStore.open(folder, List.of(new CountModel()), clock, Progress.NONE)) {
      for (Entry entry : store.read(1, 100_000)) {
        done = EntryCodec.isErased(entry) ? entry.position() : done;
      }
    }
    while (true) {
      Map<Long, byte[]> left = new HashMap<>();
      for (int i = 0; i < GROUP; i++) {
        left.put(++done, LEFT);
      }
      System.out.println("begins");
      new Purge(folder, _ -> List.of(new CountModel()), clock)
          .run(
              left,
              (entries, _) -> {
                System.out.println("filled " + entries);
                return true;
              });
      System.out.println("purged");
    }
  }
}
