package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.Tape;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Embedded stores for tests: with segments so small that every test of some length fills several.
 */
final class Ledgers {
  static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "Riverside",
          "EUR",
          ZoneOffset.UTC,
          Instant.parse("2026-11-01T08:00:00Z"),
          true);

  static final int SEGMENT_BYTES = 32 << 10;

  private Ledgers() {}

  static Place place(Path folder, InstantSource clock, ReadModel... models) {
    return new Place(
        folder,
        new DiskFolder(tape(folder)),
        new Tape.Preparation(SEGMENT_BYTES, Runnable::run),
        List.of(models),
        clock);
  }

  static Path tape(Path folder) {
    return folder.resolve("tape");
  }

  static Path database(Path folder) {
    return folder.resolve("ledger.mv.db");
  }

  static EmbeddedStore create(Path folder, InstantSource clock, ReadModel... models) {
    return EmbeddedStore.create(place(folder, clock, models), CHARTER);
  }

  static EmbeddedStore open(Path folder, InstantSource clock, ReadModel... models) {
    return EmbeddedStore.open(place(folder, clock, models), Progress.NONE);
  }
}
