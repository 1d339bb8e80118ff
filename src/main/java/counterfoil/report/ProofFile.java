package counterfoil.report;

import counterfoil.proof.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A proof as people bring it: a file of its own, or a picture of a receipt with its code. */
public final class ProofFile {
  private static final int MOST_BYTES_OF_PICTURE = 32 << 20;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private ProofFile() {}

  /** What is in a file. */
  public sealed interface Content {
    /**
     * Something that may be a proof.
     *
     * @param bytes not to be changed
     */
    record Proof(byte[] bytes) implements Content {}

    /** A picture in which no code of a receipt is to be seen. */
    record NoCode() implements Content {}

    /** A picture too large to be looked at. */
    record TooLarge(int mostMebibytes) implements Content {}

    /** It cannot be read. */
    record Unreadable() implements Content {}
  }

  /** Takes what begins as a PNG for a picture, and everything else for a proof. */
  public static Content read(Path file) {
    try {
      long size = Files.size(file);
      if (!isPicture(file)) {
        // One byte too many is enough to be refused as too large.
        return new Content.Proof(
            size > TlogProof.MAX_BYTES
                ? new byte[TlogProof.MAX_BYTES + 1]
                : Files.readAllBytes(file));
      }
      if (size > MOST_BYTES_OF_PICTURE) {
        return new Content.TooLarge(MOST_BYTES_OF_PICTURE >> 20);
      }
      return QrCode.read(file)
          .<Content>map(text -> new Content.Proof(text.getBytes(StandardCharsets.UTF_8)))
          .orElseGet(Content.NoCode::new);
    } catch (IOException _) {
      return new Content.Unreadable();
    }
  }

  private static boolean isPicture(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(PNG.length), PNG);
    }
  }
}
