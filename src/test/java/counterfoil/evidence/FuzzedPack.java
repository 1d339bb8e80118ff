package counterfoil.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.evidence.EntryForm.Packed;
import counterfoil.evidence.PackedContent.Shown;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence packs, as anybody may have written them. Of an input the first byte is 0 for a whole
 * pack; otherwise the rest stands for one file in a good pack, whose manifest is true to it: the
 * manifest, the checkpoints, the keys, the proofs, the entries, or these with their contents' own
 * commitments.
 */
public final class FuzzedPack {
  private static final int WHOLE = 0;
  private static final int MANIFEST = 1;
  private static final int CHECKPOINTS = 2;
  private static final int KEYS = 3;
  private static final int PROOFS = 4;

  /** 5 are the entries as they stand. */
  private static final int COMMITTED = 6;

  private static final int KINDS = 7;

  private static final byte[] GOOD = new RandomLedger(3, 14).pack();
  private static final EditablePack PACK = new EditablePack(GOOD);
  private static final Map<String, byte[]> FILES = PACK.files(1000);

  private FuzzedPack() {}

  /** Whether it is valid. */
  public static boolean read(byte[] input) throws IOException {
    if (input.length == 0) {
      return false;
    }
    int kind = Byte.toUnsignedInt(input[0]) % KINDS;
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    Path file = Files.createTempFile("pack", ".zip");
    PackVerdict verdict;
    try {
      Files.write(file, kind == WHOLE ? rest : packWith(kind, rest));
      verdict = PackVerifier.verify(file, List.of(), Progress.NONE);
    } finally {
      Files.delete(file);
    }
    for (PackFinding finding : verdict.findings()) {
      assertFalse(finding.what().isEmpty() || finding.what().indexOf('\n') >= 0, finding::what);
    }
    // What is signed and what follows from the entries has one form only.
    if (kind >= KEYS && kind < COMMITTED && !Arrays.equals(rest, original(kind))) {
      assertFalse(verdict.valid(), "another file than the good one");
    }
    return verdict.valid();
  }

  private static byte[] packWith(int kind, byte[] bytes) {
    Map<String, byte[]> files = new java.util.LinkedHashMap<>(FILES);
    files.put(name(kind), kind == COMMITTED ? committed(bytes) : bytes);
    if (kind != MANIFEST) {
      files.put(PackFiles.MANIFEST, PACK.list(files).toBytes());
    }
    return EditablePack.zip(files);
  }

  private static String name(int kind) {
    return switch (kind) {
      case MANIFEST -> PackFiles.MANIFEST;
      case CHECKPOINTS -> PackFiles.CHECKPOINTS;
      case KEYS -> PackFiles.KEYS;
      case PROOFS -> PackFiles.PROOFS;
      default -> PackFiles.entries(1);
    };
  }

  private static byte[] original(int kind) {
    return Optional.ofNullable(FILES.get(name(kind))).orElseThrow();
  }

  /** Envelopes commit to what stands beside them, as far as there are entries. */
  private static byte[] committed(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ByteBuffer out = ByteBuffer.allocate(bytes.length);
    try {
      for (var next = EntryForm.read(in, 1); next.isPresent(); next = EntryForm.read(in, 1)) {
        Packed packed = next.get();
        byte[] envelope = packed.envelope();
        if (packed.content() instanceof Shown(var salt, var payload)
            && envelope.length > Commitment.BYTES) {
          byte[] to = new Commitment().to(payload, salt);
          System.arraycopy(to, 0, envelope, envelope.length - to.length, to.length);
        }
        EntryForm.write(envelope, packed.content(), out);
      }
    } catch (UnreadablePack _) {
      // The rest stays as it is.
    }
    return Arrays.copyOf(Arrays.copyOf(out.array(), out.position()), bytes.length);
  }

  public static List<byte[]> examples() {
    assertTrue(FILES.containsKey(PackFiles.entries(1)), "the pack has entries");
    List<byte[]> examples = new java.util.ArrayList<>();
    examples.add(beginning(WHOLE, GOOD));
    for (int kind = MANIFEST; kind < KINDS; kind++) {
      examples.add(beginning(kind, original(kind)));
    }
    return examples;
  }

  private static byte[] beginning(int kind, byte[] rest) {
    byte[] input = new byte[rest.length + 1];
    input[0] = (byte) kind;
    System.arraycopy(rest, 0, input, 1, rest.length);
    return input;
  }
}
