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
import java.util.Base64;
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
  private static final String SIGNATURES = "\n\n\u2014 ";

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
   * @throws BadInput if the file cannot be read or is none
   */
  static DemandedCheckpoint read(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > SignedNote.MAX_BYTES) {
        throw none(file);
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException _) {
      throw new BadInput(file + " cannot be read: is it there, and may you read it?");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.contains(SIGNATURES)) {
      return new DemandedCheckpoint(parsed(file, text), Optional.empty());
    }
    return switch (SignedNote.parse(bytes)) {
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

  /** What of {@code ledger} contradicts it, unless the ledger continues it. */
  Optional<Contradiction> contradiction(Ledger ledger) {
    if (!ledger.charter().origin().equals(origin())) {
      return Optional.of(new Contradiction(0, "the checkpoint is of another ledger, " + origin()));
    }
    Optional<Contradiction> forged = note.flatMap(signed -> forgery(ledger, signed));
    if (forged.isPresent()) {
      return forged;
    }
    long entries = entries();
    long last = ledger.head().position();
    if (last < entries) {
      return Optional.of(
          new Contradiction(
              last,
              "the ledger ends here, but the checkpoint knows %d entries".formatted(entries)));
    }
    return rootOf(ledger).equals(root())
        ? Optional.empty()
        : Optional.of(
            new Contradiction(entries, "up to here the entries are not those of the checkpoint"));
  }

  /** Whoever forges a checkpoint has no key that is recorded in the ledger. */
  private static Optional<Contradiction> forgery(Ledger ledger, SignedNote note) {
    return switch (note.verify(ledger.signingKeys())) {
      case Good<List<VerifierKey>> _ -> Optional.empty();
      case Refused<List<VerifierKey>>(var flaw) ->
          Optional.of(new Contradiction(0, "the checkpoint: " + ProofWords.sentence(flaw)));
    };
  }

  private String rootOf(Ledger ledger) {
    var hash = new TreeHash();
    var tree = Frontier.EMPTY;
    while (tree.size() < entries()) {
      int howMany = (int) Math.min(ENTRIES_A_READ, entries() - tree.size());
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
