package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.StreamKind;
import counterfoil.payload.StreamKinds;
import counterfoil.payload.UnknownEvent;
import counterfoil.projection.JournalRow.Totals;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Goes through the ledger from its first entry on, folds each anew from its bytes, and compares the
 * journal's row and the snapshot of each with what that comes to.
 *
 * <p>Each row is proven from the account's row before it, which was proven before: so no account
 * need be kept. The accounts last met are, since that is quicker; any other is read out of the rows
 * behind. For one thread at a time.
 */
final class Walk {
  /** What else is recomputed. */
  enum Depth {
    /** Only what follows from the entries: their bytes are proven elsewhere. */
    FOLD,
    /**
     * Also that each payload is the one that its envelope commits to, or erased, and the tree's
     * root.
     */
    BYTES
  }

  /** So many streams of other kinds are kept at hand; any other is loaded again. */
  private static final int MOST_OTHERS = 1000;

  private final EventStore store;
  private final Query query;
  private final CurrencyUnit currency;
  private final ZoneId zone;
  private final Depth depth;
  private final Map<AccountNumber, Held> held;
  private final Map<StreamName, Folded<?, ?>> others = atMost(MOST_OTHERS);
  private final StreamLoader loader;
  private final EntryCodec codec = new EntryCodec();
  private final TreeHash hash = new TreeHash();
  private Frontier frontier = Frontier.EMPTY;
  private Totals totals = Totals.NOTHING;
  private long done;
  private long opened;
  private boolean atEnd;

  /**
   * @param mostHeld so many accounts are kept at hand
   */
  Walk(
      DataSource database,
      EventStore store,
      CurrencyUnit currency,
      ZoneId zone,
      Depth depth,
      int mostHeld) {
    this.store = store;
    this.query = new Query(database);
    this.currency = currency;
    this.zone = zone;
    this.depth = depth;
    this.held = atMost(mostHeld);
    this.loader = new StreamLoader(store, database);
  }

