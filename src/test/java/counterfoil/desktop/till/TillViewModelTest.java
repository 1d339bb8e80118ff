package counterfoil.desktop.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.FakeSession;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.till.TillViewModel.Place;
import counterfoil.desktop.till.TillViewModel.Problem;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.DayState.NoDay;
import counterfoil.domain.branch.DayState.OpenDay;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Role;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillRefusal.OverShortNeedsReason;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TillViewModelTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final TillId T1 = new TillId("T-01");
  private static final TillId T2 = new TillId("T-02");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final UUID FLOAT = UUID.randomUUID();

  private BranchNow branch = new BranchNow(new NoDay(), Settings.NONE, new TreeMap<>(Map.of()));
  private final LiveBranch live =
      new LiveBranch(() -> branch, new SimpleObjectProperty<>(0), new DirectBackground());
  private final List<Order> orders = new ArrayList<>();
  private final List<Posting> signed = new ArrayList<>();
  private Function<Posting, Outcome> answer =
      posting -> new Outcome.Posted(posting.commandId(), 1, 0, Optional.empty(), false);

  private TillViewModel till(Role... roles) {
    var session =
        new FakeSession(
            new Actor("amara", "teller", "WS-02"),
            Set.of(roles),
            posting -> {
              orders.add(posting.order());
              return CompletableFuture.completedFuture(answer.apply(posting));
            });
    return new TillViewModel(
        EUR,
        live,
        new Desk(session, Runnable::run, Runnable::run),
        (posting, needed, answered) -> {
          signed.add(posting);
          answered.accept(new Outcome.Posted(posting.commandId(), 2, 0, Optional.empty(), false));
        });
  }

  private static Cash twenties(int pieces) {
    return Cash.of(Money.parse("EUR 20"), pieces);
  }

  private static TillState state(TillEvent... events) {
    TillState state = new TillState.Unused();
    for (var event : events) {
      state = state.after(event);
    }
    return state;
  }

  private static TillState opened(TillId id, String teller, Cash cash) {
    return state(new TillOpened(id, new TillSession(id, DAY, 1), teller, cash, cash));
  }

  private void isSo(Map<TillId, TillState> tills) {
    branch = new BranchNow(new OpenDay(DAY), Settings.NONE, new TreeMap<>(tills));
    live.refresh();
  }

  private static TillState vaultOffering(Cash cash) {
    return state(
        new CashBroughtIn(TillId.VAULT, twenties(500), "Central cash"),
        new CashOffered(TillId.VAULT, FLOAT, T1, cash));
  }

  private static void type(TillViewModel till, String face, String pieces) {
    till.count().piles().stream()
        .filter(pile -> pile.label().equals(face))
        .forEach(pile -> pile.piecesProperty().set(pieces));
  }

  private static String key(Optional<Message> message) {
    return message.map(Message::key).orElse("");
  }

  private static String problem(TillViewModel till) {
    return till.problemProperty()
        .get()
        .map(problem -> problem.place() + " " + problem.message().key())
        .orElse("");
  }

  @Test
  void without_a_day_nothing_can_be_done_and_the_reason_names_who_opens_it() {
    assertEquals("till.why.no-day", key(till(Role.TELLER).whyNot(Task.OPEN)));
    assertEquals("till.why.day-first", key(till(Role.HEAD_TELLER).whyNot(Task.OPEN)));
  }

  @Test
  void a_till_with_a_float_waiting_is_proposed_and_what_waits_is_expected() {
    isSo(Map.of(TillId.VAULT, vaultOffering(twenties(50)), T1, state()));
    var till = till(Role.TELLER);
    assertEquals("T-01", till.tillProperty().get());
    assertEquals(twenties(50), till.expected());
    type(till, "20", "50");
    assertTrue(till.difference().isZero());
    till.submit();
    assertEquals(List.of(new Order.OpenTill(T1, twenties(50), "")), orders);
    assertEquals("till.done.open", key(till.confirmationProperty().get()));
    assertFalse(till.count().begun());
  }

  @Test
  void a_till_that_somebody_else_has_open_is_not_proposed() {
    var till = till(Role.TELLER);
    assertEquals("T-01", till.tillProperty().get());
    isSo(Map.of(T1, opened(T1, "lucia", twenties(1))));
    assertEquals("", till.tillProperty().get());
    till.tillProperty().set("T-05");
    isSo(Map.of(T1, state()));
    assertEquals("T-05", till.tillProperty().get());
  }

  @Test
  void a_float_that_differs_needs_a_reason_and_goes_with_it() {
    isSo(Map.of(TillId.VAULT, vaultOffering(twenties(50)), T1, state()));
    var till = till(Role.TELLER);
    type(till, "20", "49");
    till.submit();
    assertEquals("REASON till.reason.missing", problem(till));
    assertTrue(orders.isEmpty());
    till.reasonProperty().set("One note missing in the bundle");
    assertEquals("", problem(till));
    till.submit();
    assertEquals(
        List.of(new Order.OpenTill(T1, twenties(49), "One note missing in the bundle")), orders);
    assertEquals("till.done.open-differs", key(till.confirmationProperty().get()));
  }

  @Test
  void a_name_that_is_none_is_said_at_its_field() {
    isSo(Map.of());
    var till = till(Role.TELLER);
    till.tillProperty().set("the blue one");
    till.submit();
    assertEquals("TILL till.name.wrong", problem(till));
    till.tillProperty().set("t-07");
    till.submit();
    assertEquals(List.of(new Order.OpenTill(new TillId("T-07"), Cash.none(EUR), "")), orders);
  }

  @Test
  void minus_one_piece_and_half_a_piece_are_no_counts() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10))));
    var till = till(Role.TELLER);
    for (var typed : List.of("-1", "1.5", "x", "99999999999")) {
      type(till, "20", typed);
      till.submit();
      assertEquals("FORM till.count.unreadable", problem(till), typed);
    }
    assertTrue(orders.isEmpty());
  }

  @Test
  void one_s_own_till_is_in_front_and_is_closed_with_a_count() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10)), T2, opened(T2, "lucia", twenties(1))));
    var till = till(Role.TELLER);
    assertEquals(Optional.of(T1), till.drawerProperty().get());
    assertEquals(Task.CLOSE, till.taskProperty().get());
    assertEquals(List.of(T1), till.drawers());
    till.submit();
    assertEquals("FORM till.count.nothing", problem(till));
    type(till, "20", "10");
    till.handOverProperty().set(false);
    till.submit();
    assertEquals(List.of(new Order.CloseTill(T1, twenties(10), "", false)), orders);
  }

  @Test
  void a_closing_that_needs_a_second_person_is_signed_as_the_same_posting() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10))));
    answer =
        posting ->
            new Outcome.ApprovalNeeded(
                posting.commandId(), Set.of(Condition.OVER_SHORT), "close till T-01");
    var till = till(Role.TELLER);
    type(till, "20", "7");
    till.reasonProperty().set("Three notes missing");
    till.submit();
    assertEquals(orders, signed.stream().map(Posting::order).toList());
    assertEquals("till.done.close-differs", key(till.confirmationProperty().get()));
  }

  @Test
  void what_was_typed_stays_when_it_is_refused_and_the_reason_stands_at_its_place() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10))));
    var short20 = Money.parse("EUR -20");
    answer =
        posting ->
            new Outcome.Refused(
                posting.commandId(),
                new OverShortNeedsReason(
                    T1, Money.parse("EUR 200"), Money.parse("EUR 180"), short20));
    var till = till(Role.TELLER);
    type(till, "20", "10");
    till.submit();
    assertEquals(Place.REASON, till.problemProperty().get().map(Problem::place).orElseThrow());
    assertTrue(till.count().begun());
  }

  @Test
  void cash_is_sold_to_the_vault_and_what_is_left_is_seen_before() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10)), TillId.VAULT, state()));
    var till = till(Role.TELLER);
    till.offerTo(TillId.VAULT);
    type(till, "20", "4");
    till.submit();
    assertEquals(List.of(new Order.OfferCash(T1, TillId.VAULT, twenties(4))), orders);
    assertEquals("till.why.buy", key(till.whyNotBuy()));
    assertEquals(Optional.empty(), till(Role.HEAD_TELLER).whyNotBuy());
  }

  @Test
  void an_offer_from_the_vault_is_accepted_or_declined_with_a_reason() {
    isSo(Map.of(TillId.VAULT, vaultOffering(twenties(5)), T1, opened(T1, "amara", twenties(1))));
    var till = till(Role.TELLER);
    assertEquals(1, till.waitingProperty().get());
    Offer offer = till.offersWaiting().getFirst();
    till.decline(offer, " ");
    assertEquals("FORM till.decline.reason-missing", problem(till));
    till.decline(offer, "Not asked for");
    till.accept(offer);
    assertEquals(
        List.of(
            new Order.DeclineCash(FLOAT, TillId.VAULT, T1, "Not asked for"),
            new Order.AcceptCash(FLOAT, TillId.VAULT, T1)),
        orders);
  }

  @Test
  void the_head_teller_runs_the_vault_and_takes_back_what_nobody_accepted() {
    isSo(Map.of(TillId.VAULT, vaultOffering(twenties(5)), T1, opened(T1, "amara", twenties(1))));
    var till = till(Role.HEAD_TELLER);
    till.look(Optional.of(TillId.VAULT));
    assertEquals(List.of(Task.OFFER, Task.BRING_IN, Task.SEND_OUT, Task.COUNT), till.tasks());
    Offer offer = till.offersMade().getFirst();
    till.decline(offer, "");
    assertEquals(List.of(new Order.DeclineCash(FLOAT, TillId.VAULT, TillId.VAULT, "")), orders);
    till.begin(Task.BRING_IN);
    type(till, "20", "100");
    till.reasonProperty().set("Central cash");
    till.submit();
    assertEquals(new Order.BringCashIn(twenties(100), "Central cash"), orders.getLast());
  }

  @Test
  void a_supervisor_counts_somebody_else_s_till_and_nobody_counts_their_own() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(1)), T2, opened(T2, "jonas", twenties(3))));
    var till = till(Role.HEAD_TELLER);
    assertEquals("till.why.own-count", key(till.whyNot(Task.COUNT)));
    till.look(Optional.of(T2));
    till.begin(Task.COUNT);
    type(till, "20", "3");
    till.submit();
    assertEquals(List.of(new Order.CountTill(T2, twenties(3), "")), orders);
  }

  @Test
  void what_was_typed_survives_that_the_branch_moves_on() {
    isSo(Map.of(T1, opened(T1, "amara", twenties(10))));
    var till = till(Role.TELLER);
    type(till, "20", "9");
    till.reasonProperty().set("Counted twice");
    isSo(Map.of(T1, opened(T1, "amara", twenties(10)), T2, opened(T2, "lucia", twenties(1))));
    assertEquals("180.00", till.count().totalProperty().get().getAmount().toPlainString());
    assertEquals("Counted twice", till.reasonProperty().get());
  }
}
