package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.ProofCheck;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The proofs that a pack's checkpoints come with, a line each, the hashes in Base64: that each
 * continues the one before, and that the last entry of each is in the last. Whoever has all entries
 * needs none of them; whoever is handed single ones does.
 */
final class ProofFile {
  private static final String CONSISTENCY = "consistency";
  private static final String INCLUSION = "inclusion";
  private static final int WORDS = 3;
  private static final int MOST_HASHES = 126;

  private ProofFile() {}

  private record Line(String kind, long from, long to) {
    String heading() {
      return kind + " " + from + " " + to;
    }
  }

  private static List<Line> lines(CheckpointFile checkpoints) {
    List<Long> sizes = List.copyOf(heads(checkpoints).keySet());
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < sizes.size(); i++) {
      lines.add(new Line(CONSISTENCY, sizes.get(i - 1), sizes.get(i)));
    }
    sizes.forEach(size -> lines.add(new Line(INCLUSION, size - 1, sizes.getLast())));
    return lines;
  }

  /** The trees of the checkpoints, each size once. */
  private static Map<Long, TreeHead> heads(CheckpointFile checkpoints) {
    Map<Long, TreeHead> heads = new LinkedHashMap<>();
    for (CheckpointFile.Note note : checkpoints.notes()) {
      if (note.size() > 0) {
        heads.putIfAbsent(note.size(), note.checkpoint().tree());
      }
    }
    return heads;
  }

  /** The proofs between these checkpoints. */
  static String make(CheckpointFile checkpoints, TreeProofs proofs) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines(checkpoints)) {
      List<byte[]> path =
          line.kind().equals(CONSISTENCY)
              ? proofs.consistency(line.from(), line.to())
              : proofs.inclusion(line.from(), line.to());
      text.append(line.heading());
      path.forEach(hash -> text.append(' ').append(Base64.getEncoder().encodeToString(hash)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Demands that they are there, and that they hold. */
  static void prove(byte[] bytes, CheckpointFile checkpoints, Marks marks, PackFindings findings) {
    List<Line> expected = lines(checkpoints);
    Optional<List<List<byte[]>>> paths = paths(bytes, expected);
    if (paths.isEmpty()) {
      findings.add(Kind.PROOF, 0, "The proofs are not those between the checkpoints of the pack.");
      return;
    }
    Map<Long, TreeHead> heads = heads(checkpoints);
    for (int i = 0; i < expected.size(); i++) {
      prove(expected.get(i), paths.get().get(i), heads, marks, findings);
    }
  }

  private static void prove(
      Line line, List<byte[]> path, Map<Long, TreeHead> heads, Marks marks, PackFindings findings) {
    TreeHead to = heads.getOrDefault(line.to(), new TreeHead(0, new byte[0]));
    if (line.kind().equals(CONSISTENCY)) {
      TreeHead from = heads.getOrDefault(line.from(), to);
      if (!(ProofCheck.consistency(from, to, path) instanceof Good)) {
        findings.add(
            Kind.PROOF,
            line.to(),
            "it does not show that the checkpoint of %d continues that of %d"
                .formatted(line.to(), line.from()));
      }
    } else {
      long position = line.from() + 1;
      boolean good =
          marks
              .lastLeaf(position)
              .filter(leaf -> ProofCheck.inclusion(leaf, line.from(), path, to) instanceof Good)
              .isPresent();
      if (!good) {
        findings.add(
            Kind.PROOF,
            position,
            "it does not show that entry %d is in the checkpoint of %d"
                .formatted(position, line.to()));
      }
    }
  }

  private static Optional<List<List<byte[]>>> paths(byte[] bytes, List<Line> expected) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      return Optional.empty();
    }
    String[] written = text.split("\n", -1);
    if (written.length - 1 != expected.size()) {
      return Optional.empty();
    }
    List<List<byte[]>> paths = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      Optional<List<byte[]>> path = path(written[i], expected.get(i));
      if (path.isEmpty()) {
        return Optional.empty();
      }
      paths.add(path.get());
    }
    return Optional.of(paths);
  }

  private static Optional<List<byte[]>> path(String written, Line expected) {
    String[] words = written.split(" ", -1);
    if (words.length < WORDS
        || words.length > WORDS + MOST_HASHES
        || !String.join(" ", List.of(words).subList(0, WORDS)).equals(expected.heading())) {
      return Optional.empty();
    }
    List<byte[]> path = new ArrayList<>();
    for (String word : List.of(words).subList(WORDS, words.length)) {
      Optional<byte[]> hash = Manifest.hash(word);
      if (hash.isEmpty()) {
        return Optional.empty();
      }
      path.add(hash.get());
    }
    return Optional.of(path);
  }
}
