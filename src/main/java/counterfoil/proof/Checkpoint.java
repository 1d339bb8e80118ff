package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a ledger was at some size, as C2SP tlog-checkpoint writes it: origin, number of entries and
 * root, a line each. Further lines of others' checkpoints are signed with it and not looked at.
 *
 * @param origin the ledger's name, unique in the world
 */
public record Checkpoint(String origin, TreeHead tree) {
  private static final int LINES = 3;

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + tree.size() + "\n" + StrictText.base64(tree.root()) + "\n";
  }

  /** Reads the text of a note. */
  public static Checked<Checkpoint> parse(String text) {
    return parse(text, 1);
  }

  static Checked<Checkpoint> parse(String text, int firstLine) {
    String[] lines = text.split("\n", -1);
    // What follows the last newline is nothing.
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        return Checked.refused(new Malformed(firstLine + i, Reason.EMPTY_LINE));
      }
    }
    if (lines.length <= LINES) {
      return Checked.refused(new Malformed(firstLine, Reason.TOO_FEW_LINES));
    }
    if (!lines[lines.length - 1].isEmpty()) {
      return Checked.refused(new Malformed(firstLine + lines.length - 1, Reason.NO_FINAL_NEWLINE));
    }
    OptionalLong size = StrictText.number(lines[1]);
    if (size.isEmpty()) {
      return Checked.refused(new Malformed(firstLine + 1, Reason.NOT_A_NUMBER));
    }
    Optional<byte[]> root = StrictText.hash(lines[2]);
    if (root.isEmpty()) {
      return Checked.refused(new Malformed(firstLine + 2, Reason.NOT_A_HASH));
    }
    return Checked.good(new Checkpoint(lines[0], new TreeHead(size.getAsLong(), root.get())));
  }
}
