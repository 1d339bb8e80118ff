package counterfoil.eventstore;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Who, where, when and why of an append; the same for all its events. The time of recording is not
 * here: the store assigns it.
 *
 * <p>No text is longer than {@value #MAX_TEXT_LENGTH} characters or holds half a surrogate pair: it
 * must come back from bytes as it went in.
 *
 * @param actor the person's sign-in name
 * @param role what the person acted as
 * @param branch the branch's name
 * @param workstation the workstation's name
 * @param businessDate the branch's day that the act belongs to
 * @param valueDate where it differs from the business date
 * @param correlationId what belongs to one conversation with a customer; the command's own id at
 *     least
 * @param causationId the command or entry that led to this one
 * @param reason why, in words or as a stable code such as {@link #IMPORTED}
 * @param approver who approved it
 */
public record Provenance(
    String actor,
    String role,
    String branch,
    String workstation,
    Optional<String> tillSession,
    LocalDate businessDate,
    Optional<LocalDate> valueDate,
    UUID correlationId,
    Optional<UUID> causationId,
    Optional<String> reason,
    Optional<String> approver) {
  /** The longest text in it, in characters. */
  public static final int MAX_TEXT_LENGTH = 1000;

  /** The reason of entries that tell of history from before this ledger. */
  public static final String IMPORTED = "imported";

  public Provenance {
    check(actor);
    check(role);
    check(branch);
    check(workstation);
    tillSession.ifPresent(Provenance::check);
    reason.ifPresent(Provenance::check);
    approver.ifPresent(Provenance::check);
  }

  private static void check(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "a text has at most 1000 characters, not " + text.length());
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean whole =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!whole) {
          throw new IllegalArgumentException("text with half a surrogate pair");
        }
        i++;
      }
    }
  }
}
