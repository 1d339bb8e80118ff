package counterfoil.eventstore.sequencing;

import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStoreException;

/**
 * What has become of an append; not to be told to its sender before everything taken is recorded.
 */
public sealed interface Outcome {
  /** It was taken, or had been before. */
  record Taken(Appended appended) implements Outcome {}

  /** It was refused, and nothing of it was taken. */
  record Refused(EventStoreException reason) implements Outcome {}
}
