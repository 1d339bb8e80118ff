package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.StoreStopped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final Actor AMARA = new Actor("amara", Actor.TELLER, "WS-02");
  private static final Posting DEPOSIT =
      Posting.of(new Deposit(new AccountNumber("1"), BigMoney.parse("EUR 10"), Details.NONE));

  private final CompletableFuture<Outcome> answer = new CompletableFuture<>();
  private final List<Posting> handedOver = new ArrayList<>();
  private final List<Object> heard = new ArrayList<>();
  private final Desk desk =
      new Desk(
          new FakeSession(
              AMARA,
              posting -> {
                handedOver.add(posting);
                return answer;
              }),
          Runnable::run,
          Runnable::run);

  private void post() {
    desk.post(DEPOSIT, heard::add, heard::add);
  }

  private static Outcome.Posted posted(boolean before) {
    return new Outcome.Posted(
        DEPOSIT.commandId(), 1, 0, Optional.of(Money.parse("EUR 10")), before);
  }

  @Test
  void it_posts_in_the_session_of_the_person_at_the_workstation() {
    post();
    assertEquals(List.of(DEPOSIT), handedOver);
    assertEquals(AMARA, desk.session().actor());
  }

  @Test
  void an_outcome_is_heard_and_the_time_it_took_is_kept() {
    post();
    assertTrue(desk.lastAppendProperty().get().isEmpty());
    answer.complete(posted(false));
    assertEquals(List.of(posted(false)), heard);
    assertTrue(desk.lastAppendProperty().get().orElseThrow().toNanos() > 0);
  }

  @Test
  void an_act_that_was_recorded_before_appended_nothing_now() {
    post();
    answer.complete(posted(true));
    assertTrue(desk.lastAppendProperty().get().isEmpty());
  }

  @Test
  void a_refused_act_appended_nothing() {
    post();
    answer.complete(
        new Outcome.Refused(
            DEPOSIT.commandId(), new InputRefusal.AmountNotPositive(BigDecimal.ZERO)));
    assertTrue(desk.lastAppendProperty().get().isEmpty());
    assertFalse(desk.stoppedProperty().get());
  }

  @Test
  void a_stopped_store_is_heard_of_and_remembered() {
    var stopped = new StoreStopped("disk full");
    post();
    answer.completeExceptionally(stopped);
    assertSame(stopped, heard.getFirst());
    assertTrue(desk.stoppedProperty().get());
  }
}
