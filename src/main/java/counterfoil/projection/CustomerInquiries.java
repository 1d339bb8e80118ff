package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.payload.CustomerEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/** Questions about customers and what is theirs. As {@link Inquiries} in everything else. */
public final class CustomerInquiries {
  private static final String SELECT =
      """
      SELECT number, name, birth_date, document_type, document_number, phone, address, flags, note,
        registered_on, version, c.last_position AS last_position FROM customer c
      """;

  /** A phone number is only one from so many digits on. */
  private static final int LEAST_DIGITS = 4;

  private final Query query;
  private final EventStore store;
  private final Rows rows;

  CustomerInquiries(DataSource database, EventStore store, CurrencyUnit currency) {
    this.query = new Query(database);
    this.store = store;
    this.rows = new Rows(currency);
  }

  /**
   * The first {@code atMost} customers in the order of names whose number, name, document or phone
   * contains {@code text}, in any case and however the phone is spaced; all for an empty text.
   */
  public List<CustomerLine> find(String text, int atMost) {
    String digits = Query.digits(text);
    // A text of digits and separators alone may be a phone number.
    boolean phone = digits.length() >= LEAST_DIGITS && text.chars().noneMatch(Character::isLetter);
    return query.list(
        SELECT
            + " WHERE search LIKE ? ESCAPE '!' OR search LIKE ? ESCAPE '!'"
            + " ORDER BY name_order, number LIMIT ?",
        CustomerInquiries::customer,
        Query.containing(text.strip()),
        Query.containing(phone ? digits : text.strip()),
        atMost);
  }

  public Optional<CustomerLine> customer(CustomerNumber number) {
    return query.first(SELECT + " WHERE number = ?", CustomerInquiries::customer, number.value());
  }

  /** How many there are. */
  public long count() {
    return query.first("SELECT COUNT(*) FROM customer", row -> row.getLong(1)).orElse(0L);
  }

  /** The accounts that the customer holds, alone or with others, in the order of numbers. */
  public List<AccountLine> accounts(CustomerNumber number) {
    return query.list(
        Rows.SELECT_ACCOUNT
            + " WHERE a.number IN (SELECT account FROM account_holder WHERE customer = ?)"
            + " ORDER BY CHAR_LENGTH(a.number), a.number",
        rows::account,
        number.value());
  }

  /** Those that the customer holds or has ever held, in the order of numbers. */
  public List<AccountLine> everHeld(CustomerNumber number) {
    return query.list(
        Rows.SELECT_ACCOUNT
            + " WHERE a.number IN (SELECT account FROM account_holder WHERE customer = ?"
            + " UNION SELECT account FROM account_former_holder WHERE customer = ?)"
            + " ORDER BY CHAR_LENGTH(a.number), a.number",
        rows::account,
        number.value(),
        number.value());
  }

  /** The entries that say what was erased, oldest first, with whether it is carried out. */
  public List<Erasure> erasures() {
    return query
        .list(
            "SELECT last_position, first_entry FROM erasure ORDER BY last_position", ErasureRow::of)
        .stream()
        .map(this::erasure)
        .toList();
  }

  /** What was erased of one customer. */
  public Optional<Erasure> erasure(CustomerNumber number) {
    return query
        .first(
            "SELECT last_position, first_entry FROM erasure WHERE customer = ?",
            ErasureRow::of,
            number.value())
        .map(this::erasure);
  }

  /** A ledger is written anew with all that is to go, or not at all: the first entry tells. */
  private Erasure erasure(ErasureRow row) {
    boolean carriedOut =
        row.first() == 0 || store.at(row.first()).filter(EntryCodec::isErased).isPresent();
    return new Erasure(row.position(), carriedOut);
  }

  private record ErasureRow(long position, long first) {
    static ErasureRow of(ResultSet row) throws SQLException {
      return new ErasureRow(row.getLong(1), row.getLong(2));
    }
  }

  /**
   * An erasure.
   *
   * @param position of the entry that says so
   * @param carriedOut whether the data is gone from this ledger's files as well
   */
  public record Erasure(long position, boolean carriedOut) {}

  /** The holders of an account, the main one first; none where they are known by name only. */
  public List<CustomerLine> holders(AccountNumber account) {
    return query.list(
        SELECT
            + " JOIN account_holder h ON h.customer = c.number WHERE h.account = ?"
            + " ORDER BY h.place",
        CustomerInquiries::customer,
        account.value());
  }

  /** What the branch has written down about a customer, oldest first. */
  public List<Change> changes(CustomerNumber number) {
    return store.load(CustomerEvents.stream(number), 0).stream()
        .map(entry -> new Change(entry, CustomerEvents.KIND.decode(entry.type(), entry.payload())))
        .toList();
  }

  /** Something that was written down, with who did it and when. */
  public record Change(Entry entry, CustomerEvent event) {}

  /**
   * The last {@code atMost} entries of all the customer's accounts before a position, newest first.
   */
  public List<JournalLine> history(CustomerNumber number, long beforePosition, int atMost) {
    String[] accounts =
        accounts(number).stream().map(line -> line.number().value()).toArray(String[]::new);
    return query.list(
        Rows.SELECT_JOURNAL
            + " WHERE account = ANY (?) AND position < ? ORDER BY position DESC LIMIT ?",
        rows::journal,
        (Object) accounts,
        beforePosition,
        atMost);
  }

  static CustomerLine customer(ResultSet row) throws SQLException {
    return new CustomerLine(
        new CustomerNumber(row.getString("number")),
        new CustomerDetails(
            row.getString("name"),
            Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
            row.getString("document_type"),
            row.getString("document_number"),
            row.getString("phone"),
            row.getString("address"),
            flags(row.getString("flags")),
            row.getString("note")),
        row.getDate("registered_on").toLocalDate(),
        row.getLong("version"),
        row.getLong("last_position"));
  }

  private static Set<Flag> flags(String written) {
    return Arrays.stream(written.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(Flag::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
