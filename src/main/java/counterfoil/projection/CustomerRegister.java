package counterfoil.projection;

import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Entry;
import counterfoil.payload.CustomerEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The customers of the branch: one row each, and one for each whose data was erased. */
final class CustomerRegister implements Register {
  private static final RegisterTable CUSTOMER =
      new RegisterTable(
          "customer",
          """
          number VARCHAR(20),
          name VARCHAR(2000) NOT NULL,
          name_order VARCHAR(2000) NOT NULL,
          birth_date DATE,
          document_type VARCHAR(2000) NOT NULL,
          document_number VARCHAR(2000) NOT NULL,
          phone VARCHAR(2000) NOT NULL,
          address VARCHAR(2000) NOT NULL,
          flags VARCHAR(200) NOT NULL,
          note VARCHAR(4000) NOT NULL,
          search VARCHAR(8000) NOT NULL,
          registered_on DATE NOT NULL,
          version BIGINT NOT NULL\
          """,
          List.of("number"));

  /** What was erased, and the first of the entries that it was taken out of: 0 for none. */
  private static final RegisterTable ERASURE =
      new RegisterTable(
          "erasure",
          """
          customer VARCHAR(20),
          first_entry BIGINT NOT NULL\
          """,
          List.of("customer"));

  @Override
  public String category() {
    return CustomerEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(CUSTOMER, ERASURE);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    switch (CustomerEvents.KIND.decode(entry.type(), entry.payload())) {
      case CustomerRegistered e -> insert(connection, entry, e);
      case CustomerDetailsChanged e -> update(connection, entry, e.number(), e.after());
      case CustomerErased e -> erase(connection, entry, e);
    }
  }

  private static void insert(Connection connection, Entry entry, CustomerRegistered e)
      throws SQLException {
    Statements.run(
        connection,
        "INSERT INTO customer (number, name, name_order, document_type, document_number, phone,"
            + " address, flags, note, search, registered_on, version, last_position)"
            + " VALUES (?,'','','','','','','','','',?,?,?)",
        e.number().value(),
        entry.provenance().businessDate(),
        entry.version(),
        entry.position());
    update(connection, entry, e.number(), e.details());
  }

  private static void erase(Connection connection, Entry entry, CustomerErased e)
      throws SQLException {
    update(connection, entry, e.number(), CustomerDetails.ERASED);
    Statements.run(
        connection,
        "INSERT INTO erasure (customer, first_entry, last_position) VALUES (?,?,?)",
        e.number().value(),
        e.entries().isEmpty() ? 0 : e.entries().getFirst().position(),
        entry.position());
  }

  private static void update(
      Connection connection, Entry entry, CustomerNumber number, CustomerDetails details)
      throws SQLException {
    Statements.run(
        connection,
        """
        UPDATE customer SET name = ?, name_order = ?, birth_date = ?, document_type = ?,
          document_number = ?, phone = ?, address = ?, flags = ?, note = ?, search = ?, version = ?,
          last_position = ? WHERE number = ?
        """,
        details.name(),
        Query.searchable(details.name()),
        details.birthDate().orElse(null),
        details.documentType(),
        details.documentNumber(),
        details.phone(),
        details.address(),
        details.flags().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
        details.noteToTeller(),
        searchOf(number, details),
        entry.version(),
        entry.position(),
        number.value());
  }

  /** A phone number is found however it is spaced. */
  private static String searchOf(CustomerNumber number, CustomerDetails details) {
    return Query.searchable(
        String.join(
            "\n",
            number.value(),
            details.name(),
            details.documentNumber(),
            details.phone(),
            Query.digits(details.phone())));
  }
}
