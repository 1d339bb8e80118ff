package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.NotRecorded;
import counterfoil.eventstore.OutcomeUnknown;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerAddress.Encryption;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.jdbc.CuttingProxy.Cut;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that goes away in the middle: nobody guesses, and nothing is recorded twice. */
class ServerGoneTest {
  private static final Duration IMPATIENT = Duration.ofMillis(100);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final RandomAppends appends = new RandomAppends(33);
  private @TempDir Path folder = Path.of("");

  private static ServerLogin through(CuttingProxy proxy, ServerLogin login) {
    return new ServerLogin(
        new ServerAddress(
            "localhost",
            proxy.port(),
            login.address().database(),
            TestServer.USER,
            Encryption.DISABLE),
        "");
  }

  private static PostgresStore open(ServerLogin login, Duration patience) {
    return ServerLedgers.open(login, patience, CountModel::new);
  }

  private static long counted(PostgresStore store) throws SQLException {
    return CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum();
  }

  @ParameterizedTest
  @EnumSource(
      value = Cut.class,
      names = {"BEFORE_IT_ARRIVES", "BEFORE_THE_ANSWER"})
  void an_append_whose_commit_was_not_answered_has_an_unknown_outcome_until_it_is_given_again(
      Cut cut) throws Exception {
    ServerLogin login = TestServer.newDatabase();
    ServerLedgers.create(login, CountModel::new).close();
    try (CuttingProxy proxy = new CuttingProxy(TestServer.port());
        PostgresStore store = open(through(proxy, login), PATIENT)) {
      store.append(appends.append());
      Append append = appends.append();
      proxy.cutAtNextCommit(cut);
      assertThrows(OutcomeUnknown.class, () -> store.append(append));
      boolean recorded = cut == Cut.BEFORE_THE_ANSWER;
      assertEquals(recorded, store.find(append.commandId(), append.commandDigest()).isPresent());
      Appended again = store.append(append);
      assertEquals(recorded, again.before());
      assertEquals(2, again.firstPosition());
      assertEquals(3, store.append(appends.append()).firstPosition());
      assertEquals(3, counted(store));
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  @Test
  void what_waits_behind_an_unknown_outcome_is_taken_as_usual() throws Exception {
    ServerLogin login = TestServer.newDatabase();
    ServerLedgers.create(login, CountModel::new).close();
    try (CuttingProxy proxy = new CuttingProxy(TestServer.port());
        PostgresStore store = open(through(proxy, login), PATIENT)) {
      store.append(appends.append());
      proxy.cutAtNextCommit(Cut.BEFORE_THE_ANSWER);
      Map<Append, CompletableFuture<Appended>> submitted = new HashMap<>();
      for (int i = 0; i < 2000; i++) {
        Append append = appends.append();
        submitted.put(append, store.submit(append));
      }
      int unknown = 0;
      for (var one : submitted.entrySet()) {
        try {
          EventStoreException.await(one.getValue());
        } catch (OutcomeUnknown _) {
          unknown++;
          assertTrue(store.append(one.getKey()).before());
        }
      }
      assertTrue(unknown > 0 && unknown < 2000, unknown + " unknown");
      assertEquals(2001, store.head().position());
      assertEquals(2001, counted(store));
    }
  }

  @Test
  void whoever_is_told_of_an_unknown_outcome_may_ask_for_it_there_and_then() throws Exception {
    ServerLogin login = TestServer.newDatabase();
    ServerLedgers.create(login, CountModel::new).close();
    try (CuttingProxy proxy = new CuttingProxy(TestServer.port())) {
      PostgresStore store = open(through(proxy, login), PATIENT);
      store.append(appends.append());
      Append append = appends.append();
      proxy.cutAtNextCommit(Cut.BEFORE_THE_ANSWER);
      CompletableFuture<Boolean> found =
          store
              .submit(append)
              .handle((_, _) -> store.find(append.commandId(), append.commandDigest()).isPresent());
      // Without the limit a store that waits for itself would hang here, and in its closing.
      assertTrue(found.get(1, TimeUnit.MINUTES));
      store.close();
    }
  }

  @Test
  void closing_returns_when_everything_submitted_before_has_been_told() throws Exception {
    ServerLogin login = TestServer.newDatabase();
    List<Long> told = new CopyOnWriteArrayList<>();
    PostgresStore store = ServerLedgers.create(login, CountModel::new);
    for (int i = 0; i < 200; i++) {
      var _ = store.submit(appends.append()).thenAccept(done -> told.add(done.firstPosition()));
    }
    store.close();
    assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), told);
    assertThrows(StoreStopped.class, () -> store.append(appends.append()));
  }

