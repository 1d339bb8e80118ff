package counterfoil.application.dispatch;

import counterfoil.eventstore.Appended;

/** What has come of an act. */
public sealed interface Result {
  /** Recorded and on disk; {@code after} holds the states of what it wrote. */
  record Done(Appended appended, Standing after) implements Result {}

  /** This very command had been recorded earlier; nothing was added now. */
  record DoneBefore(Appended appended) implements Result {}

  /** Not recorded: {@code ruling} is no {@link Ruling.Records}. */
  record Unrecorded(Ruling ruling) implements Result {}

  /** Not recorded: the act's first stream has moved on to {@code version} from the version seen. */
  record Moved(Subject<?, ?> subject, long version, long seen) implements Result {}
}
