package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.ScriptedClock;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.TestServer;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.TillEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on every kind of store, held against looking at each line of the journal. */
class JournalSearchTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final int ACCOUNTS = 30;

  /** Two extracts and a part of a third. */
  private static final int ENTRIES = 2 * Extract.ENTRIES + 300;

  private static final List<String> TILLS = List.of("T-01", "T-02", "T-03");
  private static final List<String> STAFF = List.of("amara", "joão", "lin");
  private static final List<String> NARRATIVES =
      List.of("Rent, November", "100% wool", "学费", "School fees", "", "under_score");

  @TempDir Path folder = Path.of("");
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final ScriptedClock clock = new ScriptedClock(NINE);
  private final Map<String, Set<CustomerNumber>> everHolders = new HashMap<>();
  private final Charter charter =
      new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, NINE, true);

  @Test
  void every_selection_finds_what_looking_at_each_line_finds_in_memory() {
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      fill(ledger.store(), ENTRIES);
      searches(ledger.inquiries());
    }
  }

  @Test
  void every_selection_finds_what_looking_at_each_line_finds_on_disk_and_in_a_database_made_anew() {
    try (EmbeddedStore store =
        EmbeddedStore.create(folder.resolve("ledger"), charter, ReadModels.of(charter), clock)) {
      fill(store, ENTRIES);
      Inquiries inquiries = new Inquiries(store.reads(), store, EUR);
      searches(inquiries);
      assertEquals(List.of(), audit(store));
      store.rebuild(Progress.NONE);
      searches(inquiries);
      fill(store, Extract.ENTRIES);
      searches(inquiries);
      assertEquals(List.of(), audit(store));
    }
  }

  @Test
  void every_selection_finds_what_looking_at_each_line_finds_on_a_server_with_two_writers() {
    ServerLogin login = TestServer.newDatabase();
    try (PostgresStore store = PostgresStore.create(login, charter, ReadModels::of, clock);
        PostgresStore other = PostgresStore.open(login, ReadModels::of, clock, Progress.NONE)) {
      fill(store, Extract.ENTRIES - 20);
      fill(other, Extract.ENTRIES);
      fill(store, 300);
      searches(new Inquiries(other.reads(), other, EUR));
      store.rebuild(Progress.NONE);
      searches(new Inquiries(other.reads(), other, EUR));
    } finally {
      TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal_extract SET facts = X'00000000' WHERE number = 1",
        "DELETE FROM journal_extract WHERE number = 0",
        "INSERT INTO journal_extract (number, facts) VALUES (2, X'00')"
      })
  void whatever_is_changed_in_the_extracts_is_found(String change) {
    try (EmbeddedStore store =
        EmbeddedStore.create(folder.resolve("ledger"), charter, ReadModels.of(charter), clock)) {
      fill(store, ENTRIES);
      store.maintain(connection -> Statements.run(connection, change));
      assertEquals(1, audit(store).size(), audit(store).toString());
    }
  }

  @Test
  void a_search_begins_at_the_end_that_is_listed_first_and_says_when_it_has_ended() {
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      fill(ledger.store(), ENTRIES);
      var all = JournalSelection.ALL.withStaff(Optional.of("lin"));
      long[] whole = ledger.inquiries().positions(all);
      var newest = ledger.inquiries().search(all, true);
      assertFalse(newest.ended());
      List<Long> found = new ArrayList<>();
      while (!newest.ended()) {
        long[] piece = newest.next();
        for (int i = piece.length - 1; i >= 0; i--) {
          found.add(piece[i]);
        }
      }
      assertArrayEquals(
          whole, found.reversed().stream().mapToLong(Long::longValue).toArray(), "seed " + seed);
      assertEquals(0, newest.next().length);
    }
  }

  @Test
  void an_empty_ledger_has_nothing_to_search() {
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      var search = ledger.inquiries().search(JournalSelection.ALL.withText("rent"), true);
      assertEquals(0, search.next().length);
      assertTrue(search.ended());
    }
  }

  private static List<Finding> audit(EmbeddedStore store) {
    return new ExtractAudit(store.reads()).compareAll(store.head().position(), 100);
  }

  /** Hundreds of selections of all kinds, narrow and wide. */
  private void searches(Inquiries inquiries) {
    List<JournalLine> lines = new ArrayList<>();
    long last = inquiries.lastPosition();
    for (long from = 1; from <= last; from += 1000) {
      lines.addAll(inquiries.journal(from, Math.min(last, from + 999)));
    }
    for (int i = 0; i < 150; i++) {
      JournalSelection selection = selection(lines);
      long[] expected =
          lines.stream().filter(matches(selection)).mapToLong(JournalLine::position).toArray();
      assertArrayEquals(expected, inquiries.positions(selection), "seed " + seed + " " + selection);
      var search = inquiries.search(selection, true);
      long found = 0;
      while (!search.ended()) {
        found += search.next().length;
      }
      assertEquals(expected.length, found, "seed " + seed + " " + selection);
    }
  }

  private JournalSelection selection(List<JournalLine> lines) {
    var wanted = JournalSelection.ALL;
    if (random.nextInt(4) == 0) {
      wanted = wanted.withTypes(Set.of("MoneyDeposited", "FeeCharged"));
    }
    if (random.nextInt(4) == 0) {
      wanted = wanted.withAccount(Optional.of(account(random.nextInt(ACCOUNTS + 1))));
    }
    if (random.nextInt(5) == 0) {
      wanted = wanted.withCustomer(Optional.of(customer(random.nextInt(8))));
    }
    if (random.nextInt(4) == 0) {
      wanted = wanted.withTill(Optional.of(random.nextBoolean() ? "VAULT" : one(TILLS)));
    }
    if (random.nextInt(4) == 0) {
      wanted = wanted.withStaff(Optional.of(one(STAFF)));
    }
    if (random.nextInt(4) == 0) {
      long least = random.nextInt(3000);
      wanted =
          wanted.withAmounts(
              new AmountRange(
                  random.nextBoolean() ? Optional.empty() : Optional.of(money(least)),
                  random.nextBoolean()
                      ? Optional.empty()
                      : Optional.of(money(least + random.nextInt(2000)))));
    }
    if (random.nextInt(3) == 0) {
      wanted =
          wanted.withText(
              one(
                  List.of(
                      "RENT",
                      "0% w",
                      "学",
                      "ov",
                      "_",
                      "%",
                      "r1",
                      "holder 1",
                      "1003",
                      "0-0004",
                      "fees\nr",
                      "no such text",
                      "é",
                      "!")));
    }
    if (random.nextInt(4) == 0) {
      Instant from = one(lines).moment().minusNanos(random.nextInt(2) * 1000L);
      wanted =
          wanted.withTimes(
              Optional.of(new TimeRange(from, from.plusSeconds(1 + random.nextInt(20_000)))));
    }
    if (random.nextInt(6) == 0) {
      wanted = wanted.between(1 + random.nextInt(1500), 1000 + random.nextInt(2000));
    }
    return wanted;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Predicate<JournalLine> matches(JournalSelection selection) {
    return line ->
        (selection.types().isEmpty() || selection.types().contains(line.type()))
            && (selection.account().isEmpty() || selection.account().equals(line.account()))
            && selection
                .customer()
                .map(customer ->
                    line.account()
                        .filter(number ->
                            everHolders.getOrDefault(number.value(), Set.of()).contains(customer))
                        .isPresent())
                .orElse(true)
            && selection.till().map(line.till()::equals).orElse(true)
            && selection
                .staff()
                .map(name -> name.equals(line.actor()) || name.equals(line.approver()))
                .orElse(true)
            && (selection.amounts().any()
                || line.amount()
                    .filter(amount -> selection.amounts().holds(amount.getAmountMinorLong()))
                    .isPresent())
            && textMatches(selection.text().toLowerCase(Locale.ROOT), line)
            && selection
                .times()
                .map(times ->
                    !line.moment().isBefore(times.from()) && line.moment().isBefore(times.to()))
                .orElse(true)
            && line.position() >= selection.fromPosition()
            && line.position() <= selection.toPosition();
  }

  private static boolean textMatches(String text, JournalLine line) {
    String holder =
        line.account().map(number -> number.value() + " " + holderOf(number)).orElse("");
    return text.isEmpty()
        || (line.narrative() + "\n" + line.reference() + "\n" + line.counterparty())
            .toLowerCase(Locale.ROOT)
            .contains(text)
        || holder.toLowerCase(Locale.ROOT).contains(text);
  }

  private static AccountNumber account(int number) {
    return new AccountNumber(String.format(Locale.ROOT, "%d-%04d", 1000 + number % 7, number));
  }

  private static String holderOf(AccountNumber number) {
    return "Holder " + Integer.parseInt(number.value().substring(5)) + " José";
  }

  private static CustomerNumber customer(int number) {
    return new CustomerNumber(String.format(Locale.ROOT, "C-%05d", number));
  }

  private static Money money(long minor) {
    return Money.ofMinor(EUR, minor);
  }

  private void fill(EventStore store, int entries) {
    for (int i = 0; i < entries; i++) {
      clock.set(clock.instant().plusSeconds(random.nextInt(60)));
      int number = i % 40 == 0 && everHolders.size() < ACCOUNTS ? everHolders.size() : -1;
      if (number >= 0) {
        List<CustomerNumber> holders =
            random.nextBoolean() ? List.of(customer(random.nextInt(8))) : List.of();
        var account = account(number);
        everHolders.put(account.value(), new HashSet<>(holders));
        record(
            store,
            new AccountOpened(
                account, holderOf(account), "current", money(100), holders, Details.NONE));
      } else if (random.nextInt(30) == 0) {
        record(
            store,
            TillEvents.stream(TillId.VAULT),
            TillEvents.KIND.encode(
                new CashBroughtIn(TillId.VAULT, Cash.of(money(5000), 2), "Central bank")));
      } else {
        posting(store, account(random.nextInt(everHolders.size())), i);
      }
    }
  }

  private void posting(EventStore store, AccountNumber account, int i) {
    var text = new Details("R" + i, one(NARRATIVES));
    Money amount = money(1 + random.nextInt(5000));
    switch (random.nextInt(6)) {
      case 0 -> record(store, new MoneyWithdrawn(account, amount, Means.CASH, text));
      case 1 -> record(store, new FeeCharged(account, amount, text));
      case 2 ->
          record(
              store, new TransferSent(account, amount, new Counterparty("Bank", "DE-1003"), text));
      case 3 -> holders(store, account);
      default -> record(store, new MoneyDeposited(account, amount, Means.CASH, text));
    }
  }

  private void holders(EventStore store, AccountNumber account) {
    var customer = customer(random.nextInt(8));
    if (Objects.requireNonNull(everHolders.get(account.value())).add(customer)) {
      record(store, new HolderAdded(account, customer, Details.NONE));
      if (random.nextBoolean()) {
        record(store, new HolderRemoved(account, customer, Details.NONE));
      }
    } else {
      record(store, new FeeCharged(account, money(1), Details.NONE));
    }
  }

  private void record(EventStore store, AccountEvent event) {
    record(store, AccountEvents.stream(event.account()), AccountEvents.encode(event));
  }

  private void record(EventStore store, StreamName stream, NewEvent event) {
    UUID command = UUID.randomUUID();
    store.append(
        new Append(
            command,
            new byte[32],
            new Provenance(
                one(STAFF),
                "teller",
                "Riverside",
                "WS-1",
                random.nextInt(5) == 0
                    ? Optional.empty()
                    : Optional.of(one(TILLS) + "/2026-11-23/1"),
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                command,
                Optional.empty(),
                Optional.empty(),
                random.nextInt(9) == 0 ? Optional.of(one(STAFF)) : Optional.empty()),
            List.of(new Append.Write(stream, ExpectedVersion.any(), List.of(event))),
            List.of()));
  }
}
