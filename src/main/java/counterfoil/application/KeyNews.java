package counterfoil.application;

import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.EntryCodec;
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
   * The newest key that somebody else has made for the person since they signed in the time before;
   * of a key revoked since as well. Reads.
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
            maker(event, entry)
                .filter(by -> !by.equals(name.value()))
                .map(by -> new NewKey(entry.recordedAt(), by));
        if (made.isPresent()) {
          return made;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> maker(StaffEvent event, Entry entry) {
    return switch (event) {
      case PasswordChanged changed when hasKey(changed.credential()) ->
          Optional.of(changed.setBy().value());
      // Who founds a branch types their own first password, before anybody signs.
      case StaffMemberAdded added
          when hasKey(added.credential()) && EntryCodec.signature(entry).isPresent() ->
          Optional.of(entry.provenance().actor());
      default -> Optional.empty();
    };
  }

  private static boolean hasKey(Credential credential) {
    return credential.key().isPresent();
  }
}
