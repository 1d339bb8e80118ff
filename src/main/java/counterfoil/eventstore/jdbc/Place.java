package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.MirroredFolder;
import counterfoil.eventstore.tape.Tape;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Where a ledger is or is to be, and what goes with it. */
record Place(
    Path folder,
    Machine machine,
    TapeFolder tapeFolder,
    Tape.Preparation preparation,
    List<ReadModel> models,
    InstantSource clock) {
  private static final String TAPE = "tape";

  Place {
    models = List.copyOf(models);
  }

  /** On this machine. */
  Place(
      Path folder,
      TapeFolder tapeFolder,
      Tape.Preparation preparation,
      List<ReadModel> models,
      InstantSource clock) {
    this(folder, new ThisMachine(), tapeFolder, preparation, models, clock);
  }

  /** As usual: as {@link #alone}, and the tape mirrored where the settings say so. */
  static Place usual(Path folder, List<ReadModel> models, InstantSource clock) {
    Place alone = alone(folder, models, clock);
    return LedgerSettings.read(folder)
        .mirror()
        .map(mirror -> new MirroredFolder(alone.tapeFolder(), new DiskFolder(mirror)))
        .map(both -> new Place(folder, both, alone.preparation(), models, clock))
        .orElse(alone);
  }

  /** The tape in a folder of its own beside the database, whether it is mirrored or not. */
  static Place alone(Path folder, List<ReadModel> models, InstantSource clock) {
    return new Place(folder, new DiskFolder(tape(folder)), Tape.Preparation.usual(), models, clock);
  }

  /** The tape's folder, and its mirror if there is one. */
  List<TapeFolder> tapes() {
    return tapeFolder instanceof MirroredFolder both
        ? List.of(both.tape(), both.mirror())
        : List.of(tapeFolder);
  }

  /** Where the tape of the ledger in a folder lies. */
  static Path tape(Path folder) {
    return folder.resolve(TAPE);
  }

  boolean hasTape() {
    try {
      return TapeReader.exists(tapeFolder);
    } catch (IOException e) {
      throw FolderFault.unavailable(folder, e);
    }
  }

  /** Read models for a database that is made beside the live one. */
  List<ReadModel> modelsAnew() {
    return models.stream().map(ReadModel::anew).toList();
  }

  /**
   * The tape, to be read from its first record on.
   *
   * @throws LedgerUnavailable if it cannot be read; where a database of ours lies beside it, what
   *     does not begin like a tape has been one
   */
  TapeReader readTape() {
    return read(tapeFolder);
  }

  /** As {@link #readTape}, from one of {@link #tapes}. */
  TapeReader read(TapeFolder tape) {
    try {
      return new TapeReader(tape);
    } catch (LedgerUnavailable e) {
      if (e.reason() == Reason.NOT_A_LEDGER && live().exists() && live().mayBeOurs()) {
        throw new LedgerUnavailable(Reason.DAMAGED, tape.path(), e.detail(), 1);
      }
      throw e;
    }
  }

  H2File live() {
    return new H2File(machine, folder, "ledger");
  }
}
