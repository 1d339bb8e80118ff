package counterfoil.application.notary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Signed checkpoints one below the other in a file, an empty line behind each. */
public final class FileShelf implements CheckpointShelf {
  /** The file's name in a ledger's folder. */
  public static final String FILE = "checkpoints.txt";

  private static final String SIGNATURE = "\u2014 ";

  private final OwnFile file;

  public FileShelf(Path file) {
    this.file = new OwnFile(file);
  }

  @Override
  public synchronized void add(long size, String note) {
    file.append(note + "\n");
  }

  @Override
  public synchronized List<String> last(int atMost) {
    List<String> notes = new ArrayList<>();
    StringBuilder note = new StringBuilder();
    boolean signed = false;
    for (String line : file.lines()) {
      boolean ends = line.isEmpty() && signed;
      if (ends) {
        notes.add(note.toString());
        note.setLength(0);
        signed = false;
      } else {
        signed = signed || line.startsWith(SIGNATURE);
        note.append(line).append('\n');
      }
    }
    // A note that was torn off has no empty line behind it.
    List<String> newest = notes.reversed();
    return List.copyOf(newest.subList(0, Math.min(atMost, newest.size())));
  }
}
