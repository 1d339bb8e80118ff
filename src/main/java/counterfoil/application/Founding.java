package counterfoil.application;

import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.eventstore.Charter;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** What a new ledger is founded as. */
public final class Founding {
  private static final int MAX_SLUG_LENGTH = 60;

  private Founding() {}

  /** Why {@code branch} cannot be a branch's name, if it cannot. */
  public static Optional<Refusal> refuseBranch(String branch) {
    return Limits.refuseName("branch", branch, Charter.MAX_TEXT_LENGTH)
        .or(() ->
            branch.length() > Charter.MAX_TEXT_LENGTH
                ? Optional.of(new TextTooLong("branch", branch.length(), Charter.MAX_TEXT_LENGTH))
                : Optional.empty());
  }

  /**
   * A charter with an origin of its own.
   *
   * @param branch a name that {@link #refuseBranch} lets pass
   * @param zone where the branch is
   */
  public static Charter charter(
      String branch, CurrencyUnit currency, ZoneId zone, Instant createdAt, boolean practice) {
    return new Charter(origin(branch), branch, currency.getCode(), zone, createdAt, practice);
  }

  /**
   * Unique in the world, and readable where the branch's name can be spelled in ASCII. A
   * checkpoint's origin may hold neither spaces nor plus signs (C2SP signed-note).
   */
  private static String origin(String branch) {
    String ascii =
        Normalizer.normalize(branch, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    String slug = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String shortened = slug.substring(0, Math.min(slug.length(), MAX_SLUG_LENGTH));
    return "counterfoil.local/%s/%s"
        .formatted(shortened.isEmpty() ? "branch" : shortened, UUID.randomUUID());
  }
}
