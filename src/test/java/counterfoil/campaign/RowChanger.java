package counterfoil.campaign;

import counterfoil.campaign.Forger.Draft;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.jdbc.BehindTheBack;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.StaffEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Thinks of the statements that {@link RowChange} names, at random. */
final class RowChanger {
  /** Where no entry has its position, or its version. */
  private static final long FAR = 1_000_000;

  private static final long HOUR_MICROS = 3_600_000_000L;

  private final SignedBranch branch;
  private final BehindTheBack database;
  private final Tables tables;
  private final SplittableRandom random;
  private final int size;

  /**
   * A change of rows.
   *
   * @param at the first position it concerns; 0 where it is none
   */
  record Change(String table, long at, List<String> statements) {
    Change {
      statements = List.copyOf(statements);
    }
  }

  /** What is in the database besides entries. */
  record Tables(List<String> accounts, List<String> registers, List<String> snapshots, int tiles) {
    Tables {
      accounts = List.copyOf(accounts);
      registers = List.copyOf(registers);
      snapshots = List.copyOf(snapshots);
    }
  }

  RowChanger(SignedBranch branch, BehindTheBack database, Tables tables, SplittableRandom random) {
    this.branch = branch;
    this.database = database;
    this.tables = tables;
    this.random = random;
    this.size = branch.entries().size();
  }

