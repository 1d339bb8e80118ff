package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a ledger was at some size, in the words of a C2SP checkpoint: origin, number of entries, and
 * the tree's root over them in Base64, a line each. Signatures that follow are not looked at.
 */
record Checkpoint(String origin, long entries, String root) {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern ROOT = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final int ENTRIES_A_READ = 1000;
  private static final int MAX_BYTES = 1 << 16;

  String text() {
    return "%s\n%d\n%s\n".formatted(origin, entries, root);
  }

  /**
   * @throws BadInput if the file cannot be read or is none
   */
  static Checkpoint read(Path file) {
    List<String> lines;
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw none(file);
      }
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException _) {
      throw none(file);
    } catch (IOException _) {
      throw new BadInput(file + " cannot be read: is it there, and may you read it?");
    }
    if (lines.size() < 3
        || lines.get(0).isBlank()
        || !NUMBER.matcher(lines.get(1)).matches()
        || !ROOT.matcher(lines.get(2)).matches()) {
      throw none(file);
    }
    return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
  }

  private static BadInput none(Path file) {
    return new BadInput(
        file
            + " is no checkpoint: it needs an origin, a number of entries and a root, a line"
            + " each.");
  }

  /** What of {@code ledger} contradicts it, unless the ledger continues it. */
  Optional<Finding> contradiction(Ledger ledger) {
    if (!ledger.charter().origin().equals(origin)) {
      return Optional.of(new Finding(0, "the checkpoint is of another ledger, " + origin));
    }
    long last = ledger.head().position();
    if (last < entries) {
      return Optional.of(
          new Finding(
              last,
              "the ledger ends here, but the checkpoint knows %d entries".formatted(entries)));
    }
    return rootOf(ledger).equals(root)
        ? Optional.empty()
        : Optional.of(
            new Finding(entries, "up to here the entries are not those of the checkpoint"));
  }

  private String rootOf(Ledger ledger) {
    var hash = new TreeHash();
    var tree = Frontier.EMPTY;
    while (tree.size() < entries) {
      int howMany = (int) Math.min(ENTRIES_A_READ, entries - tree.size());
      List<Entry> next = ledger.store().read(tree.size() + 1, howMany);
      if (next.isEmpty()) {
        return "an entry is missing, so there is no root to compare";
      }
      for (Entry entry : next) {
        tree = tree.append(hash.leaf(entry.envelope()), hash);
      }
    }
    return Base64.getEncoder().encodeToString(tree.root(hash));
  }
}
