package counterfoil.application.notary;

import counterfoil.proof.Checked;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.TreeHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a witness has seen of one ledger, kept in a file: the tree as it was each time, the last one
 * last. A size and a root a line, below the ledger's origin.
 */
final class Seen {
  private static final String FILE = "seen";

  /** Older ones tell a rollback from a cut, so some are kept; the last one alone would do. */
  private static final int MOST = 2000;

  private final OwnFile file;
  private final String origin;
  private List<TreeHead> heads;

  /**
   * @throws counterfoil.eventstore.LedgerUnavailable if the file cannot be read, or holds something
   *     else
   */
  Seen(Path folder, String origin) {
    this.file = new OwnFile(folder.resolve(FILE));
    this.origin = origin;
    this.heads = read();
  }

  /** Which ledger a folder remembers; nothing where it remembers none. */
  static Optional<String> origin(Path folder) {
    return new OwnFile(folder.resolve(FILE)).lines().stream().findFirst();
  }

  private List<TreeHead> read() {
    List<String> lines = file.lines();
    if (lines.isEmpty()) {
      return new ArrayList<>();
    }
    if (!lines.getFirst().equals(origin)) {
      throw file.wrong(lines.getFirst());
    }
    List<TreeHead> heads = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Checked<Checkpoint> head = Checkpoint.parse(origin + "\n" + line.replace(' ', '\n') + "\n");
      if (head instanceof Good<Checkpoint>(Checkpoint good)) {
        heads.add(good.tree());
      } else {
        throw file.wrong(line);
      }
    }
    return heads;
  }

  /** From the oldest to the last. */
  List<TreeHead> heads() {
    return List.copyOf(heads);
  }

  Optional<TreeHead> last() {
    return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast());
  }

  /** Remembers another one, which continues the last. */
  void add(TreeHead head) {
    if (last().filter(head::equals).isPresent()) {
      return;
    }
    if (heads.isEmpty() || heads.size() >= MOST) {
      List<TreeHead> kept =
          new ArrayList<>(heads.subList(Math.max(0, heads.size() - MOST / 2), heads.size()));
      kept.add(head);
      replace(kept);
    } else {
      file.append(line(head));
      heads.add(head);
    }
  }

  /** Forgets all others: what they were is no longer to be continued. */
  void begin(TreeHead head) {
    replace(new ArrayList<>(List.of(head)));
  }

  private void replace(List<TreeHead> kept) {
    StringBuilder text = new StringBuilder(origin).append('\n');
    kept.forEach(head -> text.append(line(head)));
    file.replace(text.toString());
    heads = kept;
  }

  private String line(TreeHead head) {
    String text = new Checkpoint(origin, head).text().substring(origin.length() + 1);
    return text.strip().replace('\n', ' ') + "\n";
  }
}
