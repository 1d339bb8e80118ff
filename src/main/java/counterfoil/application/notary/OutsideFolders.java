package counterfoil.application.notary;

import counterfoil.eventstore.LedgerUnavailable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders outside the ledger that this workstation copies its checkpoints to, such as one on a
 * USB stick. A setting of the workstation's own: a path a line.
 */
final class OutsideFolders {
  private static final String FILE = "checkpoint-folders";

  private final OwnFile file;
  private final String copy;

  /**
   * @param origin tells the ledgers apart whose checkpoints go to one folder
   */
  OutsideFolders(Path folder, String origin) {
    this.file = new OwnFile(folder.resolve(FILE));
    this.copy = origin.replaceAll("[^A-Za-z0-9.-]+", "-") + "." + FileShelf.FILE;
  }

  List<Path> all() {
    try {
      return file.lines().stream().filter(line -> !line.isBlank()).map(Path::of).toList();
    } catch (InvalidPathException e) {
      throw file.wrong(e.getInput());
    }
  }

  /** From now on checkpoints go there as well. */
  void add(Path folder) {
    List<Path> folders = new ArrayList<>(all());
    Path absolute = folder.toAbsolutePath().normalize();
    if (!folders.contains(absolute)) {
      folders.add(absolute);
      write(folders);
    }
  }

  /** No longer; what is there stays. */
  void remove(Path folder) {
    List<Path> folders = new ArrayList<>(all());
    folders.remove(folder.toAbsolutePath().normalize());
    write(folders);
  }

  private void write(List<Path> folders) {
    StringBuilder text = new StringBuilder();
    folders.forEach(folder -> text.append(folder).append('\n'));
    file.replace(text.toString());
  }

  /** Adds a checkpoint wherever it should go; returns the folders that it did not get to. */
  List<Path> keep(long size, String note) {
    List<Path> missed = new ArrayList<>();
    for (Path folder : all()) {
      try {
        if (Files.isDirectory(folder)) {
          new FileShelf(folder.resolve(copy)).add(size, note);
        } else {
          missed.add(folder);
        }
      } catch (LedgerUnavailable _) {
        // A stick that is full or pulled out stops nobody's posting; who asked hears of it.
        missed.add(folder);
      }
    }
    return missed;
  }
}
