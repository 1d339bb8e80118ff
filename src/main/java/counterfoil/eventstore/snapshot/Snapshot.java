package counterfoil.eventstore.snapshot;

import counterfoil.eventstore.StreamName;

/**
 * The state of a stream after its event of {@code version}.
 *
 * @param fold which code folded the events and how the state is written; a snapshot of another fold
 *     is passed over
 * @param state the state's bytes. Not to be changed
 */
public record Snapshot(StreamName stream, long version, String fold, byte[] state) {
  /** A snapshot is taken after every so many events of a stream. */
  public static final int EVERY_EVENTS = 50;

  /** Whether one is due after the event of {@code version}. */
  public static boolean dueAfter(long version) {
    return (version + 1) % EVERY_EVENTS == 0;
  }
}
