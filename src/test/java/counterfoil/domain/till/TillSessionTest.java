package counterfoil.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillState.Unused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The names of tills and sessions, and histories that cannot be. */
class TillSessionTest {
  private static final TillId TILL = new TillId("T-01");
  private static final TillSession SESSION = new TillSession(TILL, LocalDate.of(2026, 11, 23), 1);
  private static final Cash TWENTY = Cash.of(Money.parse("EUR 20.00"), 1);
  private static final Cash NOTHING = Cash.none(TWENTY.currency());

  @Test
  void a_session_is_written_as_till_date_and_number_and_read_again() {
    assertEquals("T-01/2026-11-23/1", SESSION.toString());
    assertEquals(Optional.of(SESSION), TillSession.parse("T-01/2026-11-23/1"));
    for (String text :
        List.of(
            "",
            "T-01",
            "T-01/2026-11-23",
            "t-01/2026-11-23/1",
            "T-01/2026-02-30/1",
            "T-01/2026-11-23/0",
            "T-01/2026-11-23/one",
            "VAULT/2026-11-23/1")) {
      assertEquals(Optional.empty(), TillSession.parse(text), text);
    }
  }

  @Test
  void a_till_has_a_short_name_in_capitals() {
    assertEquals(Optional.of(TillId.VAULT), TillId.parse("VAULT"));
    for (String text : List.of("", "-", "T-", "t-01", "T 01", "T-0123456789X", "T_1")) {
      assertEquals(Optional.empty(), TillId.parse(text), text);
    }
  }

  @Test
  void what_cannot_follow_is_damage_and_not_guessed_at() {
    TillState open = new Unused().after(new TillOpened(TILL, SESSION, "teller", TWENTY, TWENTY));
    TillSession other = new TillSession(TILL, LocalDate.of(2026, 11, 23), 2);
    UUID offer = new UUID(0, 1);
    for (TillEvent event :
        List.of(
            new TillOpened(TILL, other, "teller", TWENTY, TWENTY),
            new TillCashMoved(TILL, other, TWENTY, NOTHING, Optional.empty(), "deposit"),
            new TillCashMoved(
                TILL, SESSION, NOTHING, TWENTY.plus(TWENTY), Optional.empty(), "withdrawal"),
            new TillClosed(TILL, other, TWENTY, TWENTY),
            new CashDelivered(TILL, offer, TillId.VAULT, TWENTY),
            new CashAccepted(new TillId("T-02"), offer, TillId.VAULT, TWENTY))) {
      assertThrows(IllegalStateException.class, () -> open.after(event), event.toString());
    }
    TillState offering = open.after(new CashOffered(TILL, offer, TillId.VAULT, TWENTY));
    assertThrows(
        IllegalStateException.class,
        () -> offering.after(new CashOffered(TILL, offer, TillId.VAULT, NOTHING)));
  }
}
