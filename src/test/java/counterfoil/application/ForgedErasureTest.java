package counterfoil.application;

import static counterfoil.application.ErasingBranch.customer;
import static counterfoil.application.ErasingBranch.mark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Workstation;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.codec.Statement;
import counterfoil.eventstore.jdbc.ForgedLedgers;
import counterfoil.proof.ActSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an opening destroys cannot be brought back: it does so on a genuine erasure only. */
final class ForgedErasureTest {
  private static final int CUSTOMERS = 2;
  private static final byte[] SEED =
      "a key that is nobody's of staff.".getBytes(StandardCharsets.US_ASCII);

  private @TempDir Path parent = Path.of("");
  private Path folder = Path.of("");
  private final List<Entry> entries = new ArrayList<>();
  private Optional<Charter> charter = Optional.empty();

  @BeforeEach
  void an_erasure_that_waits_for_the_next_opening() {
    folder = parent.resolve("ledger");
    var branch = new ErasingBranch(new Folder(folder), 1);
    try (Ledger ledger = branch.found()) {
      branch.live(ledger, CUSTOMERS, 6);
      branch.closeAll(ledger, CUSTOMERS);
      branch.erase(ledger, 0);
      entries.addAll(ledger.store().read(1, 10_000));
      charter = Optional.of(ledger.charter());
    }
  }

  @Test
  void a_genuine_one_is_carried_out() throws Exception {
    assertTrue(destroyed(entries));
  }

  @Test
  void one_that_nobody_has_signed_destroys_nothing() throws Exception {
    assertNothingDestroyed(order -> resealed(order, order.provenance(), Optional.empty()));
  }

  @Test
  void one_that_is_signed_with_another_key_destroys_nothing() throws Exception {
    assertNothingDestroyed(order -> signed(order, order.provenance()));
  }

  @Test
  void one_in_the_name_of_who_may_not_erase_destroys_nothing() throws Exception {
    assertNothingDestroyed(order -> {
      Entry hers =
          entries.stream()
              .filter(entry -> entry.provenance().actor().equals("lucia"))
              .filter(entry -> EntryCodec.signature(entry).isPresent())
              .findFirst()
              .orElseThrow();
      return resealed(order, hers.provenance(), EntryCodec.signature(hers));
    });
  }

  @Test
  void one_by_an_administrator_who_was_slipped_in_destroys_nothing() throws Exception {
    Entry last = entries.getLast();
    int at = entries.size() - 1;
    while (!entries.get(at).type().name().equals("StaffMemberAdded")) {
      at--;
    }
    Entry added = entries.get(at);
    String name = added.stream().subject();
    String before = new String(added.payload(), StandardCharsets.UTF_8);
    String key = java.util.Base64.getEncoder().encodeToString(publicKey());
    String after =
        before
            .replaceFirst("\"roles\":\\[[^]]*\\]", "\"roles\":[\"administrator\"]")
            .replaceFirst("\"public\":\"[^\"]*\"", "\"public\":\"" + key + "\"");
    assertTrue(!before.equals(after) && last.position() > at, before);
    Entry slipped =
        resealed(
            added,
            after.getBytes(StandardCharsets.UTF_8),
            added.provenance(),
            EntryCodec.signature(added));
    entries.set(at, slipped);
    assertNothingDestroyed(order -> signed(order, ascribed(order.provenance(), name)));
  }

  @Test
  void one_in_a_ledger_that_is_not_the_one_seen_destroys_nothing() throws Exception {
    // The workstation has seen the ledger go on otherwise.
    Path seen = parent.resolve("seen");
    List<Entry> others = entries.subList(0, entries.size() - 3);
    ForgedLedgers.write(seen, charter.orElseThrow(), others, models());
    var branch = new ErasingBranch(new Folder(seen), 1);
    try (Ledger ledger = branch.open()) {
      branch.live(ledger, 0, 0);
    }
    StoredLedgers witness =
        new StoredLedgers(
            branch.clock(), Optional.of(new Workstation("WS-01", parent.resolve("workstation"))));
    witness.open(seen, Progress.NONE).close();
    assertThrows(NotContinued.class, () -> witness.open(folder, Progress.NONE));
    try (Ledger ledger = witness.openUnwitnessed(new Folder(folder), Progress.NONE)) {
      assertEquals(entries.size(), ledger.head().position());
      assertTrue(holds(ledger), "the name is there");
    }
  }