  @Test
  void while_the_server_is_away_nothing_is_recorded_and_it_goes_on_when_it_is_back()
      throws Exception {
    ServerLogin login = TestServer.newDatabase();
    ServerLedgers.create(login, CountModel::new).close();
    try (CuttingProxy proxy = new CuttingProxy(TestServer.port());
        PostgresStore store = open(through(proxy, login), IMPATIENT)) {
      store.append(appends.append());
      proxy.bar();
      Append append = appends.append();
      assertThrows(NotRecorded.class, () -> store.append(append));
      proxy.letThrough();
      assertEquals(2, giveUntilRecorded(store, append).firstPosition());
      assertFalse(store.whyStopped().isPresent());
    }
  }

  @Test
  void a_line_that_falls_silent_is_noticed_and_the_head_is_told_over_another() throws Exception {
    ServerLogin login = TestServer.newDatabase();
    try (PostgresStore other = ServerLedgers.create(login, CountModel::new);
        CuttingProxy proxy = new CuttingProxy(TestServer.port());
        PostgresStore store = open(through(proxy, login), PATIENT)) {
      BlockingQueue<Head> told = new LinkedBlockingQueue<>();
      try (var _ = store.whenAdvanced(told::add)) {
        other.append(appends.append());
        assertEquals(1, told.take().position());
        proxy.fallSilent();
        other.append(appends.append());
        Head head = told.poll(1, TimeUnit.MINUTES);
        assertEquals(2, Objects.requireNonNull(head).position());
      }
    }
  }

  /** So impatient a store may give up once more while its connection is being made. */
  private static Appended giveUntilRecorded(PostgresStore store, Append append) {
    for (int attempts = 1; ; attempts++) {
      try {
        return store.append(append);
      } catch (NotRecorded e) {
        if (attempts == 50) {
          throw e;
        }
      }
    }
  }

  /**
   * Two workstations post while the server is killed again and again, and give every command again
   * that was not answered: as tellers do.
   */
  @Test
  void a_killed_server_loses_nothing_acknowledged_and_records_nothing_twice() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    EmbeddedPostgres server = startIn(folder.resolve("data"), 0);
    int port = server.getPort();
    ServerLogin login =
        new ServerLogin(
            new ServerAddress("localhost", port, "postgres", "postgres", Encryption.DISABLE), "");
    PostgresStore one = ServerLedgers.create(login, CountModel::new);
    PostgresStore other = open(login, PATIENT);
    Map<UUID, Long> acknowledged = new HashMap<>();
    int unknown = 0;
    List<Append> again = new ArrayList<>();
    for (int kill = 0; kill < 3; kill++) {
      Map<Append, CompletableFuture<Appended>> submitted = new HashMap<>();
      for (int i = 0; i < 300; i++) {
        Append append = again.isEmpty() ? appends.append() : again.removeLast();
        submitted.put(append, (i % 2 == 0 ? one : other).submit(append));
        if (i == 150) {
          Thread.sleep(random.nextLong(30));
          kill(folder.resolve("data"));
          server.close();
          server = startIn(folder.resolve("data"), port);
        }
      }
      for (var append : submitted.entrySet()) {
        try {
          Appended answer = EventStoreException.await(append.getValue());
          acknowledged.put(append.getKey().commandId(), answer.firstPosition());
        } catch (OutcomeUnknown | NotRecorded e) {
          unknown += e instanceof OutcomeUnknown ? 1 : 0;
          again.add(append.getKey());
        }
      }
    }
    for (Append append : again) {
      acknowledged.put(append.commandId(), one.append(append).firstPosition());
    }
    Map<UUID, Long> recorded =
        other.read(1, 10_000).stream()
            .collect(Collectors.toMap(e -> e.commandId(), e -> e.position()));
    assertEquals(recorded, acknowledged, "seed " + seed + ", unknown " + unknown);
    assertEquals(recorded.size(), counted(one), "seed " + seed);
    assertEquals(List.of(), one.audit(Progress.NONE), "seed " + seed);
    one.close();
    other.close();
    server.close();
  }

  private static EmbeddedPostgres startIn(Path data, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        TestServer.builder().setDataDirectory(data).setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  /** As a power switch would: the server has no time to write anything. */
  private static void kill(Path data) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.addFirst(server);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }
}
