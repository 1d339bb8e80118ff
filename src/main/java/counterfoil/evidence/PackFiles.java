package counterfoil.evidence;

/** The names and the limits of the files in a pack, in the order in which they stand there. */
final class PackFiles {
  static final String README = "README.txt";
  static final String VERIFIER = "verify.mjs";
  static final String CHECKPOINTS = "checkpoints.txt";
  static final String KEYS = "keys.txt";
  static final String PROOFS = "proofs.txt";
  static final String MANIFEST = "manifest.json";
  static final String ENTRIES = "entries/";

  /** No file of entries is larger, so that a verifier can take each as a whole. */
  static final int MOST_ENTRIES_BYTES = 16 << 20;

  /** No other file that is read as a whole is larger. */
  static final int MOST_TEXT_BYTES = 64 << 20;

  /** As many checkpoints are in a pack, the newest. */
  static final int MOST_CHECKPOINTS = 1000;

  /** A ZIP without extensions holds no more. */
  static final long MOST_BYTES = 0xFFFFFFFFL;

  private PackFiles() {}

  /**
   * @param number from 1
   */
  static String entries(int number) {
    return "%s%06d.bin".formatted(ENTRIES, number);
  }
}
