package counterfoil.application;

import static counterfoil.application.ErasingBranch.customer;
import static counterfoil.application.ErasingBranch.mark;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.jdbc.Mirroring;
import counterfoil.eventstore.jdbc.TestServer;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.CustomerLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was personal is gone from every file, and every figure and proof stays as it was. */
class ErasureTest {
  private static final int CUSTOMERS = 6;
  private static final int ACTS = 40;

  private final long seed = Long.getLong("erasure.seed", new Random().nextLong());
  private @TempDir Path parent = Path.of("");

  /** What must be the same before and after. */
  private record Figures(Head head, List<Entry> entries, Map<String, Long> balances) {
    static Figures of(Ledger ledger) {
      Map<String, Long> balances = new HashMap<>();
      long last = ledger.head().position();
      List<String> numbers = ledger.inquiries().accountNumbers(AccountSelection.ALL);
      for (AccountLine line : ledger.inquiries().accounts(numbers)) {
        balances.put(line.number().value(), line.ledger().getAmountMinorLong());
      }
      for (long position = 1; position <= last; position += 7) {
        for (int i = 0; i < CUSTOMERS; i++) {
          var account = ErasingBranch.account(i);
          balances.put(account + "@" + position, balanceAt(ledger, account, position));
        }
      }
      return new Figures(ledger.head(), ledger.store().read(1, (int) last), balances);
    }

    private static long balanceAt(Ledger ledger, AccountNumber account, long position) {
      return ledger.stateAt(account, position) instanceof Open open
          ? open.ledger().getAmountMinorLong()
          : 0;
    }

    void assertSame(Figures after, String message) {
      assertEquals(head.position(), after.head.position(), message);
      assertArrayEquals(head.root(), after.head.root(), message);
      assertEquals(balances, after.balances, message);
      for (int i = 0; i < entries.size(); i++) {
        assertArrayEquals(entries.get(i).envelope(), after.entries.get(i).envelope(), message);
      }
    }
  }

  @Test
  void no_file_of_a_folder_or_its_mirror_holds_what_was_erased() throws IOException {
    System.out.println("ErasureTest: -Derasure.seed=" + seed);
    Path folder = parent.resolve("ledger");
    Path mirror = parent.resolve("mirror");
    var branch = new ErasingBranch(new Folder(folder), seed);
    Figures before;
    Set<Integer> erased = new HashSet<>();
    try (Ledger ledger = branch.found()) {
      branch.live(ledger, CUSTOMERS, ACTS);
      branch.closeAll(ledger, CUSTOMERS);
    }
    new Mirroring(folder, branch.clock()).begin(mirror);
    for (int i = 0; i < CUSTOMERS; i++) {
      assertTrue(files(mark(i)).size() > 2, "tape, mirror and database before");
    }
    Random random = new Random(seed);
    for (int round = 0; round < 2; round++) {
      String message = "seed " + seed + ", round " + round;
      try (Ledger ledger = branch.open()) {
        for (int i = 0; i < 2; i++) {
          int one = random.nextInt(CUSTOMERS);
          if (erased.add(one)) {
            branch.erase(ledger, one);
            assertFalse(carriedOut(ledger, one), message);
          }
        }
        assertEquals(List.of(), ledger.verify(Progress.NONE).findings(), message);
        before = Figures.of(ledger);
      }
      try (Ledger ledger = branch.open()) {
        before.assertSame(Figures.of(ledger), message);
        assertEquals(List.of(), ledger.verify(Progress.NONE).findings(), message);
        for (int one : erased) {
          assertTrue(carriedOut(ledger, one), message);
          assertEquals(List.of(), ledger.inquiries().customers().find(mark(one), 10), message);
          CustomerLine line = ledger.inquiries().customers().customer(customer(one)).orElseThrow();
          assertEquals("(erased)", line.details().name(), message);
        }
      }
      for (int i = 0; i < CUSTOMERS; i++) {
        assertEquals(erased.contains(i), files(mark(i)).isEmpty(), message + ": " + files(mark(i)));
      }
      assertEquals(List.of(), leftBeside(folder), message);
    }
  }

  @Test
  void a_server_holds_it_no_more_either() {
    var branch = new ErasingBranch(new Server(TestServer.newDatabase()), seed);
    Figures before;
    try (Ledger ledger = branch.found()) {
      branch.live(ledger, CUSTOMERS, ACTS);
      branch.closeAll(ledger, CUSTOMERS);
      branch.erase(ledger, 1);
      before = Figures.of(ledger);
    }
    try (Ledger ledger = branch.open()) {
      before.assertSame(Figures.of(ledger), "seed " + seed);
      assertTrue(carriedOut(ledger, 1));
      assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
      for (Entry entry : ledger.store().read(1, 10_000)) {
        String payload = new String(entry.payload(), StandardCharsets.UTF_8);
        assertFalse(payload.contains(mark(1)), payload);
      }
      assertEquals(List.of(), ledger.inquiries().customers().find(mark(1), 10));
      assertEquals(1, ledger.inquiries().customers().find(mark(2), 10).size());
    }
  }

  @Test
  void an_entry_that_nothing_is_personal_in_keeps_its_payload() {
    var branch = new ErasingBranch(new Folder(parent.resolve("ledger")), seed);
    try (Ledger ledger = branch.found()) {
      branch.live(ledger, 2, 12);
      branch.closeAll(ledger, 2);
      branch.erase(ledger, 0);
    }
    try (Ledger ledger = branch.open()) {
      for (Entry entry : ledger.store().read(1, 10_000)) {
        boolean erased = EntryCodec.isErased(entry);
        if (erased) {
          assertTrue(
              Set.of("customer", "account", "approval", "review")
                  .contains(entry.stream().category()),
              entry.stream().value());
        }
      }
    }
  }

  private static boolean carriedOut(Ledger ledger, int i) {
    return ledger.inquiries().customers().erasure(customer(i)).orElseThrow().carriedOut();
  }

  /** The files below the parent that hold a text. */
  private List<Path> files(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(parent)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static List<String> leftBeside(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name ->
              name.startsWith("aside") || name.startsWith("purged") || name.startsWith("restoring"))
          .toList();
    }
  }
}
