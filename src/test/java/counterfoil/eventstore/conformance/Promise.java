package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Demand;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The ground that the tests of all promises stand on: an empty store, and appends to give it. */
public abstract class Promise {
  /** Only a store that never answers makes a test wait so long. */
  static final long PATIENCE_SECONDS = 20;

  static final StreamName ALICE = StreamName.of("account", "alice");
  static final StreamName BOB = StreamName.of("account", "bob");
  static final ExpectedVersion ANY = ExpectedVersion.any();

  final SettableClock clock = new SettableClock();
  EventStore store = new NothingStore();

  protected abstract StoreFixture fixture();

  @BeforeEach
  void openStore() {
    store = fixture().open(clock);
  }

  /** Goes on with the same ledger as if the program had been started again. */
  void reopen() {
    store = fixture().reopen(store, clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Write write(StreamName stream, ExpectedVersion expected, String... payloads) {
    List<NewEvent> events = new ArrayList<>();
    for (String payload : payloads) {
      events.add(new NewEvent(new EventType("Noted", 1), payload.getBytes(StandardCharsets.UTF_8)));
    }
    return new Write(stream, expected, events);
  }

  static Append append(Write... writes) {
    return append(UUID.randomUUID(), digest(1), List.of(writes), List.of());
  }

  static Append append(StreamName stream, ExpectedVersion expected, String... payloads) {
    return append(write(stream, expected, payloads));
  }

  static Append append(UUID id, byte[] digest, List<Write> writes, List<Demand> demands) {
    return new Append(id, digest, provenance(id), writes, demands);
  }

  static byte[] digest(int content) {
    byte[] digest = new byte[32];
    digest[31] = (byte) content;
    return digest;
  }

  static Provenance provenance(UUID id) {
    return new Provenance(
        "m.okafor",
        "teller",
        "Riverside",
        "WS-2",
        Optional.of("till-3"),
        LocalDate.of(2026, 11, 2),
        Optional.empty(),
        id,
        Optional.empty(),
        Optional.of("counter"),
        Optional.empty());
  }

  /** A stream with this many entries. */
  void fill(StreamName stream, int entries) {
    IntStream.range(0, entries).forEach(i -> store.append(append(stream, ANY, "fill " + i)));
  }

  /** What a future ends with, without waiting for ever. */
  static <T> T outcome(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  VersionConflict conflict(Append append) {
    return assertThrows(VersionConflict.class, () -> outcome(store.submit(append)));
  }

  Appended taken(Append append) throws Exception {
    Appended appended = outcome(store.submit(append));
    assertEquals(
        append.writes().stream().mapToInt(w -> w.events().size()).sum(),
        appended.entries().size(),
        "as many entries as events");
    return appended;
  }

  static List<String> payloads(List<Entry> entries) {
    return entries.stream()
        .map(entry -> new String(entry.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  static List<Long> positions(List<Entry> entries) {
    return entries.stream().map(Entry::position).toList();
  }

  static List<Long> versions(List<Entry> entries) {
    return entries.stream().map(Entry::version).toList();
  }

  /** Runs {@code client} with the numbers from 0 on, all at once, and waits for all. */
  static void race(int clients, Client client) throws Exception {
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    CompletableFuture<Void> start = new CompletableFuture<>();
    for (int i = 0; i < clients; i++) {
      int number = i;
      CompletableFuture<Void> end = new CompletableFuture<>();
      ends.add(end);
      Thread.startVirtualThread(() -> {
        try {
          start.join();
          client.run(number);
          end.complete(null);
        } catch (Throwable e) {
          end.completeExceptionally(e);
        }
      });
    }
    start.complete(null);
    for (CompletableFuture<Void> end : ends) {
      outcome(end);
    }
  }

  /** One of several that do the same at once. */
  @FunctionalInterface
  interface Client {
    void run(int number) throws Exception;
  }
}
