package counterfoil.projection;

import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.SignedOut;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.eventstore.Entry;
import counterfoil.payload.StaffEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The people of the branch: one row each. */
final class StaffRegister implements Register {
  private static final RegisterTable STAFF =
      new RegisterTable(
          "staff",
          """
          name VARCHAR(100),
          full_name VARCHAR(2000) NOT NULL,
          roles VARCHAR(200) NOT NULL,
          suspended BOOLEAN NOT NULL,
          failures INT NOT NULL,
          last_failure BIGINT NOT NULL,
          signed_in_at BIGINT,
          workstation VARCHAR(2000) NOT NULL,
          version BIGINT NOT NULL,
          state BYTEA NOT NULL\
          """,
          List.of("name"));

  private final StatesAtHand<StaffState, StaffEvent> states =
      new StatesAtHand<>(
          StaffEvents.KIND, StaffEvents.KIND.snapshots().orElseThrow(), STAFF.name(), "name");

  @Override
  public String category() {
    return StaffEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(STAFF);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    boolean known = states.before(connection, entry.stream()).version() >= 0;
    Folded<StaffState, StaffEvent> after = states.take(connection, entry);
    if (!(after.state() instanceof Member member)) {
      throw new IllegalStateException("an entry that makes nobody of somebody");
    }
    Statements.run(
        connection,
        known
            ? """
            UPDATE staff SET full_name = ?, roles = ?, suspended = ?, failures = ?,
              last_failure = ?, version = ?, state = ?, last_position = ? WHERE name = ?
            """
            : """
            INSERT INTO staff (full_name, roles, suspended, failures, last_failure, version,
              state, last_position, name, workstation) VALUES (?,?,?,?,?,?,?,?,?,'')
            """,
        member.fullName(),
        member.roles().stream().sorted().map(Role::code).collect(Collectors.joining(" ")),
        member.suspended(),
        member.failures().count(),
        JournalRow.micros(member.failures().last()),
        after.version(),
        states.written(after),
        entry.position(),
        member.name().value());
    noteDoor(connection, entry);
  }

  /** Where somebody sits now, and since when. */
  private static void noteDoor(Connection connection, Entry entry) throws SQLException {
    String name = entry.stream().subject();
    switch (StaffEvents.KIND.decode(entry.type(), entry.payload())) {
      case SignedIn e ->
          Statements.run(
              connection,
              "UPDATE staff SET signed_in_at = ?, workstation = ? WHERE name = ?",
              JournalRow.micros(entry.recordedAt()),
              e.workstation(),
              name);
      case SignedOut _ ->
          Statements.run(connection, "UPDATE staff SET workstation = '' WHERE name = ?", name);
      default -> {}
    }
  }

  @Override
  public void write(Connection connection) throws SQLException {
    states.writeSnapshots(connection);
  }

  @Override
  public void forget() {
    states.forget();
  }
}
