package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.Density.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InquiriesTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private Instant now = NINE;
  private final Ledger ledger = new MemoryLedgers(() -> now).ledger();
  private final Inquiries inquiries = ledger.inquiries();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void an_empty_ledger_answers_with_nothing() {
    assertEquals(0, inquiries.lastPosition());
    assertEquals(0, inquiries.positionAt(NINE));
    assertEquals(Optional.empty(), inquiries.entry(1));
    assertEquals(List.of(), inquiries.accountNumbers(AccountSelection.ALL));
    assertEquals(Money.parse("EUR 0.00"), inquiries.totals(5).depositsOnBook());
    assertEquals(
        List.of(new Bucket(0, 0, 0)),
        inquiries.density(NINE, NINE.plusSeconds(1), 1, JournalSelection.ALL).buckets());
  }

  @Test
  void accounts_are_found_by_part_of_number_or_holder_in_any_case() {
    open("1004-2213", "Nadia Rahimi", "1.00");
    open("1002-4471", "St Mark School", "2.00");
    open("1010-0002", "Lin Xiaoyu 林晓雨", "3.00");
    assertEquals(List.of("1002-4471"), numbers("st MARK"));
    assertEquals(List.of("1010-0002"), numbers("晓雨"));
    assertEquals(List.of("1004-2213"), numbers("2213"));
    assertEquals(List.of(), numbers("100%"));
    assertEquals(List.of(), numbers("____"));
  }

  @Test
  void shorter_numbers_come_first() {
    open("10", "B", "1.00");
    open("9", "A", "2.00");
    open("2", "C", "3.00");
    assertEquals(List.of("2", "9", "10"), numbers(""));
    assertEquals(
        List.of("2", "9", "10"),
        inquiries.accountNumbers(new AccountSelection("", Order.LEDGER, true)));
    assertEquals(
        List.of("9", "10", "2"),
        inquiries.accountNumbers(new AccountSelection("", Order.HOLDER, false)));
  }

  @Test
  void accounts_come_in_the_order_asked_for_and_unknown_ones_are_left_out() {
    open("1", "A", "1.00");
    open("2", "B", "2.00");
    assertEquals(
        List.of("2", "1"),
        inquiries.accounts(List.of("2", "7", "1")).stream()
            .map(line -> line.number().value())
            .toList());
  }

  @Test
  void every_balance_can_be_brought_back_at_every_position() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<AccountNumber> accounts = new ArrayList<>();
    List<List<Money>> recorded = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      accounts.add(open("A" + i, "Holder " + i, i + ".00"));
      recorded.add(balances(accounts));
    }
    for (int i = 0; i < 300; i++) {
      AccountNumber account = accounts.get(random.nextInt(5));
      BigMoney amount = BigMoney.ofMinor(ledger.currency(), 1 + random.nextInt(500));
      Outcome outcome =
          post(
              random.nextBoolean()
                  ? new Deposit(account, amount, Details.NONE)
                  : new Withdraw(account, amount, Details.NONE));
      if (outcome instanceof Outcome.Posted) {
        recorded.add(balances(accounts));
      }
    }
    assertEquals(recorded.size(), inquiries.lastPosition());
    for (int position = 1; position <= recorded.size(); position++) {
      List<Money> then = new ArrayList<>();
      inquiries.eachAccount(position, line -> then.add(line.ledger()));
      assertEquals(recorded.get(position - 1), then, "seed " + seed + " position " + position);
      Money sum = then.stream().reduce(Money.zero(ledger.currency()), Money::plus);
      assertEquals(sum, inquiries.totals(position).depositsOnBook());
      assertEquals(then.size(), inquiries.totals(position).openAccounts());
    }
  }

  @Test
  void an_account_then_and_now_shows_what_has_changed_since() {
    AccountNumber nadia = open("1", "Nadia", "10.00");
    post(new Deposit(nadia, euros("5.00"), Details.NONE));
    open("2", "Later", "7.00");
    List<AccountThen> then = inquiries.accountsThen(List.of("1", "2"), 1);
    assertEquals(Money.parse("EUR 5.00"), then.get(0).changeSince());
    assertEquals(Optional.empty(), then.get(1).then());
    assertEquals(Money.parse("EUR 7.00"), then.get(1).changeSince());
  }

  @Test
  void entries_are_selected_by_type_account_text_and_position() {
    AccountNumber nadia = open("1", "Nadia", "10.00");
    AccountNumber jonas = open("2", "Jonas", "10.00");
    post(new Deposit(nadia, euros("5.00"), new Details("TX-9", "Rent, November")));
    post(new Deposit(jonas, euros("6.00"), new Details("", "100% wool")));
    post(new Withdraw(nadia, euros("1.00"), Details.NONE));
    assertArrayEquals(new long[] {3, 4}, selected(Set.of("MoneyDeposited"), Optional.empty(), ""));
    assertArrayEquals(new long[] {1, 3, 5}, selected(Set.of(), Optional.of(nadia), ""));
    assertArrayEquals(new long[] {3}, selected(Set.of(), Optional.empty(), "rent"));
    assertArrayEquals(new long[] {3}, selected(Set.of(), Optional.empty(), "tx-9"));
    assertArrayEquals(new long[] {4}, selected(Set.of(), Optional.empty(), "100%"));
    assertArrayEquals(new long[] {2, 4}, selected(Set.of(), Optional.empty(), "jonas"));
    assertArrayEquals(new long[] {2, 3}, inquiries.positions(JournalSelection.ALL.between(2, 3)));
  }

  @Test
  void time_leads_to_the_last_position_that_is_not_after_it() {
    AccountNumber nadia = open("1", "Nadia", "10.00");
    for (int i = 0; i < 20; i++) {
      if (i % 3 == 0) {
        now = now.plus(Duration.ofMinutes(7));
      }
      post(new Deposit(nadia, euros("1.00"), Details.NONE));
    }
    assertEquals(0, inquiries.positionAt(NINE.minusMillis(1)));
    assertEquals(1, inquiries.positionAt(NINE));
    assertEquals(4, inquiries.positionAt(NINE.plus(Duration.ofMinutes(7))));
    assertEquals(7, inquiries.positionAt(NINE.plus(Duration.ofMinutes(20))));
    assertEquals(21, inquiries.positionAt(Instant.MAX));
    assertEquals(0, inquiries.positionAt(Instant.MIN));
  }

  @Test
  void the_density_counts_every_entry_once_with_and_without_a_filter() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    AccountNumber nadia = open("1", "Nadia", "10.00");
    AccountNumber jonas = open("2", "Jonas", "10.00");
    for (int i = 0; i < 200; i++) {
      now = now.plusSeconds(random.nextInt(400));
      post(new Deposit(random.nextBoolean() ? nadia : jonas, euros("1.00"), Details.NONE));
    }
    JournalSelection onlyNadia = JournalSelection.ALL.withAccount(Optional.of(nadia));
    for (int buckets : new int[] {1, 2, 7, 100, 1000}) {
      Density all = inquiries.density(NINE, now, buckets, JournalSelection.ALL);
      Density some = inquiries.density(NINE, now, buckets, onlyNadia);
      assertEquals(buckets, all.buckets().size());
      assertEquals(202, all.buckets().stream().mapToInt(Bucket::entries).sum(), "seed " + seed);
      assertEquals(
          inquiries.positions(onlyNadia).length,
          some.buckets().stream().mapToInt(Bucket::matching).sum(),
          "seed " + seed);
      assertEquals(202, all.buckets().getLast().lastPosition());
      long before = 0;
      for (Bucket bucket : all.buckets()) {
        assertEquals(bucket.lastPosition() - before, bucket.entries());
        before = bucket.lastPosition();
      }
    }
  }

  @Test
  void an_entry_shows_what_it_changed_and_what_was_recorded() {
    AccountNumber nadia = open("1", "Nadia", "10.00");
    post(new Deposit(nadia, euros("5.00"), new Details("", "Rent")));
    EntryDetails details = inquiries.entry(2).orElseThrow();
    assertEquals(Money.parse("EUR 10.00"), details.before().orElseThrow().ledger());
    assertEquals(Money.parse("EUR 15.00"), details.after().orElseThrow().ledger());
    assertTrue(details.data().contains(new EntryDetails.Fact("narrative", "Rent")));
    assertEquals("amara", details.entry().provenance().actor());
    assertEquals(Optional.empty(), inquiries.entry(1).orElseThrow().before());
    assertEquals(List.of("AccountOpened", "MoneyDeposited"), inquiries.types());
  }

  private List<Money> balances(List<AccountNumber> accounts) {
    return accounts.stream()
        .map(number -> inquiries.account(number).orElseThrow().ledger())
        .toList();
  }

  private List<String> numbers(String text) {
    return inquiries.accountNumbers(AccountSelection.ALL.withText(text));
  }

  private long[] selected(Set<String> types, Optional<AccountNumber> account, String text) {
    return inquiries.positions(
        JournalSelection.ALL.withTypes(types).withAccount(account).withText(text));
  }

  private AccountNumber open(String number, String holder, String deposit) {
    AccountNumber account = new AccountNumber(number);
    post(new OpenAccount(account, holder, "current", euros(deposit), Details.NONE));
    return account;
  }

  private Outcome post(AccountCommand command) {
    return ledger.counter().post(Posting.of(command), new Actor("amara", Actor.TELLER, "WS-02"));
  }

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }
}
