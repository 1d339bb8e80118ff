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
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

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

    /** It begins as a PNG and is none: cut off, damaged, or of more than 64 million dots. */
    record NoPicture() implements Content {}

    /** A receipt of a kind that no code is looked for in: a PDF, or a picture that is no PNG. */
    record OtherKind() implements Content {}

    /** It cannot be read. */
    record Unreadable() implements Content {}
  }

  /** Takes what begins as a PNG for a picture, and everything else for a proof. */
  public static Content read(Path file) {
    try {
      long size = Files.size(file);
      byte[] start = start(file);
      if (Arrays.equals(start, PDF) || Arrays.equals(start, JPEG)) {
        return new Content.OtherKind();
      }
      if (!Arrays.equals(start, PNG)) {
        // One byte too many is enough to be refused as too large.
        return new Content.Proof(
            size > TlogProof.MAX_BYTES
                ? new byte[TlogProof.MAX_BYTES + 1]
                : Files.readAllBytes(file));
      }
      if (size > MOST_BYTES_OF_PICTURE) {
        return new Content.TooLarge(MOST_BYTES_OF_PICTURE >> 20);
      }
      return inPicture(file);
    } catch (IOException _) {
      return new Content.Unreadable();
    }
  }

  private static Content inPicture(Path file) {
    try {
      return QrCode.read(file)
          .<Content>map(text -> new Content.Proof(text.getBytes(StandardCharsets.UTF_8)))
          .orElseGet(Content.NoCode::new);
    } catch (IOException _) {
      return new Content.NoPicture();
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(PNG.length);
    }
  }
}
