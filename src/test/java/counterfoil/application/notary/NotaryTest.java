package counterfoil.application.notary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.ScriptedClock;
import counterfoil.application.StoredLedgers;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.TestServer;
import counterfoil.proof.TlogProof;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger's keys, checkpoints, proofs and witnesses, on real files. */
class NotaryTest {
  @TempDir Path folder = Path.of("");
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T07:30:00Z"));

  private StoredLedgers ledgers() {
    return ledgers("one");
  }

  private StoredLedgers ledgers(String workstation) {
    return new StoredLedgers(
        clock,
        Optional.of(new Workstation(workstation, folder.resolve("workstation-" + workstation))));
  }

  private LedgerPlace place() {
    return new LedgerPlace.Folder(folder.resolve("ledger"));
  }

  private Charter charter() {
    return Founding.charter("Riverside", CurrencyUnit.EUR, ZoneOffset.UTC, clock.instant(), false);
  }

  private Ledger found() {
    return ledgers().found(place(), charter());
  }

  private Ledger open() {
    return ledgers().open(place(), Progress.NONE);
  }

  private static Notary notary(Ledger ledger) {
    return ledger.notary().orElseThrow();
  }

  /** Records so many entries of which nothing follows. */
  private static void record(Ledger ledger, int entries) {
    for (int i = 0; i < entries; i++) {
      var outcome =
          ledger
              .unstaffed(new Actor("ann", Actor.ADMINISTRATOR, "one"))
              .post(Posting.of(new Order.AcceptRestore(1, "root", "for a test")));
      assertInstanceOf(Outcome.Posted.class, outcome);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.copy(file, there);
        }
      }
    }
  }

  private void delete(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void a_proof_is_valid_here_and_elsewhere_with_the_key_alone() {
    try (Ledger ledger = found()) {
      record(ledger, 20);
      for (long position = 1; position <= 20; position++) {
        byte[] proof = utf8(notary(ledger).prove(position).orElseThrow().toText());
        var here = assertInstanceOf(Examination.Valid.class, notary(ledger).check(proof));
        assertEquals(position, here.entry().position());
        assertTrue(here.contentShown());
        List<VerifierKey> keys = notary(ledger).trusted();
        assertInstanceOf(
            Examination.Valid.class, ProofReader.examine(proof, keys.getFirst().name(), keys));
      }
      assertTrue(notary(ledger).prove(1000).isEmpty());
      assertTrue(ledger.verify(Progress.NONE).intact());
    }
  }

  @Test
  void every_flipped_bit_of_a_receipts_proof_is_refused() {
    try (Ledger ledger = found()) {
      record(ledger, 5);
      List<VerifierKey> keys = List.of(notary(ledger).ready());
      for (TlogProof proof :
          List.of(
              notary(ledger).prove(3).orElseThrow(),
              notary(ledger).proveEnvelope(2).orElseThrow())) {
        byte[] bytes = utf8(proof.toText());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
          byte[] other = Arrays.copyOf(bytes, bytes.length);
          other[bit / 8] ^= (byte) (1 << (bit % 8));
          assertInstanceOf(
              Examination.Invalid.class,
              ProofReader.examine(other, keys.getFirst().name(), keys),
              "bit " + bit);
        }
      }
    }
  }

  @Test
  void a_content_that_was_made_up_is_refused_also_where_it_poses_as_an_erased_one() {
    try (Ledger ledger = found()) {
      record(ledger, 5);
      List<VerifierKey> keys = List.of(notary(ledger).ready());
      TlogProof proof = notary(ledger).prove(3).orElseThrow();
      EntryEvidence evidence = EntryEvidence.parse(proof.extra().orElseThrow()).orElseThrow();
      for (byte[] salt : List.of(new byte[32], evidence.content().orElseThrow().salt())) {
        var forged =
            new TlogProof(
                Optional.of(
                    new EntryEvidence(
                            evidence.envelope(),
                            Optional.of(new EntryEvidence.Content(salt, utf8("{}"))))
                        .toBytes()),
                proof.index(),
                proof.path(),
                proof.checkpoint());
        assertEquals(
            new Examination.OtherContent(3),
            ProofReader.examine(utf8(forged.toText()), keys.getFirst().name(), keys));
      }
    }
  }

  @Test
  void the_key_is_the_owners_alone_and_stays_the_same() throws IOException {
    VerifierKey key;
    try (Ledger ledger = found()) {
      key = notary(ledger).ready();
    }
    try (Ledger ledger = open()) {
      assertEquals(key, notary(ledger).ready());
      assertEquals(List.of(key), notary(ledger).trusted());
    }
    try (Stream<Path> files = Files.walk(folder.resolve("workstation-one"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertEquals(
            PosixFilePermissions.fromString("rw-------"),
            Files.getPosixFilePermissions(file),
            file.toString());
      }
    }
  }

  @Test
  void checkpoints_are_kept_beside_the_ledger_and_in_the_folders_that_are_there()
      throws IOException {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path gone = folder.resolve("gone");
    try (Ledger ledger = found()) {
      Notary notary = notary(ledger);
      notary.keepIn(stick);
      notary.keepIn(gone);
      List<String> signed = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        record(ledger, 1);
        Notary.Kept kept = notary.sign();
        assertEquals(List.of(gone), kept.missed());
        signed.addFirst(kept.checkpoint().toText());
      }
      assertEquals(signed, notary.history(10));
      assertEquals(signed.subList(0, 1), notary.history(1));
      try (Stream<Path> files = Files.list(stick)) {
        assertEquals(signed, new FileShelf(files.findFirst().orElseThrow()).last(10));
      }
    }
  }

  @Test
  void an_older_copy_in_the_ledgers_place_is_a_rollback() throws IOException {
    rollBack();
    var e = assertThrows(NotContinued.class, this::open);
    assertInstanceOf(Judgement.RolledBack.class, e.judgement());
    assertEquals(8, e.judgement().seen().size());
    assertEquals(5, e.judgement().now().size());
  }

  private void rollBack() throws IOException {
    try (Ledger ledger = found()) {
      record(ledger, 5);
    }
    copy(folder.resolve("ledger"), folder.resolve("yesterday"));
    try (Ledger ledger = open()) {
      record(ledger, 3);
    }
    delete(folder.resolve("ledger"));
    copy(folder.resolve("yesterday"), folder.resolve("ledger"));
  }

  @Test
  void a_copy_that_went_on_otherwise_is_a_fork_and_one_that_was_never_seen_so_is_cut()
      throws IOException {
    try (Ledger ledger = found()) {
      record(ledger, 5);
    }
    copy(folder.resolve("ledger"), folder.resolve("fork"));
    try (Ledger ledger = open()) {
      record(ledger, 3);
    }
    var place = new LedgerPlace.Folder(folder.resolve("fork"));
    // Another machine has seen nothing, and lets it go on.
    try (Ledger fork = ledgers("two").open(place, Progress.NONE)) {
      record(fork, 1);
    }
    assertInstanceOf(
        Judgement.Cut.class,
        assertThrows(NotContinued.class, () -> ledgers().open(place, Progress.NONE)).judgement());
    try (Ledger fork = ledgers("two").open(place, Progress.NONE)) {
      record(fork, 9);
    }
    var forked =
        assertInstanceOf(
            Judgement.Forked.class,
            assertThrows(NotContinued.class, () -> ledgers().open(place, Progress.NONE))
                .judgement());
    assertEquals(5, forked.common());
  }

  @Test
  void a_restore_is_accepted_and_the_ledger_goes_on_from_there() throws IOException {
    rollBack();
    try (Ledger ledger = ledgers().openUnwitnessed(place(), Progress.NONE)) {
      assertEquals(8, notary(ledger).lastSeen().orElseThrow().size());
      notary(ledger).accepted();
    }
    try (Ledger ledger = open()) {
      record(ledger, 1);
    }
    open().close();
  }

  @Test
  void a_second_witness_demands_a_continuation_with_a_memory_of_its_own() throws IOException {
    Path memory = folder.resolve("auditor");
    String origin;
    try (Ledger ledger = found()) {
      origin = ledger.charter().origin();
      record(ledger, 3);
      var witness = new SecondWitness(memory, origin);
      assertInstanceOf(Judgement.FirstSight.class, witness.look(notary(ledger)));
      record(ledger, 400);
    }
    try (Ledger ledger = open()) {
      var witness = new SecondWitness(memory, origin);
      assertInstanceOf(Judgement.Continues.class, witness.look(notary(ledger)));
      assertThrows(AnotherLedger.class, () -> new SecondWitness(memory, "another"));
    }
  }

  @Test
  void a_server_keeps_the_checkpoints_and_each_workstation_has_a_key() {
    ServerLogin login = TestServer.newDatabase();
    try {
      var place = new LedgerPlace.Server(login);
      try (Ledger one = ledgers("one").found(place, charter());
          Ledger two = ledgers("two").open(place, Progress.NONE)) {
        String first = notary(one).sign().checkpoint().toText();
        String second = notary(two).sign().checkpoint().toText();
        assertEquals(List.of(second, first), notary(one).history(10));
        assertEquals(2, notary(one).trusted().size());
        byte[] proof = utf8(notary(two).prove(1).orElseThrow().toText());
        assertInstanceOf(Examination.Valid.class, notary(one).check(proof));
      }
    } finally {
      TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
    }
  }
}
