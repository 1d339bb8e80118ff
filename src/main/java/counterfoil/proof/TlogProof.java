package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A proof that something is in a ledger, to be checked offline by whoever has the ledger's public
 * key; as C2SP tlog-proof writes it.
 *
 * @param extra what the application adds; nothing vouches for it but what it is compared with
 * @param index the leaf's number, from 0: an entry's position less one
 * @param path the hashes beside the way from the leaf to the root, the leaf's sibling first
 * @param checkpoint the signed checkpoint of the tree that the path leads to
 */
public record TlogProof(
    Optional<byte[]> extra, long index, List<byte[]> path, SignedNote checkpoint) {
  /** The longest proof that is read, in bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MOST_HASHES = 63;

  public TlogProof {
    path = List.copyOf(path);
  }

  /** Reads a proof. Says nothing of whether it is good. */
  public static Checked<TlogProof> parse(byte[] bytes) {
    return StrictText.of(bytes, MAX_BYTES).then(text -> new Reader(text).read());
  }

  /**
   * Whether it proves that a leaf is in a ledger.
   *
   * @param leafHash the leaf's {@linkplain TreeHash#leaf hash}, which is not in the proof
   * @param origin the ledger
   * @param trusted the ledger's keys
   * @return the checkpoint of the tree that holds the leaf
   */
  public Checked<SignedCheckpoint> verify(
      byte[] leafHash, String origin, Collection<VerifierKey> trusted) {
    return SignedCheckpoint.open(checkpoint, linesBefore() + 1, origin, trusted)
        .then(signed ->
            ProofCheck.inclusion(leafHash, index, path, signed.checkpoint().tree())
                .then(_ -> Checked.good(signed)));
  }

  private int linesBefore() {
    return (extra.isPresent() ? 3 : 2) + path.size() + 1;
  }

  /** As it is written in a file. */
  public String toText() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    extra.ifPresent(bytes -> text.append(EXTRA).append(StrictText.base64(bytes)).append('\n'));
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(StrictText.base64(hash)).append('\n'));
    return text.append('\n').append(checkpoint.toText()).toString();
  }

  /** Goes through a text that ends in a newline. */
  private static final class Reader {
    private final String text;
    private int at;
    private int line;

    Reader(String text) {
      this.text = text;
    }

    Checked<TlogProof> read() {
      if (!next().equals(HEADER)) {
        return malformed(Reason.NO_PROOF_HEADER);
      }
      String written = next();
      Optional<byte[]> extra = Optional.empty();
      if (written.startsWith(EXTRA)) {
        extra = StrictText.base64(written.substring(EXTRA.length()));
        if (extra.isEmpty()) {
          return malformed(Reason.NOT_BASE64);
        }
        written = next();
      }
      if (!written.startsWith(INDEX)) {
        return malformed(Reason.NO_INDEX);
      }
      OptionalLong index = StrictText.number(written.substring(INDEX.length()));
      return index.isEmpty() ? malformed(Reason.NOT_A_NUMBER) : path(extra, index.getAsLong());
    }

    private Checked<TlogProof> path(Optional<byte[]> extra, long index) {
      List<byte[]> path = new ArrayList<>();
      for (String written = next(); !written.isEmpty(); written = next()) {
        if (path.size() == MOST_HASHES) {
          return malformed(Reason.TOO_MANY_HASHES);
        }
        Optional<byte[]> hash = StrictText.hash(written);
        if (hash.isEmpty()) {
          return malformed(Reason.NOT_A_HASH);
        }
        path.add(hash.get());
      }
      if (at == text.length()) {
        return malformed(Reason.NO_SIGNATURES);
      }
      return SignedNote.parse(text.substring(at), line + 1)
          .then(note -> Checked.good(new TlogProof(extra, index, path, note)));
    }

    /** The next line without its end; empty behind the last. */
    private String next() {
      line++;
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return "";
      }
      String next = text.substring(at, end);
      at = end + 1;
      return next;
    }

    private Checked<TlogProof> malformed(Reason reason) {
      return Checked.refused(new Malformed(line, reason));
    }
  }
}