  private static <K, V> Map<K, V> atMost(int size) {
    return new LinkedHashMap<>(256, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > size;
      }
    };
  }

  /** The last position proven. */
  long done() {
    return done;
  }

  /** How many accounts were opened up to there. */
  long opened() {
    return opened;
  }

  /** Whether it has come to an entry that nothing can follow. */
  boolean atEnd() {
    return atEnd;
  }

  /** The root of the tree over everything proven; only in {@link Depth#BYTES}. */
  byte[] root() {
    return frontier.root(hash);
  }

  /**
   * What a step found.
   *
   * @param accounts those that the entries were of
   * @param entries those that were proven, and followed on
   */
  record Step(List<Finding> findings, Set<AccountNumber> accounts, List<Entry> entries) {}

  /**
   * Proves the next {@code atMost} entries, though none behind {@code last}, which the ledger must
   * have reached. If it throws, because something cannot be read, nothing has changed and it may be
   * tried again.
   */
  Step step(long last, int atMost) {
    long to = Math.min(last, done + atMost);
    Slice slice = new Slice(to);
    boolean broken = false;
    List<Entry> entries = read(done + 1, to);
    int proven = 0;
    for (Entry entry : entries) {
      if (!slice.prove(entry)) {
        broken = true;
        break;
      }
      proven++;
    }
    if (!broken && slice.position < to) {
      slice.find(slice.position + 1, Kind.ENTRY_MISSING);
      broken = true;
    }
    slice.keep();
    atEnd = broken;
    return new Step(slice.findings, slice.accounts.keySet(), entries.subList(0, proven));
  }

  /** Up to the first one whose bytes are no entry. */
  private List<Entry> read(long from, long to) {
    int count = Math.toIntExact(to - from + 1);
    try {
      return store.read(from, count);
    } catch (MalformedEnvelope e) {
      List<Entry> whole = new ArrayList<>();
      try {
        for (long position = from; position <= to; position++) {
          store.at(position).ifPresent(whole::add);
        }
      } catch (MalformedEnvelope _) {
        // Said by whoever misses it.
      }
      return whole;
    }
  }

  /** An account as of the last entry proven. */
  Held known(AccountNumber number) {
    Held kept = held.get(number);
    return kept != null ? kept : readBack(number);
  }

  /** From the account's first entry and its last row, both of which were proven. */
  private Held readBack(AccountNumber number) {
    String ofAccount = " FROM journal WHERE account = ? AND position <= ? ORDER BY account";
    Optional<JournalRow> row =
        query.first(
            "SELECT "
                + JournalRow.COLUMNS
                + ofAccount
                + " DESC, position DESC FETCH FIRST ROW ONLY",
            JournalRow::read,
            number.value(),
            done);
    if (row.isEmpty()) {
      return Held.NOTHING;
    }
    long first =
        query
            .first(
                "SELECT position" + ofAccount + ", position FETCH FIRST ROW ONLY",
                found -> found.getLong(1),
                number.value(),
                done)
            .orElseThrow();
    return heldOf(number, entry(first), entry(row.get().position()), row.get());
  }

  private Entry entry(long position) {
    return store
        .at(position)
        .orElseThrow(() -> new IllegalStateException("entry " + position + " is missing"));
  }

  private Held heldOf(AccountNumber number, Entry opening, Entry last, JournalRow row) {
    if (!(new Unopened().after(Journal.read(opening)) instanceof Open open)) {
      throw new IllegalStateException("an account without an opening");
    }
    boolean closed = Journal.read(last) instanceof AccountClosed;
    Optional<CustomerNumber> customer =
        Optional.of(row.terms().customer())
            .filter(written -> !written.isEmpty())
            .map(CustomerNumber::new);
    return new Held(
        closed
            ? new Closed(number, open.holder(), open.product(), open.currency())
            : openState(open, customer, row),
        customer,
        row.version(),
        Optional.of(opening.provenance().businessDate()),
        closed ? Optional.of(last.provenance().businessDate()) : Optional.empty(),
        row.position());
  }

  /** Where the row does not say all, the events after the nearest snapshot do. */
  private AccountState openState(Open opened, Optional<CustomerNumber> customer, JournalRow row) {
    return row.terms().plain()
        ? Held.plain(
            opened.number(),
            opened.holder(),
            opened.product(),
            Money.ofMinor(currency, row.balance()),
            Money.ofMinor(currency, row.overdraft()),
            Money.ofMinor(currency, row.terms().minimum()),
            customer)
        : loader
            .loadAt(AccountEvents.stream(opened.number()), AccountEvents.KIND, row.version())
            .state();
  }

  private List<JournalRow> rows(long from, long to) {
    return query.list(
        "SELECT "
            + JournalRow.COLUMNS
            + " FROM journal WHERE position BETWEEN ? AND ? ORDER BY position",
        JournalRow::read,
        from,
        to);
  }

  private Map<Long, LocalDate> days(long from, long to) {
    Map<Long, LocalDate> days = new HashMap<>();
    query.each(
        "SELECT position, posted_on FROM journal_day WHERE position BETWEEN ? AND ?",
        row -> days.put(row.getLong(1), row.getObject(2, LocalDate.class)),
        _ -> {},
        from,
        to);
    return days;
  }

  /** The entries of one step; counts only when all of them could be looked at. */
  private final class Slice {
    private final Iterator<JournalRow> rows;
    private Optional<JournalRow> row;
    private final Map<AccountNumber, Held> accounts = new HashMap<>();
    private final Map<StreamName, Folded<?, ?>> streams = new HashMap<>();
    private final Map<Long, LocalDate> days;
    private final List<Finding> findings = new ArrayList<>();
    private Frontier grown = frontier;
    private Totals sums = totals;
    private long position = done;
    private long openings = opened;

    Slice(long last) {
      this.rows = rows(done + 1, last).iterator();
      this.days = days(done + 1, last);
      this.row = next();
    }

    private Optional<JournalRow> next() {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    void find(long position, Kind kind, String... particulars) {
      findings.add(Finding.of(position, kind, particulars));
    }

    void keep() {
      frontier = grown;
      totals = sums;
      done = position;
      opened = openings;
      held.putAll(accounts);
      others.putAll(streams);
    }

    /** Whether others can follow on it. */
    boolean prove(Entry entry) {
      if (entry.position() != position + 1) {
        find(position + 1, Kind.ENTRY_MISSING);
        return false;
      }
      if (depth == Depth.BYTES) {
        proveBytes(entry);
      }
      if (!(Journal.ofAccount(entry) ? proveOfAccount(entry) : proveOther(entry))) {
        return false;
      }
      position++;
      return true;
    }

    private boolean proveOfAccount(Entry entry) {
      AccountEvent event;
      try {
        event = Journal.read(entry);
      } catch (RuntimeException e) {
        find(entry.position(), Kind.ENTRY_UNREADABLE, e.getClass().getSimpleName());
        return false;
      }
      Held before = before(event.account());
      Held after;
      try {
        after = before.after(entry, event);
      } catch (RuntimeException e) {
        find(entry.position(), Kind.ACCOUNT_HISTORY);
        return false;
      }
      boolean next =
          entry.version() == before.version() + 1
              && entry.stream().subject().equals(event.account().value());
      compare(entry, next, JournalRow.of(entry, event, before, after, sums, zone));
      if (Snapshot.dueAfter(entry.version())) {
        compareSnapshot(entry, Journal.snapshotOf(entry, after));
      }
      accounts.put(event.account(), after);
      openings += before.version() < 0 ? 1 : 0;
      return true;
    }

    private boolean proveOther(Entry entry) {
      Folded<?, ?> before;
      try {
        before = before(entry, StreamKinds.of(entry.stream()));
        before.kind().decode(entry.type(), entry.payload());
      } catch (LaterVersion | UnknownEvent e) {
        find(entry.position(), Kind.ENTRY_UNREADABLE, e.getClass().getSimpleName());
        return false;
      }
      Folded<?, ?> after;
      try {
        after = before.after(entry);
      } catch (RuntimeException e) {
        find(entry.position(), Kind.STREAM_HISTORY);
        return false;
      }
      compare(entry, entry.version() == before.version() + 1, JournalRow.of(entry, sums, zone));
      after.snapshot(entry.stream()).ifPresent(due -> compareSnapshot(entry, due));
      streams.put(entry.stream(), after);
      return true;
    }

    private Folded<?, ?> before(Entry entry, StreamKind<?, ?> kind) {
      Folded<?, ?> touched = streams.get(entry.stream());
      if (touched == null) {
        touched = others.get(entry.stream());
      }
      return touched != null
          ? touched
          : Folded.load(loader, entry.stream(), kind, entry.version() - 1);
    }

    private Held before(AccountNumber number) {
      Held touched = accounts.get(number);
      return touched != null ? touched : known(number);
    }

    private void proveBytes(Entry entry) {
      grown = grown.append(hash.leaf(entry.envelope()), hash);
      if (!codec.payloadMayStand(entry)) {
        find(entry.position(), Kind.PAYLOAD);
      }
    }

    private void compare(Entry entry, boolean next, JournalRow expected) {
      if (!next) {
        find(entry.position(), Kind.ENTRY_NOT_NEXT);
      }
      if (row.isEmpty() || row.get().position() != entry.position()) {
        find(entry.position(), Kind.JOURNAL_ROW_MISSING);
      } else {
        if (!row.get().equals(expected)) {
          find(entry.position(), Kind.JOURNAL_ROW_WRONG);
        }
        row = next();
      }
      LocalDate day = days.get(entry.position());
      if (!Objects.equals(day, expected.beginsADay(sums) ? expected.postedOn() : null)) {
        find(entry.position(), Kind.BUSINESS_DATE);
      }
      sums = expected.totals();
    }

    /** One that was deleted is no fault; one of another fold is never used. */
    private void compareSnapshot(Entry entry, Snapshot expected) {
      query
          .first(
              "SELECT state FROM snapshot WHERE stream = ? AND version = ? AND fold = ?",
              row -> row.getBytes(1),
              entry.stream().value(),
              entry.version(),
              expected.fold())
          .filter(state -> !Arrays.equals(state, expected.state()))
          .ifPresent(_ -> find(entry.position(), Kind.SNAPSHOT));
    }
  }
}
