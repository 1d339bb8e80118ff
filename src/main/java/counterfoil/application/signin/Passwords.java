package counterfoil.application.signin;

import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * Chooses, hashes and compares passwords. A password is normalised first (NFKC, as NIST SP 800-63B
 * advises), so that it is the same from every keyboard; then hashed with Argon2id (RFC 9106) and a
 * salt of its own. What a stored hash costs stands in it: the cost of new ones can be raised, and
 * old ones are still read.
 *
 * <p>The arrays handed over are left as they are, for who owns them to wipe; copies are wiped here.
 * Safe from any thread; each call takes as much memory as the cost says.
 */
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** No password is longer in Java's characters, even where each is a pair of them. */
  private static final int MAX_CHARS = 2 * PasswordRules.MAX_LENGTH;

  private static final int MAX_BYTES_A_CHAR = 3;

  private final Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final PasswordRules rules = new PasswordRules();
  private final SealedKeys keys;
  private final Credential nobodys;

  public Passwords() {
    this(Cost.STANDARD);
  }

  /**
   * @param cost of the hashes made here
   */
  public Passwords(Cost cost) {
    this.cost = cost;
    this.keys = new SealedKeys(random, cost);
    this.nobodys = new PhcString(cost, bytes(SALT_BYTES), bytes(HASH_BYTES)).credential();
  }

  /**
   * What one hash costs.
   *
   * @param memoryKib in units of 1,024 bytes
   * @param passes over that memory
   */
  public record Cost(int memoryKib, int passes, int parallelism) {
    /** The second choice of RFC 9106, for where two gigabytes are too much, on one processor. */
    public static final Cost STANDARD = new Cost(64 * 1024, 3, 1);

    private static final int MAX_MEMORY_KIB = 1 << 20;
    private static final int MAX_PASSES = 100;
    private static final int MAX_PARALLELISM = 16;

    /**
     * @throws IllegalArgumentException beyond 1 GiB, 100 passes or 16 processors: nobody could sign
     *     in then
     */
    public Cost {
      boolean some = memoryKib >= 8 * parallelism && passes > 0 && parallelism > 0;
      if (!some
          || memoryKib > MAX_MEMORY_KIB
          || passes > MAX_PASSES
          || parallelism > MAX_PARALLELISM) {
        throw new IllegalArgumentException("not the cost of a hash");
      }
    }
  }

  /** Why {@code password} cannot be chosen by {@code name}; nothing if it can. */
  public Optional<Refusal> refuse(StaffName name, char[] password) {
    return rules.refuse(name, normalised(password).toString());
  }

  /**
   * What is to be kept of a password, with a new salt, and a new signing key that it locks up;
   * whether it may be chosen is not asked.
   */
  public Credential hash(char[] password) {
    byte[] seed = keys.newSeed();
    try {
      return hash(password, seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /** The same with a signing key that there is already. */
  Credential hash(char[] password, byte[] seed) {
    byte[] salt = bytes(SALT_BYTES);
    String phc =
        new PhcString(cost, salt, argon2id(password, cost, salt, HASH_BYTES)).credential().phc();
    return new Credential(phc, Optional.of(keys.seal(seed, password)));
  }

  /** The person's key, if they have one that counts and this is their password. */
  static Optional<PersonalHand> hand(Member member, char[] password) {
    return member
        .signsWith()
        .flatMap(key -> SealedKeys.unseal(key, password))
        .map(PersonalHand::new);
  }

  /** The key that the password locks up. */
  static Optional<PersonalHand> hand(Credential credential, char[] password) {
    return credential.key().flatMap(key -> SealedKeys.unseal(key, password)).map(PersonalHand::new);
  }

  /**
   * Whether it is the password that is kept; takes as long for a wrong one as for the right one.
   */
  public boolean matches(Credential kept, char[] password) {
    PhcString hash = PhcString.of(kept);
    boolean possible = password.length <= MAX_CHARS;
    byte[] given =
        argon2id(possible ? password : new char[0], hash.cost(), hash.salt(), hash.hash().length);
    return MessageDigest.isEqual(hash.hash(), given) && possible;
  }

  /** A text hashed as a password is; the same text and salt give the same bytes. */
  byte[] hashed(char[] text, byte[] salt) {
    char[] possible = text.length <= MAX_CHARS ? text : Arrays.copyOf(text, MAX_CHARS);
    return argon2id(possible, cost, Arrays.copyOf(salt, SALT_BYTES), SALT_BYTES);
  }

  /** As {@link #matches} for somebody who is not there: takes as long, and is never right. */
  public void matchNobody(char[] password) {
    var _ = matches(nobodys, password);
  }

  static byte[] argon2id(char[] password, Cost cost, byte[] salt, int length) {
    byte[] bytes = utf8(normalised(password));
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(PhcString.parameters(cost, salt));
      byte[] hash = new byte[length];
      argon2.generateBytes(bytes, hash);
      return hash;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Most passwords are normal as they are and so never become a text, which cannot be wiped. */
  private static CharSequence normalised(char[] password) {
    CharBuffer typed = CharBuffer.wrap(password);
    return Normalizer.isNormalized(typed, Normalizer.Form.NFKC)
        ? typed
        : Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  private static byte[] utf8(CharSequence text) {
    ByteBuffer buffer = ByteBuffer.allocate(text.length() * MAX_BYTES_A_CHAR);
    var _ =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .encode(CharBuffer.wrap(text), buffer, true);
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    return bytes;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
