package counterfoil.application.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Gives each row the same command id in every run, so that a second import or one after a crash
 * finds what is recorded; and a digest of what the row says, so that a changed row is noticed.
 */
final class RowIdentity {
  /** Between fields; no checked text can hold it. */
  private static final char SEPARATOR = '\u001F';

  private static final int VERSION_8 = 0x8000;

  private final String origin;
  private final MessageDigest sha256;

  /**
   * @param origin of the ledger: the same row has another id in another ledger
   */
  RowIdentity(String origin) {
    this.origin = origin;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The first half of SHA-256 over the row's place in its account's history, as UUID version 8. */
  UUID commandId(HistoryRow row) {
    byte[] hash =
        switch (row) {
          case AccountRow r -> hash(origin, "opening", r.number());
          case TransactionRow r -> hash(origin, "posting", r.number(), r.postedOn(), r.sequence());
        };
    var bytes = ByteBuffer.wrap(hash);
    long high = (bytes.getLong() & ~0xF000L) | VERSION_8;
    long low = (bytes.getLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  byte[] digest(HistoryRow row) {
    return switch (row) {
      case AccountRow r ->
          hash(
              "opening",
              r.number(),
              r.openedOn(),
              r.branch(),
              r.holderReference(),
              r.holder(),
              r.birthDate(),
              r.product(),
              r.overdraftLimit());
      case TransactionRow r ->
          hash(
              "posting",
              r.number(),
              r.postedOn(),
              r.sequence(),
              r.type().word(),
              r.amount(),
              r.recordedBalance().map(Money::toString).orElse(""),
              r.details().reference(),
              r.counterparty().bank(),
              r.counterparty().account(),
              r.details().narrative());
    };
  }

  private byte[] hash(Object... fields) {
    var text = new StringBuilder();
    for (Object field : fields) {
      text.append(field).append(SEPARATOR);
    }
    return sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