  /** Makes the erasure, the last entry that is one, anew. */
  @FunctionalInterface
  private interface Forging {
    Entry of(Entry order);
  }

  private void assertNothingDestroyed(Forging forging) throws IOException, SQLException {
    int at = entries.size() - 1;
    while (!entries.get(at).type().name().equals("CustomerErased")) {
      at--;
    }
    Entry forged = forging.of(entries.get(at));
    entries.set(at, forged);
    assertTrue(!destroyed(entries));
  }

  /** Whether the opening of a ledger of these entries takes the customer's name out of it. */
  private boolean destroyed(List<Entry> written) throws IOException, SQLException {
    Path place = parent.resolve("forged");
    ForgedLedgers.write(place, charter.orElseThrow(), written, models());
    try (Ledger ledger = new ErasingBranch(new Folder(place), 1).open()) {
      boolean carriedOut =
          ledger.inquiries().customers().erasure(customer(0)).orElseThrow().carriedOut();
      assertEquals(carriedOut, !holds(ledger));
      assertEquals(carriedOut, !onDisk(place));
      List<Finding> findings = ledger.verify(Progress.NONE).findings();
      assertEquals(carriedOut, findings.isEmpty(), findings.toString());
      return carriedOut;
    }
  }

  private static boolean holds(Ledger ledger) {
    return ledger.store().read(1, 10_000).stream()
        .anyMatch(entry -> new String(entry.payload(), StandardCharsets.UTF_8).contains(mark(0)));
  }

  private static boolean onDisk(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve("tape"))) {
      return files.filter(Files::isRegularFile).anyMatch(ForgedErasureTest::holds);
    }
  }

  private static boolean holds(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<counterfoil.eventstore.jdbc.ReadModel> models() {
    return StoredLedgers.folderModels(charter.orElseThrow());
  }

  private Entry signed(Entry entry, Provenance by) {
    byte[] statement = new Statement().of(resealed(entry, by, Optional.empty()));
    byte[] signature =
        ActSignature.sign(
                List.of(statement),
                charter.orElseThrow().origin(),
                publicKey(),
                ForgedErasureTest::sign)
            .getFirst()
            .toBytes();
    return resealed(entry, by, Optional.of(signature));
  }

  private static byte[] publicKey() {
    byte[] key = new byte[32];
    Ed25519.generatePublicKey(SEED, 0, key, 0);
    return key;
  }

  private static byte[] sign(byte[] message) {
    byte[] signature = new byte[64];
    Ed25519.sign(SEED, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private static Provenance ascribed(Provenance was, String actor) {
    return new Provenance(
        actor,
        was.role(),
        was.branch(),
        was.workstation(),
        was.tillSession(),
        was.businessDate(),
        was.valueDate(),
        was.correlationId(),
        was.causationId(),
        was.reason(),
        was.approver());
  }

  private static Entry resealed(Entry entry, Provenance by, Optional<byte[]> signature) {
    return resealed(entry, entry.payload(), by, signature);
  }

  private static Entry resealed(
      Entry entry, byte[] payload, Provenance by, Optional<byte[]> signature) {
    NewEvent event =
        new NewEvent(
            entry.type(), payload, signature.map(bytes -> new Attested(entry.salt(), bytes)));
    Append append =
        new Append(
            entry.commandId(),
            entry.commandDigest(),
            by,
            List.of(
                new Write(
                    entry.stream(), ExpectedVersion.exactly(entry.version() - 1), List.of(event))),
            List.of());
    return new EntryCodec()
        .seal(
            new Slot(entry.position(), entry.stream(), entry.version(), entry.recordedAt()),
            event,
            append,
            entry.salt());
  }
}
