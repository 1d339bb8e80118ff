package counterfoil.application.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.ScriptedClock;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellersDayTest {
  private final List<String> told = new ArrayList<>();
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T18:00:00Z"));
  private final Ledger ledger = new MemoryLedgers(clock).ledger();
  private final TellersDay day = TellersDay.on(LocalDate.parse("2026-11-23"));

  @AfterEach
  void close() {
    ledger.close();
  }

  private void play() {
    new DayPlayer(ledger, clock, "four tall brown horses".toCharArray()).play(day, told::add);
  }

  @Test
  void the_days_books_entries_and_read_models_agree_to_the_cent() {
    play();
    assertEquals(List.of(), DayReckoning.differences(ledger, 1, day.figures()));
    assertTrue(ledger.verify(Progress.NONE).intact());
    assertEquals(day.steps().size(), told.size());
  }

  @Test
  void a_cent_too_much_in_the_books_is_found() {
    play();
    DayFigures figures = day.figures();
    Map<AccountNumber, Money> balances = new TreeMap<>(figures.balances());
    balances.merge(TellersDay.CHEN, Money.ofMinor(CurrencyUnit.EUR, 1), Money::plus);
    var wrong = new DayFigures(balances, figures.drawers(), figures.overShort());
    assertEquals(3, DayReckoning.differences(ledger, 1, wrong).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23T00:00:30Z", "2026-11-23T11:00:00Z", "2026-11-23T23:59:59Z"})
  void nothing_happens_after_now(String now) {
    clock.set(Instant.parse(now));
    play();
    var last = ledger.store().at(ledger.head().position()).orElseThrow();
    assertTrue(!last.recordedAt().isAfter(Instant.parse(now)), last::toString);
  }
}
