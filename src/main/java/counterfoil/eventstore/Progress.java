package counterfoil.eventstore;

/** Hears how far long work has come, and may ask it to stop. Called from the working thread. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> true;

  /**
   * @param done entries done so far
   * @param total entries in all
   * @return whether to go on; work that cannot be left half done goes on all the same
   */
  boolean report(long done, long total);
}
