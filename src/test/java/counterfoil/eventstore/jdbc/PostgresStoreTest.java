package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerAddress.Encryption;
import counterfoil.eventstore.ServerLogin;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Founding, opening, proving and rebuilding a ledger on a server. */
class PostgresStoreTest {
  private final ServerLogin login = TestServer.newDatabase();
  private final RandomAppends appends = new RandomAppends(31);

  @AfterEach
  void removeTheDatabase() {
    TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
  }

  private void foundWith(int entries) {
    try (PostgresStore store = ServerLedgers.create(login, CountModel::new)) {
      for (int i = 0; i < entries; i++) {
        store.append(appends.append());
      }
    }
  }

  private PostgresStore open() {
    return ServerLedgers.open(login, CountModel::new);
  }

  private static Reason refusal(Runnable attempt) {
    return assertThrows(LedgerUnavailable.class, attempt::run).reason();
  }

  @Test
  void a_ledger_that_was_closed_opens_as_it_was() throws Exception {
    Head head;
    Map<String, Long> counts;
    try (PostgresStore store = ServerLedgers.create(login, CountModel::new)) {
      assertEquals(Ledgers.CHARTER, store.charter());
      for (int i = 0; i < 60; i++) {
        store.append(appends.append());
      }
      head = store.head();
      counts = CountModel.counts(store.reads());
    }
    try (PostgresStore store = open()) {
      assertEquals(Ledgers.CHARTER, store.charter());
      assertArrayEquals(head.root(), store.head().root());
      assertEquals(counts, CountModel.counts(store.reads()));
      assertEquals(61, store.append(appends.append()).firstPosition());
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  @Test
  void where_there_is_no_ledger_none_is_opened() {
    assertFalse(PostgresStore.present(login));
    assertEquals(Reason.MISSING, refusal(this::open));
    assertFalse(PostgresStore.present(login));
  }

  @Test
  void a_second_ledger_is_not_founded_over_the_first() {
    foundWith(1);
    assertTrue(PostgresStore.present(login));
    assertEquals(Reason.EXISTS, refusal(() -> ServerLedgers.create(login, CountModel::new)));
  }

  @Test
  void a_founding_that_was_broken_off_is_done_again() {
    foundWith(0);
    TestServer.execute(login, "DROP SCHEMA counterfoil_reads CASCADE");
    TestServer.execute(login, "ALTER TABLE charter DISABLE TRIGGER ALL");
    TestServer.execute(login, "DELETE FROM charter");
    TestServer.execute(login, "DELETE FROM ledger_head");
    assertEquals(Reason.MISSING, refusal(this::open));
    foundWith(3);
    try (PostgresStore store = open()) {
      assertEquals(3, store.head().position());
    }
  }

  @Test
  void a_database_of_others_is_left_alone() {
    TestServer.execute(login, "CREATE TABLE public.customers (name TEXT)");
    assertEquals(Reason.NOT_A_LEDGER, refusal(() -> ServerLedgers.create(login, CountModel::new)));
    assertEquals(Reason.NOT_A_LEDGER, refusal(this::open));
  }

  @Test
  void a_ledger_of_a_later_program_is_refused() {
    foundWith(1);
    TestServer.execute(
        login,
        "INSERT INTO migrations VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', now(),"
            + " 1, TRUE)");
    assertEquals(Reason.NEWER, refusal(this::open));
    assertEquals(Reason.NEWER, refusal(() -> ServerLedgers.create(login, CountModel::new)));
  }

  @Test
  void a_ledger_that_a_later_program_changes_takes_no_more_from_this_one() {
    foundWith(1);
    try (PostgresStore store = open()) {
      store.append(appends.append());
      TestServer.execute(login, "UPDATE ledger_head SET migration = 99");
      assertEquals(Reason.NEWER, refusal(() -> store.append(appends.append())));
      assertTrue(store.whyStopped().isPresent());
      assertEquals(2, store.head().position());
    }
  }

  @Test
  void a_server_that_cannot_be_reached_a_wrong_database_and_a_wrong_user_are_told_apart()
      throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    ServerLogin away =
        new ServerLogin(
            new ServerAddress("localhost", nobody, "x", TestServer.USER, Encryption.DISABLE), "");
    assertEquals(Reason.UNREACHABLE, refusal(() -> PostgresStore.present(away)));
    ServerLogin none = TestServer.login("no_such_database", TestServer.USER);
    assertEquals(Reason.NO_DATABASE, refusal(() -> PostgresStore.present(none)));
    ServerLogin stranger = TestServer.login(login.address().database(), "stranger");
    assertEquals(Reason.NOT_ADMITTED, refusal(() -> PostgresStore.present(stranger)));
  }

  @Test
  void a_user_who_may_create_nothing_is_told_so() {
    TestServer.execute("DROP ROLE IF EXISTS guest");
    TestServer.execute("CREATE ROLE guest LOGIN");
    ServerLogin guest = TestServer.login(login.address().database(), "guest");
    assertEquals(Reason.UNFIT, refusal(() -> ServerLedgers.create(guest, CountModel::new)));
  }

  @Test
  void readers_cannot_change_anything() throws Exception {
    foundWith(1);
    try (PostgresStore store = open();
        Connection connection = store.reads().getConnection();
        Statement statement = connection.createStatement()) {
      assertThrows(SQLException.class, () -> statement.execute("DELETE FROM counts"));
    }
  }

  @Test
  void entries_cannot_be_changed_at_the_server_by_accident() {
    foundWith(2);
    for (String sql :
        List.of("DELETE FROM entry", "UPDATE entry SET version = 7", "TRUNCATE entry")) {
      assertThrows(IllegalStateException.class, () -> TestServer.execute(login, sql));
    }
  }

  @Test
  void an_audit_finds_what_was_changed_on_purpose() {
    foundWith(40);
    TestServer.execute(login, "ALTER TABLE entry DISABLE TRIGGER ALL");
    TestServer.execute(
        login, "UPDATE entry SET payload = set_byte(payload || '\\x00', 0, 1) WHERE position = 17");
    TestServer.execute(login, "DELETE FROM entry WHERE position = 30");
    try (PostgresStore store = open()) {
      List<Long> positions = store.audit(Progress.NONE).stream().map(Finding::position).toList();
      assertTrue(positions.containsAll(List.of(17L, 30L)), positions::toString);
    }
  }

  @Test
  void read_models_of_another_program_are_made_anew_when_the_ledger_is_opened() throws Exception {
    foundWith(50);
    try (PostgresStore store = ServerLedgers.open(login, () -> new CountModel("counts 2"))) {
      assertEquals(50L, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
      store.append(appends.append());
    }
  }

  @Test
  void two_versions_of_the_program_are_never_at_work_at_once() {
    foundWith(5);
    try (PostgresStore store = open()) {
      store.append(appends.append());
      assertEquals(
          Reason.IN_USE,
          refusal(() -> ServerLedgers.open(login, () -> new CountModel("counts 2"))));
      assertEquals(7, store.append(appends.append()).firstPosition());
    }
  }

  @Test
  void a_rebuild_beside_postings_ends_with_all_of_them() throws Exception {
    foundWith(30);
    try (PostgresStore store = open()) {
      store.reads().getConnection().close();
      TestServer.execute(login, "DELETE FROM counts");
      int[] posted = {0};
      long entries =
          store.rebuild((done, total) -> {
            if (posted[0] < 20) {
              posted[0]++;
              store.append(appends.append());
            }
            return true;
          });
      store.append(appends.append());
      Map<String, Long> counts = CountModel.counts(store.reads());
      assertTrue(entries > 30, entries + " entries");
      assertEquals(store.head().position(), counts.values().stream().mapToLong(n -> n).sum());
    }
  }

  @Test
  void a_rebuild_that_was_cancelled_or_killed_leaves_the_old_read_models_and_can_be_repeated()
      throws Exception {
    foundWith(30);
    try (PostgresStore store = open()) {
      Map<String, Long> counts = CountModel.counts(store.reads());
      assertThrows(CancellationException.class, () -> store.rebuild((_, _) -> false));
      assertEquals(counts, CountModel.counts(store.reads()));
      TestServer.execute(login, "CREATE SCHEMA counterfoil_reads_next");
      TestServer.execute(login, "CREATE TABLE counterfoil_reads_next.counts (half_done TEXT)");
      assertEquals(30, store.rebuild(Progress.NONE));
      assertEquals(counts, CountModel.counts(store.reads()));
    }
  }

  @Test
  void only_one_rebuilds_at_a_time() {
    foundWith(10);
    try (PostgresStore store = open();
        PostgresStore other = open()) {
      store.rebuild((_, _) -> {
        assertEquals(Reason.IN_USE, refusal(() -> other.rebuild(Progress.NONE)));
        return true;
      });
    }
  }

  @Test
  void a_read_model_that_does_not_know_an_entry_stops_the_store_and_nothing_is_recorded() {
    foundWith(3);
    Append strange = appends.append();
    Supplier<ReadModel> refusing =
        () -> new RefusingModel(new IllegalStateException("an unknown event"));
    try (PostgresStore store = ServerLedgers.open(login, refusing)) {
      assertThrows(RuntimeException.class, () -> store.append(strange));
      assertTrue(store.whyStopped().isPresent());
      assertEquals(3, store.head().position());
    }
  }

  @Test
  void a_rebuild_over_an_entry_of_a_later_program_says_so_and_leaves_the_old_read_models()
      throws Exception {
    foundWith(3);
    Supplier<ReadModel> later = () -> new RefusingModel(new LaterVersion("a later event"));
    try (PostgresStore store = ServerLedgers.open(login, later)) {
      assertEquals(Reason.NEWER, refusal(() -> store.rebuild(Progress.NONE)));
      assertEquals(3L, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
    }
  }

  @Test
  void a_rebuild_that_loses_its_connection_says_that_the_server_is_away() {
    foundWith(3);
    try (PostgresStore store = open()) {
      Progress cutting =
          (_, _) -> {
            TestServer.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                    + login.address().database()
                    + "'");
            return true;
          };
      assertEquals(Reason.UNREACHABLE, refusal(() -> store.rebuild(cutting)));
      assertThrows(
          CancellationException.class, () -> store.rebuild((_, _) -> !cutting.report(0, 0)));
    }
  }

  /** Counts, until something new comes. */
  private static final class RefusingModel implements ReadModel {
    private final CountModel counts = new CountModel();
    private final IllegalStateException refusal;

    RefusingModel(IllegalStateException refusal) {
      this.refusal = refusal;
    }

    @Override
    public void create(Connection connection) throws SQLException {
      counts.create(connection);
    }

    @Override
    public void apply(Connection connection, List<Entry> entries) {
      throw refusal;
    }

    @Override
    public ReadModel anew() {
      return this;
    }

    @Override
    public void forget() {
      // It remembers nothing.
    }

    @Override
    public String fingerprint() {
      return counts.fingerprint();
    }
  }
}
