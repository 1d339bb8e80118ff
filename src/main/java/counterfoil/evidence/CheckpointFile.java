package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import counterfoil.proof.Checked;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.SignedNote;
import counterfoil.proof.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints in a pack: signed notes, an empty line behind each, the smaller trees first.
 *
 * @param notes none of them verified
 */
record CheckpointFile(List<Note> notes) {
  CheckpointFile {
    notes = List.copyOf(notes);
  }

  /** A checkpoint with its signatures. */
  record Note(Checkpoint checkpoint, SignedNote signed) {
    long size() {
      return checkpoint.tree().size();
    }
  }

  /** Reads a note as it is written anywhere; nothing if it is none. */
  static Optional<Note> note(String text) {
    Checked<Note> read =
        SignedNote.parse(text.getBytes(StandardCharsets.UTF_8))
            .then(signed ->
                Checkpoint.parse(signed.text())
                    .then(checkpoint -> Checked.good(new Note(checkpoint, signed))));
    return read instanceof Good<Note>(Note note) && note.size() <= Manifest.LARGEST_NUMBER
        ? Optional.of(note)
        : Optional.empty();
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> text.append(note.signed().toText()).append('\n'));
    return text.toString();
  }

  /** Reads what {@link #toText} writes; nothing if it is something else. */
  static Optional<CheckpointFile> parse(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
    List<Note> notes = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int signatures = afterEmptyLine(text, at);
      int end = signatures < 0 ? -1 : afterEmptyLine(text, signatures);
      Optional<Note> note = end < 0 ? Optional.empty() : note(text.substring(at, end - 1));
      if (note.isEmpty()) {
        return Optional.empty();
      }
      notes.add(note.get());
      at = end;
    }
    return Optional.of(new CheckpointFile(notes));
  }

  private static int afterEmptyLine(String text, int from) {
    int end = text.indexOf("\n\n", from);
    return end <= from || text.charAt(from) == '\n' ? -1 : end + 2;
  }

  List<Long> sizes() {
    return notes.stream().map(Note::size).toList();
  }

  /** The largest tree that any of them is about. */
  long largest() {
    return notes.stream().mapToLong(Note::size).max().orElse(0);
  }

  /** Demands of each that it says what the ledger was, and that somebody trusted signed it. */
  void prove(String origin, Marks marks, List<VerifierKey> trusted, PackFindings findings) {
    long before = 0;
    for (Note note : notes) {
      long least = before;
      flaw(note, origin, least, marks, trusted)
          .ifPresent(what -> findings.add(Kind.CHECKPOINT, note.size(), what));
      before = Math.max(before, note.size());
    }
  }

  private static Optional<String> flaw(
      Note note, String origin, long least, Marks marks, List<VerifierKey> trusted) {
    if (!note.checkpoint().origin().equals(origin)) {
      return Optional.of("it is of another ledger");
    }
    if (note.size() < least) {
      return Optional.of("it is smaller than the one in front of it");
    }
    Optional<byte[]> root = marks.root(note.size());
    if (root.isEmpty()) {
      return Optional.of("the ledger in the pack ends before it: its end is cut off");
    }
    if (!Arrays.equals(root.get(), note.checkpoint().tree().root())) {
      return Optional.of("the ledger was another one when it was signed");
    }
    return note.signed().verify(trusted) instanceof Good
        ? Optional.empty()
        : Optional.of("it has no good signature of a key that is known");
  }
}
