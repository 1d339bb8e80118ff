package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.payload.StateForm;
import counterfoil.payload.StreamKinds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * The read model of everything that is not a balance: the branch's registers of its customers,
 * their accounts, tills, staff, approvals, business days and reviews, as they stand now. It stands
 * behind the {@link Journal}, whose table of snapshots it writes to. For one thread.
 */
public final class BranchBook implements ReadModel {
  /** Changes whenever the tables or what is written into them changes. */
  private static final String VERSION = "branch-2";

  private final CurrencyUnit currency;
  private final List<Register> registers;
  private final Map<String, Register> byCategory;

  /**
   * @param currency the ledger's
   */
  public BranchBook(CurrencyUnit currency) {
    this.currency = currency;
    this.registers =
        List.of(
            new CustomerRegister(),
            new HoldingRegister(),
            new TillRegister(currency),
            new StaffRegister(),
            new ApprovalRegister(),
            new DayRegister(),
            new ReviewRegister());
    this.byCategory =
        registers.stream()
            .collect(Collectors.toUnmodifiableMap(Register::category, Function.identity()));
  }

  @Override
  public String fingerprint() {
    return Stream.concat(
            Stream.of(VERSION),
            StreamKinds.ALL.stream()
                .flatMap(kind -> kind.snapshots().stream())
                .map(StateForm::fold))
        .collect(Collectors.joining("+"));
  }

  List<RegisterTable> tables() {
    return registers.stream().flatMap(register -> register.tables().stream()).toList();
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (RegisterTable table : tables()) {
        statement.execute(table.create());
      }
    }
  }

  @Override
  public void filled(Connection connection) throws SQLException {
    for (Register register : registers) {
      register.index(connection);
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    for (Entry entry : entries) {
      Register register = byCategory.get(entry.stream().category());
      if (register != null) {
        register.take(connection, entry);
      }
    }
    for (Register register : registers) {
      register.write(connection);
    }
  }

  @Override
  public ReadModel anew() {
    return new BranchBook(currency);
  }

  @Override
  public void forget() {
    registers.forEach(Register::forget);
  }
}
