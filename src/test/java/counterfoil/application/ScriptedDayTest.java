package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedDayTest {
  private final List<String> told = new ArrayList<>();

  private List<JournalLine> journalAfter(String now) {
    var ledger = play(now);
    return ledger.inquiries().journal(1, ledger.head().position());
  }

  private Ledger play(String now) {
    var clock = new ScriptedClock(Instant.parse(now));
    var ledger = new MemoryLedgers(clock).ledger();
    new ScriptedDay(clock).play(ledger, told::add);
    return ledger;
  }

  @Test
  void two_plays_differ_in_nothing() {
    var first = journalAfter("2026-11-23T18:00:00Z");
    assertEquals(first, journalAfter("2026-11-23T18:00:00Z"));
    assertTrue(first.size() > 500, () -> "entries: " + first.size());
  }

  @Test
  void the_weeks_end_today_and_skip_the_weekends() {
    Set<LocalDate> days =
        journalAfter("2026-11-22T18:00:00Z").stream()
            .map(JournalLine::postedOn)
            .collect(Collectors.toSet());
    assertEquals(21, days.size());
    assertTrue(days.contains(LocalDate.parse("2026-11-22")), "a Sunday, but today");
    assertTrue(!days.contains(LocalDate.parse("2026-11-21")), "a Saturday");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T00:00:00Z",
        "2026-11-23T00:00:30Z",
        "2026-11-23T09:20:00Z",
        "2026-11-23T12:00:00Z",
        "2026-11-23T23:59:59Z"
      })
  void nothing_happens_before_the_day_or_after_now(String now) {
    var journal = journalAfter(now);
    var last = journal.getLast();
    assertEquals(LocalDate.parse("2026-11-23"), last.postedOn());
    assertTrue(!last.recordedAt().isAfter(Instant.parse(now)), last::toString);
  }

  @Test
  void times_of_a_day_that_is_over_lie_within_opening_hours() {
    for (JournalLine line : journalAfter("2026-11-23T18:00:00Z")) {
      int hour = line.recordedAt().atOffset(ZoneOffset.UTC).getHour();
      assertTrue(hour >= 9 && hour <= 16, line::toString);
    }
  }

  @Test
  void there_is_some_of_everything() {
    var ledger = play("2026-11-23T18:00:00Z");
    assertEquals(
        Set.of(
            "AccountOpened",
            "MoneyDeposited",
            "MoneyWithdrawn",
            "TransferSent",
            "TransferReceived",
            "FeeCharged",
            "InterestCredited",
            "OverdraftLimitSet",
            "AccountClosed"),
        Set.copyOf(ledger.inquiries().types()));
    assertEquals(40, ledger.inquiries().accountNumbers(AccountSelection.ALL).size());
    assertEquals(
        AccountStatus.CLOSED,
        ledger.inquiries().account(new AccountNumber("1003-5520")).orElseThrow().status());
    assertTrue(told.stream().anyMatch(line -> line.endsWith("refused, insufficient_funds")));
    assertTrue(ledger.verify(Progress.NONE).intact());
  }
}
