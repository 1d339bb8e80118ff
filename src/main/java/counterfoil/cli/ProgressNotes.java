package counterfoil.cli;

import counterfoil.eventstore.Progress;
import java.util.Locale;
import java.util.function.Consumer;

/** Turns progress into a line for each tenth of the way; work that is soon done goes untold. */
final class ProgressNotes implements Progress {
  private static final long WORTH_TELLING = 10_000;
  private static final int PARTS = 10;

  private final String sentence;
  private final Consumer<String> notes;
  private long told;

  /**
   * @param sentence with two places, for what is done and for all that is to do
   */
  ProgressNotes(String sentence, Consumer<String> notes) {
    this.sentence = sentence;
    this.notes = notes;
  }

  @Override
  public boolean report(long done, long total) {
    if (total >= WORTH_TELLING) {
      long part = done * PARTS / total;
      if (part > told) {
        told = part;
        notes.accept(String.format(Locale.ROOT, sentence, done, total));
      }
    }
    return true;
  }
}
