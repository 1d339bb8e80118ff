package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Provenance;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code journal}, as written and as an audit computes it anew. Amounts in
 * minor units, times in microseconds since 1970.
 */
record JournalRow(
    long position,
    String stream,
    long version,
    String type,
    @Nullable String account,
    @Nullable Long amount,
    long balance,
    long overdraft,
    Terms terms,
    LocalDate postedOn,
    long recordedAt,
    String actor,
    String approver,
    String till,
    String counterparty,
    String reference,
    String narrative,
    Totals totals) {
  private static final String TILL = "till";

  static final String COLUMNS =
      """
      position, stream, version, type, account, amount, balance, overdraft, posted_on, recorded_at,
        moment, actor, approver, till, held, minimum, frozen, customer, plain, counterparty, reference, narrative, on_book, open_accounts\
      """;

  static final String INSERT =
      "INSERT INTO journal ("
          + COLUMNS
          + ", search) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  /** The row of {@code entry}, which took its account from {@code before} to {@code after}. */
  static JournalRow of(
      Entry entry, AccountEvent event, Held before, Held after, Totals last, ZoneId zone) {
    Effect effect = Effect.of(event);
    return new JournalRow(
        entry.position(),
        entry.stream().value(),
        entry.version(),
        writable(entry.type().name()),
        event.account().value(),
        effect.amount().map(Money::getAmountMinorLong).orElse(null),
        after.ledgerMinor(),
        after.overdraftMinor(),
        Terms.of(after),
        entry.provenance().businessDate(),
        micros(entry.recordedAt()),
        writable(entry.provenance().actor()),
        writable(entry.provenance().approver().orElse("")),
        tillOf(entry),
        effect.counterparty(),
        event.details().reference(),
        event.details().narrative(),
        last.with(before, after, entry, zone));
  }

  /** The row of an entry of no account. */
  static JournalRow of(Entry entry, Totals last, ZoneId zone) {
    return new JournalRow(
        entry.position(),
        entry.stream().value(),
        entry.version(),
        writable(entry.type().name()),
        null,
        null,
        0,
        0,
        Terms.NONE,
        entry.provenance().businessDate(),
        micros(entry.recordedAt()),
        writable(entry.provenance().actor()),
        writable(entry.provenance().approver().orElse("")),
        tillOf(entry),
        "",
        "",
        "",
        last.with(Held.NOTHING, Held.NOTHING, entry, zone));
  }

  /** The till that an entry is of or was posted from; empty if there was none. */
  private static String tillOf(Entry entry) {
    if (entry.stream().category().equals(TILL)) {
      return entry.stream().subject();
    }
    // A session is named after its till: T-01/2026-11-23/1.
    return entry
        .provenance()
        .tillSession()
        .map(session -> writable(session.split("/", 2)[0]))
        .orElse("");
  }

  /**
   * When an entry happened: imported history, known by its day only, begins that day at midnight
   * where the branch is.
   */
  private static long momentOf(Entry entry, ZoneId zone) {
    Provenance provenance = entry.provenance();
    return provenance.reason().filter(Provenance.IMPORTED::equals).isPresent()
        ? micros(provenance.businessDate().atStartOfDay(zone).toInstant())
        : micros(entry.recordedAt());
  }

  /** PostgreSQL has no way to write the character NUL, which domain texts cannot hold anyway. */
  private static String writable(String text) {
    return text.replace('\0', '\u2400');
  }

  void bind(PreparedStatement insert) throws SQLException {
    insert.setLong(1, position);
    insert.setString(2, stream);
    insert.setLong(3, version);
    insert.setString(4, type);
    insert.setString(5, account);
    insert.setObject(6, amount, Types.BIGINT);
    insert.setLong(7, balance);
    insert.setLong(8, overdraft);
    insert.setObject(9, postedOn);
    insert.setLong(10, recordedAt);
    insert.setLong(11, totals.moment());
    insert.setString(12, actor);
    insert.setString(13, approver);
    insert.setString(14, till);
    insert.setLong(15, terms.held());
    insert.setLong(16, terms.minimum());
    insert.setBoolean(17, terms.frozen());
    insert.setString(18, terms.customer());
    insert.setBoolean(19, terms.plain());
    insert.setString(20, counterparty);
    insert.setString(21, reference);
    insert.setString(22, narrative);
    insert.setBigDecimal(23, totals.onBook());
    insert.setLong(24, totals.openAccounts());
    insert.setString(25, searchable());
  }

  /** What a search for a text looks through. */
  String searchable() {
    return Query.searchable(narrative + "\n" + reference + "\n" + counterparty);
  }

  /** Reads a row of {@link #COLUMNS}, by their places: that takes half the time of their names. */
  static JournalRow read(ResultSet row) throws SQLException {
    LocalDate postedOn = row.getObject(9, LocalDate.class);
    return new JournalRow(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, Long.class),
        row.getLong(7),
        row.getLong(8),
        new Terms(
            row.getLong(15),
            row.getLong(16),
            row.getBoolean(17),
            row.getString(18),
            row.getBoolean(19)),
        postedOn,
        row.getLong(10),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(20),
        row.getString(21),
        row.getString(22),
        new Totals(row.getBigDecimal(23), row.getLong(24), row.getLong(11), postedOn));
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Whether it belongs to another business date than the entry before it. */
  boolean beginsADay(Totals last) {
    return !postedOn.equals(last.day());
  }

  /**
   * What else the account is after an entry.
   *
   * @param held the sum of all holds
   * @param minimum the minimum balance
   * @param customer the main holder's number, or empty
   * @param plain whether that and the opening are all there is to say of it
   */
  record Terms(long held, long minimum, boolean frozen, String customer, boolean plain) {
    static final Terms NONE = new Terms(0, 0, false, "", true);

    static Terms of(Held after) {
      return new Terms(
          after.heldMinor(),
          after.minimumMinor(),
          after.frozen(),
          after.customerColumn(),
          after.plain());
    }
  }

  /**
   * The whole branch after an entry; the sum of all balances has no limit of its own.
   *
   * @param day the business date of that entry
   */
  record Totals(BigDecimal onBook, long openAccounts, long moment, LocalDate day) {
    static final Totals NOTHING = new Totals(BigDecimal.ZERO, 0, Long.MIN_VALUE, LocalDate.MIN);

    /** A moment is never before the one before it, so that positions follow time. */
    Totals with(Held before, Held after, Entry entry, ZoneId zone) {
      return new Totals(
          onBook.add(BigDecimal.valueOf(after.ledgerMinor() - before.ledgerMinor())),
          openAccounts + (after.open() ? 1 : 0) - (before.open() ? 1 : 0),
          Math.max(moment, momentOf(entry, zone)),
          entry.provenance().businessDate());
    }
  }
}
