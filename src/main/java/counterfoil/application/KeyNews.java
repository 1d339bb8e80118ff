package counterfoil.application;

import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Entry;
import counterfoil.payload.StaffEvents;
import counterfoil.projection.StreamLoader;
import java.util.Optional;

/**
 * What became of a person's key while they were away. Whoever makes somebody else's key knows its
 * password and can sign as them, so its owner is told at the door.
 */
final class KeyNews {
  private static final int ENTRIES_A_READ = 50;

  private final StreamLoader loader;

  KeyNews(StreamLoader loader) {
    this.loader = loader;
  }

  /**
   * The newest key that somebody else has made in place of the person's own since they signed in
   * the time before; of a key revoked since as well. Reads.
   *
   * @param name of somebody whose signing in is recorded already
   */
  Optional<NewKey> of(StaffName name) {
    var stream = StaffEvents.stream(name);
    long last = loader.load(stream, StaffEvents.KIND).version();
    boolean now = true;
    for (long to = last; to >= 0; to -= ENTRIES_A_READ) {
      long from = Math.max(0, to - ENTRIES_A_READ + 1);
      var read = loader.store().load(stream, from, Math.toIntExact(to - from + 1));
      for (Entry entry : read.reversed()) {
        StaffEvent event = StaffEvents.KIND.decode(entry.type(), entry.payload());
        if (event instanceof SignedIn && !now) {
          return Optional.empty();
        }
        now &= !(event instanceof SignedIn);
        Optional<NewKey> made =
            maker(event)
                .filter(by -> !by.equals(name.value()))
                .map(by -> new NewKey(entry.recordedAt(), by));
        if (made.isPresent()) {
          return made;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> maker(StaffEvent event) {
    return switch (event) {
      case PasswordChanged changed when hasKey(changed.credential()) ->
          Optional.of(changed.setBy().value());
      // The first key of somebody new is always made by another, and no news to them.
      default -> Optional.empty();
    };
  }

  private static boolean hasKey(Credential credential) {
    return credential.key().isPresent();
  }
}
