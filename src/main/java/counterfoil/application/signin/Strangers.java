package counterfoil.application.signin;

import counterfoil.domain.staff.Failures;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.WorkstationEvents;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names that nobody has. Their failures are entries as those of real names are, so that they meet
 * the same delays and the same lock at every workstation and after every restart, and nobody can
 * tell them apart. What was typed may be a password: it is kept as passwords are, as a hash that
 * costs as much to try.
 */
final class Strangers {
  private final People people;
  private final Passwords passwords;

  Strangers(People people, Passwords passwords) {
    this.people = people;
    this.passwords = passwords;
  }

  /** The stream of one of them. Costs one hash, as looking at a password does. */
  StreamName stream(String typed) {
    String spelling = typed.strip().toLowerCase(Locale.ROOT);
    byte[] hash = passwords.hashed(spelling.toCharArray(), people.salt());
    return WorkstationEvents.stream("door " + HexFormat.of().formatHex(hash));
  }

  /** What went wrong under that name; it never goes right. */
  Failures failures(StreamName stranger) {
    Failures failures = Failures.NONE;
    for (var failure : people.failuresOf(stranger)) {
      failures = failures.oneMore(failure);
    }
    return failures;
  }
}
