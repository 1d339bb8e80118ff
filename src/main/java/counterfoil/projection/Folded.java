package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.payload.StreamKind;
import java.util.Optional;

/** A stream of any kind as far as it has been folded. */
record Folded<S, E>(StreamKind<S, E> kind, S state, long version) {

  static <S, E> Folded<S, E> load(
      StreamLoader loader, StreamName stream, StreamKind<S, E> kind, long version) {
    StreamLoader.Known<S> known = loader.loadAt(stream, kind, version);
    return new Folded<>(kind, known.state(), known.version());
  }

  static <S, E> Folded<S, E> nothing(StreamKind<S, E> kind) {
    return new Folded<>(kind, kind.nothing(), ExpectedVersion.NONE);
  }

  /**
   * @throws IllegalStateException if the entry cannot follow
   */
  Folded<S, E> after(Entry entry) {
    return new Folded<>(kind, kind.after(state, entry), entry.version());
  }

  /** The snapshot that is due now, if one is. */
  Optional<Snapshot> snapshot(StreamName stream) {
    return Snapshot.dueAfter(version)
        ? kind.snapshots()
            .map(form -> new Snapshot(stream, version, form.fold(), form.encode(state)))
        : Optional.empty();
  }
}
