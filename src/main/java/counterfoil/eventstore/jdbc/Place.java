package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
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
    TapeFolder tapeFolder,
    Tape.Preparation preparation,
    List<ReadModel> models,
    InstantSource clock) {
  private static final String TAPE = "tape";

  Place {
    models = List.copyOf(models);
  }

  /** As usual: the tape in a folder of its own beside the database. */
  static Place usual(Path folder, List<ReadModel> models, InstantSource clock) {
    return new Place(
        folder, new DiskFolder(folder.resolve(TAPE)), Tape.Preparation.usual(), models, clock);
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

  H2File live() {
    return H2File.live(folder);
  }
}