  Change editPayload() {
    Entry entry = any(_ -> true);
    byte[] payload = entry.payload().clone();
    payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(7));
    return entry(entry, "payload = " + database.literal(payload));
  }

  Change editEnvelope() {
    Entry entry = any(_ -> true);
    byte[] envelope = entry.envelope().clone();
    envelope[random.nextInt(envelope.length)] ^= (byte) (1 << random.nextInt(8));
    return entry(entry, "envelope = " + database.literal(envelope));
  }

  Change editColumn() {
    return entry(
        any(_ -> true),
        List.of(
                "stream = 'account-other'",
                "version = version + " + FAR,
                "type = 'Other'",
                "command_id = '00000000-0000-4000-8000-000000000000'")
            .get(random.nextInt(4)));
  }

  Change retime() {
    return entry(any(_ -> true), "recorded_at_micros = recorded_at_micros - " + HOUR_MICROS);
  }

  Change delete() {
    long at = any(_ -> true).position();
    return new Change("entry", at, List.of("DELETE FROM entry WHERE position = " + at));
  }

  Change insert() {
    return new Change("entry", size + 1L, List.of(copy(any(_ -> true).position(), size + 1L)));
  }

  Change duplicate() {
    long at = any(entry -> entry.position() < size).position();
    return new Change(
        "entry",
        at + 1,
        List.of(
            // Two steps, since no two rows may have one position in between.
            "UPDATE entry SET position = -position - 1 WHERE position > " + at,
            "UPDATE entry SET position = -position WHERE position < 0",
            copy(at, at + 1)));
  }

  private static String copy(long from, long to) {
    return """
    INSERT INTO entry (position, stream, version, type, command_id, recorded_at_micros, envelope,
      salt, payload)
    SELECT %d, stream, version + %d, type, command_id, recorded_at_micros, envelope, salt, payload
    FROM entry WHERE position = %d
    """
        .formatted(to, FAR, from);
  }

  Change reorder() {
    long one = any(_ -> true).position();
    long other = any(entry -> entry.position() != one).position();
    return new Change(
        "entry",
        Math.min(one, other),
        List.of(
            "UPDATE entry SET position = -1 WHERE position = " + one,
            "UPDATE entry SET position = %d WHERE position = %d".formatted(one, other),
            "UPDATE entry SET position = %d WHERE position = -1".formatted(other)));
  }

  Change swapStreams() {
    Entry one = any(RowChanger::ofAccount);
    Entry other = any(entry -> ofAccount(entry) && !entry.stream().equals(one.stream()));
    return new Change(
        "entry",
        Math.min(one.position(), other.position()),
        List.of(
            "UPDATE entry SET version = %d WHERE position = %d".formatted(FAR, one.position()),
            place(other, one),
            place(one, other)));
  }

  /** Gives one entry another's columns. */
  private static String place(Entry entry, Entry as) {
    return "UPDATE entry SET stream = '%s', version = %d WHERE position = %d"
        .formatted(as.stream().value(), as.version(), entry.position());
  }

  Change replay() {
    Entry entry = any(RowChanger::ofAccount);
    Entry other = any(that -> ofAccount(that) && !that.equals(entry));
    return resealed(entry, Draft.of(entry).by(Draft.of(other).hand()));
  }

  Change replaceKey() {
    Entry entry =
        any(that ->
            that.type().name().equals(StaffEvents.STAFF_MEMBER_ADDED)
                && EntryCodec.signature(that).isPresent());
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    String key = Base64.getEncoder().encodeToString(Forger.publicKey(seed));
    String said =
        new String(entry.payload(), StandardCharsets.UTF_8)
            .replaceFirst("\"public\":\"[^\"]+", "\"public\":\"" + key);
    return resealed(entry, Draft.of(entry).saying(said.getBytes(StandardCharsets.UTF_8)));
  }

  private Change resealed(Entry entry, Draft draft) {
    Entry forged =
        new Forger(branch.charter().origin()).seal(draft, entry.position(), entry.version());
    return entry(
        entry,
        "envelope = %s, payload = %s"
            .formatted(database.literal(forged.envelope()), database.literal(forged.payload())));
  }

  Change asIfErased() {
    return entry(any(RowChanger::ofAccount), "salt = " + database.literal(new byte[32]));
  }

  Change balance() {
    String number = tables.accounts().get(random.nextInt(tables.accounts().size()));
    return new Change(
        "account",
        0,
        List.of("UPDATE account SET ledger = ledger + 1 WHERE number = '" + number + "'"));
  }

  Change journal() {
    long at = any(RowChanger::ofAccount).position();
    return new Change(
        "journal", at, List.of("UPDATE journal SET balance = balance + 1 WHERE position = " + at));
  }

  Change register() {
    String table = tables.registers().get(random.nextInt(tables.registers().size()));
    return new Change(
        table,
        0,
        List.of(
            "UPDATE %s SET last_position = last_position + 1 WHERE last_position = (SELECT"
                    .formatted(table)
                + " MAX(last_position) FROM "
                + table
                + ")"));
  }

  Change snapshot() {
    String stream = tables.snapshots().get(random.nextInt(tables.snapshots().size()));
    return new Change(
        "snapshot",
        0,
        List.of(
            "UPDATE snapshot SET state = %s WHERE stream = '%s'"
                .formatted(database.literal("{}".getBytes(StandardCharsets.UTF_8)), stream)));
  }

  /** A ledger of fewer than 256 entries has no tile yet. */
  Change tile() {
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    return new Change(
        "tree_hash",
        0,
        List.of(
            "UPDATE tree_hash SET hash = %s WHERE number = %d"
                .formatted(database.literal(hash), random.nextInt(tables.tiles()))));
  }

  Change edge() {
    return new Change("tree_edge", 0, List.of("UPDATE tree_edge SET frontier = " + frontier()));
  }

  Change head() {
    return new Change(
        "ledger_head", size, List.of("UPDATE ledger_head SET frontier = " + frontier()));
  }

  /** Of as many entries, but others. */
  private String frontier() {
    byte[] bytes = new byte[8 + 32 * Long.bitCount(size)];
    random.nextBytes(bytes);
    ByteBuffer.wrap(bytes).putLong(size);
    return database.literal(bytes);
  }

  Change cut() {
    long last = random.nextInt(1, size);
    return new Change(
        "entry",
        last + 1,
        List.of(
            "DELETE FROM entry WHERE position > " + last,
            "UPDATE ledger_head SET position = " + last));
  }

  private static Change entry(Entry entry, String assignments) {
    return new Change(
        "entry",
        entry.position(),
        List.of(
            "UPDATE entry SET %s WHERE position = %d".formatted(assignments, entry.position())));
  }

  private static boolean ofAccount(Entry entry) {
    return entry.stream().category().equals(AccountEvents.CATEGORY);
  }

  private Entry any(Predicate<Entry> fits) {
    List<Entry> all = branch.entries().stream().filter(fits).toList();
    return all.get(random.nextInt(all.size()));
  }
}
