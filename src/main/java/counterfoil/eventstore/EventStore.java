package counterfoil.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An append-only ledger of entries in streams.
 *
 * <p>Every implementation promises:
 *
 * <ul>
 *   <li>An acknowledged append is on disk (for the store in memory: as long as the process lives).
 *   <li>Positions are dense, from 1, in the order of commits; who has read position n has
 *       everything up to n.
 *   <li>Versions of a stream are dense, from 0. An append is taken only if every stream it writes
 *       or demands has the expected version; it is recorded whole or not at all.
 *   <li>The same command id with the same digest gives the first outcome, also after a restart;
 *       with another digest it is refused.
 *   <li>The time of recording is the store's, in microseconds, and never goes back.
 *   <li>Who was acknowledged sees its own entries in every read that follows.
 * </ul>
 */
public interface EventStore extends AutoCloseable {

  /**
   * Records {@code append} and returns at once; the future ends when the append is acknowledged, or
   * with one of the {@link EventStoreException}s below. Appends are taken in the order of the calls
   * of one thread. Ends with
   *
   * <ul>
   *   <li>{@link VersionConflict} if a stream does not have its expected version;
   *   <li>{@link CommandIdReused} if the id was used for another command;
   *   <li>{@link StoreStopped} if the store has been closed or has stopped at a fault. Whether the
   *       append was recorded is then unknown until the same command is given again to a store
   *       newly opened;
   *   <li>{@link OutcomeUnknown} if a server did not say in time what has become of it: the same
   *       command given again tells;
   *   <li>{@link NotRecorded} if a server could not be reached or had no room: the same command may
   *       be given again.
   * </ul>
   *
   * Cancelling the future does not take the append back.
   */
  CompletableFuture<Appended> submit(Append append);

  /** As {@link #submit}, waiting for the acknowledgement. Throws what the future would end with. */
  default Appended append(Append append) {
    return EventStoreException.await(submit(append));
  }

  /**
   * What was recorded under a command id, with {@link Appended#before()} set; nothing if the id was
   * never used.
   *
   * @throws CommandIdReused if the id was used with another digest
   */
  Optional<Appended> find(UUID commandId, byte[] commandDigest);

  /** The entries of a stream from a version on, in order; none if the stream does not exist. */
  List<Entry> load(StreamName stream, long fromVersion);

  /** The first {@code atMost} of {@link #load(StreamName, long)}. */
  default List<Entry> load(StreamName stream, long fromVersion, int atMost) {
    return load(stream, fromVersion).stream().limit(atMost).toList();
  }

  /**
   * At most {@code atMost} entries from a position on, in order; fewer only where the ledger ends.
   */
  List<Entry> read(long fromPosition, int atMost);

  /** The entry at a position, if the ledger reaches so far. */
  default Optional<Entry> at(long position) {
    return read(position, 1).stream().findFirst();
  }

  /** Where the ledger stands; includes everything acknowledged. */
  Head head();

  /**
   * Calls {@code listener} with the new head after appends were acknowledged, on a thread of the
   * store's: it must return at once. Several appends may come as one call. Closing the registration
   * ends the calls.
   */
  Registration whenAdvanced(Consumer<Head> listener);

  /**
   * Waits for what was submitted, then releases everything. Further calls end in {@link
   * StoreStopped}.
   */
  @Override
  void close();

  /** Ends a registration; never throws. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
