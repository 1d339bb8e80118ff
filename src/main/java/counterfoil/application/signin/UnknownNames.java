package counterfoil.application.signin;

import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Failures;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.proof.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The failures of names that nobody has, so that they meet the same delays and the same lock as
 * real ones and nobody can tell them apart. Kept in memory, by a salted hash of what was typed,
 * which may be a password: they are forgotten when the program ends, the failures of real names are
 * not. Safe from any thread.
 */
final class UnknownNames {
  private static final int MOST_REMEMBERED = 1_000;
  private static final int SALT_BYTES = 16;

  private final byte[] salt = new byte[SALT_BYTES];
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  UnknownNames() {
    new SecureRandom().nextBytes(salt);
  }

  /** Why a password for this name is not looked at now. */
  synchronized Optional<Refusal> refuseTry(String typed, Instant now) {
    return StaffDecider.refuseTry(of(key(typed)), now, true);
  }

  /** Counts a failure, unless another one has come first that shuts the door for now. */
  synchronized Optional<Refusal> failed(String typed, Instant at) {
    String key = key(typed);
    Optional<Refusal> refusal = StaffDecider.refuseTry(of(key), at, true);
    if (refusal.isEmpty()) {
      failures.put(key, of(key).oneMore(at));
    }
    return refusal;
  }

  private Failures of(String key) {
    return failures.getOrDefault(key, Failures.NONE);
  }

  private String key(String typed) {
    MessageDigest sha256 = TreeHash.sha256();
    sha256.update(salt);
    String spelling = typed.strip().toLowerCase(Locale.ROOT);
    return HexFormat.of().formatHex(sha256.digest(spelling.getBytes(StandardCharsets.UTF_8)));
  }
}
