package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.staff.Failures;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.ApprovalLine.Status;
import counterfoil.projection.DayLine.Closing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Questions about the branch's people, its business days, and what waits for a second person. As
 * {@link Inquiries} in everything else.
 */
public final class BranchInquiries {
  private static final String SELECT_STAFF =
      """
      SELECT name, full_name, roles, suspended, failures, last_failure, signed_in_at, workstation,
        version FROM staff
      """;
  private static final String SELECT_APPROVAL =
      """
      SELECT id, maker, text, digest, conditions, amount, expires_at, posted_on, requested_at,
        request_position, status, approver, reason, decided_at FROM approval
      """;
  private static final String SELECT_DAY =
      """
      SELECT posted_on, opened_by, opened_at, opened_position, closed_by, closed_at,
        closed_position, forced, reason, left_open FROM business_day
      """;

  private final Query query;
  private final CurrencyUnit currency;

  BranchInquiries(DataSource database, CurrencyUnit currency) {
    this.query = new Query(database);
    this.currency = currency;
  }

  /** Everybody, in the order of sign-in names. */
  public List<StaffLine> staff() {
    return query.list(SELECT_STAFF + " ORDER BY name", BranchInquiries::staff);
  }

  /** Everybody's full name, by the name that they sign in with. */
  public Map<String, String> fullNames() {
    return staff().stream()
        .collect(Collectors.toUnmodifiableMap(line -> line.name().value(), StaffLine::fullName));
  }

  public Optional<StaffLine> staff(StaffName name) {
    return query.first(SELECT_STAFF + " WHERE name = ?", BranchInquiries::staff, name.value());
  }

  /** Whether the ledger has no staff yet. */
  public boolean unstaffed() {
    return query.first("SELECT 1 FROM staff", row -> row.getLong(1)).isEmpty();
  }

  private static StaffLine staff(ResultSet row) throws SQLException {
    return new StaffLine(
        new StaffName(row.getString("name")),
        row.getString("full_name"),
        words(row.getString("roles"))
            .flatMap(code -> Role.of(code).stream())
            .collect(Collectors.toUnmodifiableSet()),
        row.getBoolean("suspended"),
        new Failures(row.getInt("failures"), JournalRow.instant(row.getLong("last_failure"))),
        instant(row, "signed_in_at"),
        Optional.of(row.getString("workstation")).filter(place -> !place.isEmpty()),
        row.getLong("version"));
  }

  /** What waits for a second person and has not expired, the oldest first. */
  public List<ApprovalLine> pendingApprovals(Instant now) {
    return query.list(
        SELECT_APPROVAL + " WHERE status = ? AND expires_at > ? ORDER BY request_position",
        this::approval,
        Status.PENDING.name(),
        JournalRow.micros(now));
  }

  /** All that were asked for on a business date, in that order. */
  public List<ApprovalLine> approvals(LocalDate date) {
    return query.list(
        SELECT_APPROVAL + " WHERE posted_on = ? ORDER BY request_position", this::approval, date);
  }

  public Optional<ApprovalLine> approval(UUID id) {
    return query.first(SELECT_APPROVAL + " WHERE id = ?", this::approval, id.toString());
  }

  /** All whose text has this in it somewhere, in the order in which they were asked for. */
  public List<ApprovalLine> approvalsNaming(String text) {
    return query.list(
        SELECT_APPROVAL + " WHERE LOWER(text) LIKE ? ESCAPE '!' ORDER BY request_position",
        this::approval,
        Query.containing(text));
  }

  /** The entries of an account that were signed off. */
  public List<Long> signedOff(AccountNumber account) {
    return query.list(
        "SELECT r.position FROM review r JOIN journal j ON j.position = r.position"
            + " WHERE j.account = ? ORDER BY r.position",
        row -> row.getLong(1),
        account.value());
  }

  private ApprovalLine approval(ResultSet row) throws SQLException {
    return new ApprovalLine(
        new ApprovalRequested(
            UUID.fromString(row.getString("id")),
            new StaffName(row.getString("maker")),
            row.getString("text"),
            new ActDigest(row.getString("digest")),
            words(row.getString("conditions"))
                .flatMap(code -> Condition.of(code).stream())
                .collect(Collectors.toUnmodifiableSet()),
            amount(row),
            JournalRow.instant(row.getLong("expires_at"))),
        Status.valueOf(row.getString("status")),
        Optional.of(row.getString("approver")).filter(name -> !name.isEmpty()).map(StaffName::new),
        row.getString("reason"),
        row.getDate("posted_on").toLocalDate(),
        JournalRow.instant(row.getLong("requested_at")),
        instant(row, "decided_at"),
        row.getLong("request_position"));
  }

  private Optional<Money> amount(ResultSet row) throws SQLException {
    long minor = row.getLong("amount");
    return row.wasNull() ? Optional.empty() : Optional.of(Money.ofMinor(currency, minor));
  }

  /** The business day that is open; nothing between two. */
  public Optional<DayLine> openDay() {
    return query.first(SELECT_DAY + " WHERE closed_position IS NULL", BranchInquiries::day);
  }

  public Optional<DayLine> day(LocalDate date) {
    return query.first(SELECT_DAY + " WHERE posted_on = ?", BranchInquiries::day, date);
  }

  /** The last {@code atMost} business days, newest first. */
  public List<DayLine> days(int atMost) {
    return query.list(
        SELECT_DAY + " ORDER BY posted_on DESC LIMIT ?", BranchInquiries::day, atMost);
  }

  private static DayLine day(ResultSet row) throws SQLException {
    OptionalLong closed = number(row, "closed_position");
    return new DayLine(
        row.getDate("posted_on").toLocalDate(),
        row.getString("opened_by"),
        JournalRow.instant(row.getLong("opened_at")),
        row.getLong("opened_position"),
        closed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Closing(
                    row.getString("closed_by"),
                    JournalRow.instant(row.getLong("closed_at")),
                    closed.getAsLong(),
                    row.getBoolean("forced"),
                    row.getString("reason"),
                    row.getString("left_open").lines().toList())));
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    OptionalLong micros = number(row, column);
    return micros.isEmpty()
        ? Optional.empty()
        : Optional.of(JournalRow.instant(micros.getAsLong()));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
