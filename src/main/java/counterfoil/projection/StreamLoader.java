package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.StateForm;
import counterfoil.payload.StreamKind;
import counterfoil.payload.UnknownEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Loads streams of any kind, as they are and as they were: the nearest snapshot and the events
 * after it, which are fewer than fifty; all events where a kind has no snapshots. Safe from any
 * thread.
 */
public record StreamLoader(EventStore store, DataSource database) {

  /** A stream after the event of {@code version}, -1 for one that has none. */
  public record Known<S>(S state, long version) {
    /** The stream before its first event. */
    public static <S> Known<S> nothing(StreamKind<S, ?> kind) {
      return new Known<>(kind.nothing(), ExpectedVersion.NONE);
    }
  }

  /**
   * The stream as it is, for deciding.
   *
   * @throws counterfoil.eventstore.LaterVersion if an event is of a kind this program does not know
   */
  public <S, E> Known<S> load(StreamName stream, StreamKind<S, E> kind) {
    Known<S> known = nearest(stream, kind, Long.MAX_VALUE);
    return fold(kind, known, store.load(stream, known.version() + 1));
  }

  /** All events of a stream, in order. */
  public <E> List<E> events(StreamName stream, StreamKind<?, E> kind) {
    return store.load(stream, 0).stream()
        .map(entry -> kind.decode(entry.type(), entry.payload()))
        .toList();
  }

  /** The stream after its event of a version, which it must have reached. */
  public <S, E> Known<S> loadAt(StreamName stream, StreamKind<S, E> kind, long version) {
    if (version == ExpectedVersion.NONE) {
      return Known.nothing(kind);
    }
    Known<S> known = nearest(stream, kind, version);
    int missing = Math.toIntExact(version - known.version());
    return fold(kind, known, store.load(stream, known.version() + 1, missing));
  }

  /** The stream as of an entry of the ledger; before its first event if that came later. */
  public <S, E> Known<S> loadAsOf(StreamName stream, StreamKind<S, E> kind, long position) {
    return loadAt(stream, kind, versionAt(stream, position));
  }

  /**
   * The version that a stream had as of an entry of the ledger; -1 if it had no event yet. Found by
   * halving, in some twenty look-ups however long the stream is.
   */
  public long versionAt(StreamName stream, long position) {
    long known = ExpectedVersion.NONE;
    long beyond = 0;
    while (reached(stream, beyond, position)) {
      known = beyond;
      beyond = beyond * 2 + 1;
    }
    while (known + 1 < beyond) {
      long middle = known + (beyond - known) / 2;
      if (reached(stream, middle, position)) {
        known = middle;
      } else {
        beyond = middle;
      }
    }
    return known;
  }

  private boolean reached(StreamName stream, long version, long position) {
    return store.load(stream, version, 1).stream().anyMatch(e -> e.position() <= position);
  }

  private static <S, E> Known<S> fold(StreamKind<S, E> kind, Known<S> from, List<Entry> entries) {
    S state = from.state();
    long version = from.version();
    for (Entry entry : entries) {
      state = kind.after(state, entry);
      version = entry.version();
    }
    return new Known<>(state, version);
  }

  private <S> Known<S> nearest(StreamName stream, StreamKind<S, ?> kind, long version) {
    return kind.snapshots()
        .flatMap(form -> snapshot(stream, form, version))
        .orElseGet(() -> Known.nothing(kind));
  }

  /** A snapshot only saves time: without a good one a stream is replayed from its first entry. */
  private <S> Optional<Known<S>> snapshot(StreamName stream, StateForm<S> form, long version) {
    try (Connection connection = database.getConnection()) {
      return Snapshots.latest(connection, stream, form.fold(), version)
          .map(found -> new Known<>(form.decode(found.state()), found.version()));
    } catch (SQLException | UnknownEvent e) {
      return Optional.empty();
    }
  }
}
