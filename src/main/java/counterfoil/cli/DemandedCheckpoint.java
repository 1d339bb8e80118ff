package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.eventstore.Entry;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.Frontier;
import counterfoil.proof.SignedNote;
import counterfoil.proof.TreeHash;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger must continue, as a C2SP checkpoint says it: origin, number of entries, and the
 * tree's root over them in Base64.
 *
 * @param note with the signatures; nothing where the file has none
 */
record DemandedCheckpoint(Checkpoint checkpoint, Optional<SignedNote> note) {
  private static final int ENTRIES_A_READ = 1000;
  private static final long MAX_FILE_BYTES = 64L << 20;
  private static final String SIGNATURES = "\n\n\u2014 ";
  private static final String SIGNATURE = "\u2014 ";

  String origin() {
    return checkpoint.origin();
  }

  long entries() {
    return checkpoint.tree().size();
  }

  String root() {
    return Base64.getEncoder().encodeToString(checkpoint.tree().root());
  }

  boolean signed() {
    return note.isPresent();
  }

  /**
   * The one of the most entries in a file.
   *
   * @throws BadInput as {@link #readAll}
   */
  static DemandedCheckpoint read(Path file) {
    return readAll(file).getLast();
  }

  /**
   * All in a file, the one of the fewest entries first: one alone, signed or not, or signed ones
   * with an empty line between them, as a ledger's own file of them has it.
   *
   * @throws BadInput if the file cannot be read, is longer than 64 MiB or holds anything else
   */
  static List<DemandedCheckpoint> readAll(Path file) {
    String text = text(file);
    if (!text.contains(SIGNATURES)) {
      return List.of(new DemandedCheckpoint(parsed(file, text), Optional.empty()));
    }
    List<DemandedCheckpoint> all = new ArrayList<>();
    for (String note : notes(text)) {
      all.add(signed(file, note));
    }
    all.sort(Comparator.comparingLong(DemandedCheckpoint::entries));
    return List.copyOf(all);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw none(file);
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.replaceFirst("\n\n+\\z", "\n");
    } catch (IOException _) {
      throw new BadInput(file + " cannot be read: is it there, and may you read it?");
    }
  }

  /** A note ends with the empty line behind its signatures. */
  private static List<String> notes(String text) {
    List<String> notes = new ArrayList<>();
    var note = new StringBuilder();
    boolean signed = false;
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() && signed) {
        notes.add(note.toString());
        note.setLength(0);
        signed = false;
      } else {
        signed = signed || line.startsWith(SIGNATURE);
        note.append(line).append('\n');
      }
    }
    if (!note.isEmpty()) {
      notes.add(note.toString());
    }
    return notes;
  }

  private static DemandedCheckpoint signed(Path file, String text) {
    return switch (SignedNote.parse(text.getBytes(StandardCharsets.UTF_8))) {
      case Good<SignedNote>(SignedNote note) ->
          new DemandedCheckpoint(parsed(file, note.text()), Optional.of(note));
      case Refused<SignedNote>(var flaw) ->
          throw new BadInput(file + " is no checkpoint. " + ProofWords.sentence(flaw));
    };
  }

  private static Checkpoint parsed(Path file, String text) {
    return switch (Checkpoint.parse(text)) {
      case Good<Checkpoint>(Checkpoint checkpoint) -> checkpoint;
      case Refused<Checkpoint> _ -> throw none(file);
    };
  }

  private static BadInput none(Path file) {
    return new BadInput(
        file
            + " is no checkpoint: it needs an origin, a number of entries and a root, a line"
            + " each.");
  }

  /** What of {@code ledger} contradicts the first that it does not continue; nothing if all are. */
  static Optional<Contradiction> contradiction(Ledger ledger, List<DemandedCheckpoint> all) {
    for (DemandedCheckpoint one : all) {
      Optional<Contradiction> foreign = one.foreign(ledger);
      if (foreign.isPresent()) {
        return foreign;
      }
    }
    var roots = new Roots(ledger);
    return all.stream().flatMap(one -> one.notContinued(roots).stream()).findFirst();
  }

  private Optional<Contradiction> foreign(Ledger ledger) {
    return ledger.charter().origin().equals(origin())
        ? note.flatMap(signed -> forgery(ledger, signed))
        : Optional.of(new Contradiction(0, "the checkpoint is of another ledger, " + origin()));
  }

  private Optional<Contradiction> notContinued(Roots roots) {
    long last = roots.ledger.head().position();
    if (last < entries()) {
      return Optional.of(
          new Contradiction(
              last,
              "the ledger ends here, but the checkpoint knows %d entries".formatted(entries())));
    }
    return roots.of(entries()).equals(root())
        ? Optional.empty()
        : Optional.of(
            new Contradiction(entries(), "up to here the entries are not those of the checkpoint"));
  }

  /** Whoever forges a checkpoint has no key that is recorded in the ledger. */
  private static Optional<Contradiction> forgery(Ledger ledger, SignedNote note) {
    return switch (note.verify(ledger.signingKeys())) {
      case Good<List<VerifierKey>> _ -> Optional.empty();
      case Refused<List<VerifierKey>>(var flaw) ->
          Optional.of(new Contradiction(0, "the checkpoint: " + ProofWords.sentence(flaw)));
    };
  }

  /** Reads the ledger once from the front, however many roots are asked for, in their order. */
  private static final class Roots {
    private final TreeHash hash = new TreeHash();
    private final Ledger ledger;
    private Frontier tree = Frontier.EMPTY;

    Roots(Ledger ledger) {
      this.ledger = ledger;
    }

    /**
     * @param entries no fewer than the time before
     */
    String of(long entries) {
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
}
