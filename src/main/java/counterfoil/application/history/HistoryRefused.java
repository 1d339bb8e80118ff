package counterfoil.application.history;

/**
 * Files that cannot be taken over as they are; its message is one sentence for people that names
 * the file, the line and the column. Thrown before anything is recorded.
 */
public final class HistoryRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  HistoryRefused(String sentence) {
    super(sentence);
  }

  HistoryRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
