package counterfoil.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal.DrawerLacks;
import counterfoil.domain.cash.CashRefusal.UnknownDenomination;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillCommand.AcceptCash;
import counterfoil.domain.till.TillCommand.BringIn;
import counterfoil.domain.till.TillCommand.CloseTill;
import counterfoil.domain.till.TillCommand.CountCash;
import counterfoil.domain.till.TillCommand.DeclineCash;
import counterfoil.domain.till.TillCommand.MoveCash;
import counterfoil.domain.till.TillCommand.OfferCash;
import counterfoil.domain.till.TillCommand.OpenTill;
import counterfoil.domain.till.TillCommand.SendOut;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillRefusal.NoCashMoved;
import counterfoil.domain.till.TillRefusal.OfferExists;
import counterfoil.domain.till.TillRefusal.OfferForAnother;
import counterfoil.domain.till.TillRefusal.OfferNotFound;
import counterfoil.domain.till.TillRefusal.OfferOfNothing;
import counterfoil.domain.till.TillRefusal.OfferToItself;
import counterfoil.domain.till.TillRefusal.OffersOutstanding;
import counterfoil.domain.till.TillRefusal.OverShortNeedsReason;
import counterfoil.domain.till.TillRefusal.SessionOfAnotherDay;
import counterfoil.domain.till.TillRefusal.TellerHasTill;
import counterfoil.domain.till.TillRefusal.TillAboveLimit;
import counterfoil.domain.till.TillRefusal.TillAlreadyOpen;
import counterfoil.domain.till.TillRefusal.TillNotOpen;
import counterfoil.domain.till.TillRefusal.TillOfAnother;
import counterfoil.domain.till.TillRefusal.VaultHasNoTeller;
import counterfoil.domain.till.TillState.Session;
import counterfoil.domain.till.TillState.Unused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a drawer answers to what is asked of it. */
class TillDeciderTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final Denominations EUROS = Denominations.builtIn(EUR);
  private static final TillDecider RULES = new TillDecider(EUROS, TillLimits.NONE);
  private static final TillId TILL = new TillId("T-01");
  private static final TillId OTHER = new TillId("T-02");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final TillSession FIRST = new TillSession(TILL, MONDAY, 1);
  private static final UUID OFFER = new UUID(0, 1);
  private static final UUID ANOTHER_OFFER = new UUID(0, 2);
  private static final Cash FLOAT = cash(Map.of("50", 4, "20", 10, "5", 20));
  private static final Cash NOTHING = Cash.none(EUR);

  private static Cash cash(Map<String, Integer> pieces) {
    return Cash.ofWritten(EUR, pieces);
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  private static List<TillEvent> events(Decision<TillEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<TillEvent>(var events) -> events;
      case Decision.Refused<TillEvent>(var refusal) -> fail(refusal.toString());
    };
  }

  private static Refusal refusal(Decision<TillEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<TillEvent>(var events) -> fail(events.toString());
      case Decision.Refused<TillEvent>(var refusal) -> refusal;
    };
  }

  private static TillState after(TillState state, TillId till, List<TillEvent> events) {
    TillState now = state;
    for (TillEvent event : events) {
      now = event.till().equals(till) ? now.after(event) : now;
    }
    return now;
  }

  /** T-01 closed with a float in its drawer. */
  private static TillState withFloat() {
    Offer offer = new Offer(OFFER, TillId.VAULT, TILL, FLOAT);
    TillState open =
        after(
            new Unused(),
            TILL,
            events(RULES.open(new Unused(), open(FLOAT, ""), Optional.empty(), List.of(offer))));
    return after(
        open, TILL, events(RULES.decide(open, new CloseTill(TILL, FLOAT, "", Optional.empty()))));
  }

  /** T-01 open by teller with a float. */
  private static TillState opened() {
    Offer offer = new Offer(OFFER, TillId.VAULT, TILL, FLOAT);
    return after(
        new Unused(),
        TILL,
        events(RULES.open(new Unused(), open(FLOAT, ""), Optional.empty(), List.of(offer))));
  }

  private static TillState vault() {
    return new Unused().after(new CashBroughtIn(TillId.VAULT, FLOAT, "Head office"));
  }

  private static OpenTill open(Cash counted, String reason) {
    return new OpenTill(TILL, "teller", MONDAY, counted, reason);
  }

  private static MoveCash move(Cash received, Cash given) {
    return new MoveCash(
        TILL, received, given, Optional.of(new AccountNumber("1004-2213")), "deposit");
  }

  @Test
  void opening_accepts_the_float_that_waits_and_begins_the_first_session() {
    Offer offer = new Offer(OFFER, TillId.VAULT, TILL, FLOAT);
    assertEquals(
        List.of(
            new CashDelivered(TillId.VAULT, OFFER, TILL, FLOAT),
            new CashAccepted(TILL, OFFER, TillId.VAULT, FLOAT),
            new TillOpened(TILL, FIRST, "teller", FLOAT, FLOAT)),
        events(RULES.open(new Unused(), open(FLOAT, ""), Optional.empty(), List.of(offer))));
    Session session = opened().session().orElseThrow();
    assertEquals("teller", session.teller());
    assertEquals(FLOAT.total(), session.opening());
    assertEquals(FLOAT, opened().drawer(EUR));
  }

  @Test
  void what_is_missing_at_opening_is_booked_short_with_its_reason() {
    Cash counted = cash(Map.of("50", 3, "20", 10, "5", 20));
    assertEquals(
        new OverShortNeedsReason(TILL, euros("500.00"), euros("450.00"), euros("-50.00")),
        refusal(RULES.open(withFloat(), open(counted, " "), Optional.empty(), List.of())));
    TillSession second = new TillSession(TILL, MONDAY, 2);
    List<TillEvent> events =
        events(RULES.open(withFloat(), open(counted, "Note missing"), Optional.empty(), List.of()));
    assertEquals(
        List.of(
            new TillOpened(TILL, second, "teller", FLOAT, counted),
            new CashOverShortBooked(
                TILL, Optional.of(second), euros("-50.00"), counted, "Note missing")),
        events);
    TillState open = after(withFloat(), TILL, events);
    assertEquals(counted, open.drawer(EUR));
    assertEquals(euros("-50.00"), open.session().orElseThrow().difference());
  }

  @Test
  void sessions_are_numbered_within_the_business_date() {
    OpenTill tomorrow = new OpenTill(TILL, "teller", TUESDAY, FLOAT, "");
    TillState again =
        after(
            withFloat(),
            TILL,
            events(RULES.open(withFloat(), tomorrow, Optional.empty(), List.of())));
    assertEquals("T-01/2026-11-24/1", again.session().orElseThrow().id().toString());
  }

  @Test
  void a_till_is_one_tellers_and_a_teller_has_one_till() {
    assertEquals(
        new TillAlreadyOpen(TILL, "teller"),
        refusal(RULES.open(opened(), open(FLOAT, ""), Optional.empty(), List.of())));
    assertEquals(
        new TellerHasTill("teller", OTHER),
        refusal(RULES.open(withFloat(), open(FLOAT, ""), Optional.of(OTHER), List.of())));
  }

  @Test
  void the_vault_has_no_sessions() {
    OpenTill open = new OpenTill(TillId.VAULT, "teller", MONDAY, FLOAT, "");
    assertEquals(
        new VaultHasNoTeller(), refusal(RULES.open(vault(), open, Optional.empty(), List.of())));
    CloseTill close = new CloseTill(TillId.VAULT, FLOAT, "", Optional.empty());
    assertEquals(new VaultHasNoTeller(), refusal(RULES.decide(vault(), close)));
    MoveCash move = new MoveCash(TillId.VAULT, FLOAT, NOTHING, Optional.empty(), "deposit");
    assertEquals(new VaultHasNoTeller(), refusal(RULES.decide(vault(), move)));
  }

  @Test
  void only_its_teller_serves_from_a_till_and_only_on_its_day() {
    assertEquals(Optional.empty(), TillDecider.refuseServing(opened(), TILL, "teller", MONDAY));
    assertEquals(
        Optional.of(new TillNotOpen(TILL)),
        TillDecider.refuseServing(withFloat(), TILL, "teller", MONDAY));
    assertEquals(
        Optional.of(new TillOfAnother(TILL, "teller")),
        TillDecider.refuseServing(opened(), TILL, "bea", MONDAY));
    assertEquals(
        Optional.of(new SessionOfAnotherDay(TILL, MONDAY, TUESDAY)),
        TillDecider.refuseServing(opened(), TILL, "teller", TUESDAY));
  }

  @Test
  void cash_in_with_change_is_counted_net() {
    Cash received = cash(Map.of("100", 1));
    Cash change = cash(Map.of("20", 1));
    List<TillEvent> events = events(RULES.decide(opened(), move(received, change)));
    assertEquals(
        List.of(
            new TillCashMoved(
                TILL,
                FIRST,
                received,
                change,
                Optional.of(new AccountNumber("1004-2213")),
                "deposit")),
        events);
    TillState after = after(opened(), TILL, events);
    assertEquals(FLOAT.plus(received).minus(change), after.drawer(EUR));
    Session session = after.session().orElseThrow();
    assertEquals(1, session.cashIn().count());
    assertEquals(euros("80.00"), session.cashIn().total());
    assertEquals(0, session.cashOut().count());
    assertEquals(euros("580.00"), session.expected());
  }

  @Test
  void cash_out_must_lie_in_the_drawer() {
    assertEquals(
        new DrawerLacks(cash(Map.of("50", 1))),
        refusal(RULES.decide(opened(), move(NOTHING, cash(Map.of("50", 5))))));
    TillState after =
        after(opened(), TILL, events(RULES.decide(opened(), move(NOTHING, cash(Map.of("50", 4))))));
    assertEquals(euros("200.00"), after.session().orElseThrow().cashOut().total());
    assertEquals(euros("300.00"), after.drawer(EUR).total());
  }

  @Test
  void notes_changed_into_others_are_neither_cash_in_nor_cash_out() {
    TillState after =
        after(
            opened(),
            TILL,
            events(RULES.decide(opened(), move(cash(Map.of("100", 1)), cash(Map.of("20", 5))))));
    assertEquals(FLOAT.total(), after.drawer(EUR).total());
    assertEquals(1, after.drawer(EUR).pieces(euros("100.00")));
    assertEquals(0, after.session().orElseThrow().cashIn().count());
    assertEquals(0, after.session().orElseThrow().cashOut().count());
  }

  @Test
  void cash_needs_an_open_till_pieces_of_the_currency_and_a_name() {
    assertEquals(new TillNotOpen(TILL), refusal(RULES.decide(withFloat(), move(FLOAT, NOTHING))));
    assertEquals(new NoCashMoved(TILL), refusal(RULES.decide(opened(), move(NOTHING, NOTHING))));
    assertEquals(
        new UnknownDenomination("30", "EUR"),
        refusal(RULES.decide(opened(), move(cash(Map.of("30", 1)), NOTHING))));
    assertEquals(
        new TextMissing("what"),
        refusal(RULES.decide(opened(), new MoveCash(TILL, FLOAT, NOTHING, Optional.empty(), ""))));
  }

  @Test
  void above_the_soft_limit_the_teller_is_told_and_above_the_hard_one_cash_in_is_refused() {
    TillLimits limits = new TillLimits(Optional.of(euros("550.00")), Optional.of(euros("600.00")));
    TillDecider rules = new TillDecider(EUROS, limits);
    assertEquals(Optional.empty(), limits.aboveSoft(FLOAT));
    Cash received = cash(Map.of("100", 1));
    TillState atLimit =
        after(opened(), TILL, events(rules.decide(opened(), move(received, NOTHING))));
    assertEquals(Optional.of(euros("50.00")), limits.aboveSoft(atLimit.drawer(EUR)));
    assertEquals(
        new TillAboveLimit(TILL, euros("605.00"), euros("600.00")),
        refusal(rules.decide(atLimit, move(cash(Map.of("5", 1)), NOTHING))));
    events(rules.decide(atLimit, move(NOTHING, cash(Map.of("5", 1)))));
  }

  @Test
  void a_till_above_its_hard_limit_can_still_pay_out_and_sell_to_the_vault() {
    TillDecider rules =
        new TillDecider(EUROS, new TillLimits(Optional.empty(), Optional.of(euros("100.00"))));
    events(rules.decide(opened(), move(NOTHING, cash(Map.of("50", 1)))));
    events(rules.decide(opened(), new OfferCash(TILL, OFFER, TillId.VAULT, cash(Map.of("50", 1)))));
  }

  @Test
  void a_count_that_agrees_in_its_total_takes_the_pieces_as_counted() {
    Cash counted = cash(Map.of("50", 4, "20", 5, "10", 10, "5", 20));
    List<TillEvent> events = events(RULES.decide(opened(), new CountCash(TILL, counted, "")));
    assertEquals(List.of(new TillCashCounted(TILL, Optional.of(FIRST), FLOAT, counted)), events);
    assertEquals(counted, after(opened(), TILL, events).drawer(EUR));
  }

  @Test
  void a_count_that_finds_too_much_books_it_over() {
    Cash counted = FLOAT.plus(cash(Map.of("20", 1)));
    TillState after =
        after(
            opened(),
            TILL,
            events(RULES.decide(opened(), new CountCash(TILL, counted, "Spot count"))));
    assertEquals(counted, after.drawer(EUR));
    assertEquals(euros("20.00"), after.session().orElseThrow().over());
    assertEquals(euros("0.00"), after.session().orElseThrow().shortage());
  }

  @Test
  void the_vault_is_counted_without_a_session() {
    Cash counted = FLOAT.minus(cash(Map.of("5", 1)));
    assertEquals(
        List.of(
            new TillCashCounted(TillId.VAULT, Optional.empty(), FLOAT, counted),
            new CashOverShortBooked(
                TillId.VAULT, Optional.empty(), euros("-5.00"), counted, "Recount")),
        events(RULES.decide(vault(), new CountCash(TillId.VAULT, counted, "Recount"))));
    assertEquals(
        new TillNotOpen(TILL), refusal(RULES.decide(withFloat(), new CountCash(TILL, FLOAT, ""))));
  }

  @Test
  void closing_books_the_difference_before_the_end_and_hands_the_rest_over() {
    Cash counted = FLOAT.minus(cash(Map.of("5", 1)));
    List<TillEvent> events =
        events(
            RULES.decide(
                opened(), new CloseTill(TILL, counted, "Wrong change", Optional.of(OFFER))));
    assertEquals(
        List.of(
            new CashOverShortBooked(
                TILL, Optional.of(FIRST), euros("-5.00"), counted, "Wrong change"),
            new TillClosed(TILL, FIRST, FLOAT, counted),
            new CashOffered(TILL, OFFER, TillId.VAULT, counted)),
        events);
    TillState closed = after(opened(), TILL, events);
    assertEquals(Optional.empty(), closed.session());
    assertEquals(NOTHING, closed.drawer(EUR));
    assertEquals(counted, closed.bag(EUR));
  }

  @Test
  void an_empty_drawer_is_closed_without_handing_anything_over() {
    TillState empty = after(opened(), TILL, events(RULES.decide(opened(), move(NOTHING, FLOAT))));
    assertEquals(
        List.of(new TillClosed(TILL, FIRST, NOTHING, NOTHING)),
        events(RULES.decide(empty, new CloseTill(TILL, NOTHING, "", Optional.of(OFFER)))));
  }

  @Test
  void without_a_hand_over_the_cash_is_what_the_next_opening_expects() {
    assertEquals(FLOAT, withFloat().drawer(EUR));
    assertEquals(
        List.of(new TillOpened(TILL, new TillSession(TILL, MONDAY, 2), "teller", FLOAT, FLOAT)),
        events(RULES.open(withFloat(), open(FLOAT, ""), Optional.empty(), List.of())));
  }

  @Test
  void a_till_with_cash_in_the_bag_does_not_close() {
    TillState offering = offering(cash(Map.of("20", 2)));
    assertEquals(
        new OffersOutstanding(TILL, 1, euros("40.00")),
        refusal(
            RULES.decide(
                offering, new CloseTill(TILL, offering.drawer(EUR), "", Optional.empty()))));
  }

  private static TillState offering(Cash offered) {
    return after(
        opened(), TILL, events(RULES.decide(opened(), new OfferCash(TILL, OFFER, OTHER, offered))));
  }

  @Test
  void offered_cash_has_left_the_drawer_and_lies_in_the_bag() {
    Cash offered = cash(Map.of("20", 2));
    TillState offering = offering(offered);
    assertEquals(FLOAT.minus(offered), offering.drawer(EUR));
    assertEquals(offered, offering.bag(EUR));
    assertEquals(euros("40.00"), offering.session().orElseThrow().movedOut().total());
    assertEquals(euros("460.00"), offering.session().orElseThrow().expected());
  }

  @Test
  void an_offer_to_itself_of_nothing_twice_or_of_what_is_not_there_is_refused() {
    Cash cash = cash(Map.of("20", 2));
    assertEquals(
        new OfferToItself(TILL),
        refusal(RULES.decide(opened(), new OfferCash(TILL, OFFER, TILL, cash))));
    assertEquals(
        new OfferOfNothing(TILL),
        refusal(RULES.decide(opened(), new OfferCash(TILL, OFFER, OTHER, NOTHING))));
    assertEquals(
        new OfferExists(OFFER),
        refusal(RULES.decide(offering(cash), new OfferCash(TILL, OFFER, OTHER, cash))));
    assertEquals(
        new DrawerLacks(cash(Map.of("100", 1))),
        refusal(RULES.decide(opened(), new OfferCash(TILL, OFFER, OTHER, cash(Map.of("100", 1))))));
    assertEquals(
        new TillNotOpen(TILL),
        refusal(RULES.decide(withFloat(), new OfferCash(TILL, OFFER, OTHER, cash))));
  }

  @Test
  void an_offer_is_accepted_in_both_streams_at_once() {
    Cash cash = cash(Map.of("20", 2));
    TillState giver = offering(cash);
    AcceptCash accept = new AcceptCash(TillId.VAULT, OFFER, TILL);
    assertEquals(new OfferForAnother(OFFER, OTHER), refusal(RULES.accept(giver, vault(), accept)));

    TillState toVault =
        after(
            opened(),
            TILL,
            events(RULES.decide(opened(), new OfferCash(TILL, OFFER, TillId.VAULT, cash))));
    List<TillEvent> events = events(RULES.accept(toVault, vault(), accept));
    assertEquals(
        List.of(
            new CashDelivered(TILL, OFFER, TillId.VAULT, cash),
            new CashAccepted(TillId.VAULT, OFFER, TILL, cash)),
        events);
    assertEquals(NOTHING, after(toVault, TILL, events).bag(EUR));
    assertEquals(FLOAT.plus(cash), after(vault(), TillId.VAULT, events).drawer(EUR));
  }

  @Test
  void an_offer_is_answered_once() {
    TillState giver = offering(cash(Map.of("20", 2)));
    TillState answered = giver.after(new CashDelivered(TILL, OFFER, OTHER, cash(Map.of("20", 2))));
    assertEquals(
        new OfferNotFound(OFFER, TILL),
        refusal(RULES.accept(answered, opened(), new AcceptCash(OTHER, OFFER, TILL))));
    assertEquals(
        new OfferNotFound(ANOTHER_OFFER, TILL),
        refusal(RULES.decline(giver, new DeclineCash(OTHER, ANOTHER_OFFER, TILL, ""))));
  }

  @Test
  void a_closed_till_accepts_by_opening_only() {
    assertEquals(
        new TillNotOpen(OTHER),
        refusal(
            RULES.accept(
                offering(cash(Map.of("20", 2))),
                new Unused(),
                new AcceptCash(OTHER, OFFER, TILL))));
  }

  @Test
  void an_acceptance_above_the_hard_limit_is_refused_to_a_till_and_not_to_the_vault() {
    TillDecider rules =
        new TillDecider(EUROS, new TillLimits(Optional.empty(), Optional.of(euros("510.00"))));
    TillState vault =
        vault().after(new CashOffered(TillId.VAULT, OFFER, TILL, cash(Map.of("20", 1))));
    assertEquals(
        new TillAboveLimit(TILL, euros("520.00"), euros("510.00")),
        refusal(rules.accept(vault, opened(), new AcceptCash(TILL, OFFER, TillId.VAULT))));
    TillState till =
        opened().after(new CashOffered(TILL, OFFER, TillId.VAULT, cash(Map.of("20", 1))));
    events(rules.accept(till, vault(), new AcceptCash(TillId.VAULT, OFFER, TILL)));
  }

  @Test
  void a_declined_offer_goes_back_into_the_drawer_it_came_from() {
    Cash cash = cash(Map.of("20", 2));
    List<TillEvent> events =
        events(
            RULES.decline(
                offering(cash), new DeclineCash(OTHER, OFFER, TILL, "Too many twenties")));
    assertEquals(List.of(new CashDeclined(TILL, OFFER, OTHER, cash, "Too many twenties")), events);
    TillState back = after(offering(cash), TILL, events);
    assertEquals(FLOAT, back.drawer(EUR));
    assertEquals(NOTHING, back.bag(EUR));
    assertEquals(FLOAT.total(), back.session().orElseThrow().expected());
  }

  @Test
  void the_giver_takes_an_offer_back_and_nobody_else_does() {
    Cash cash = cash(Map.of("20", 2));
    assertEquals(
        List.of(new CashDeclined(TILL, OFFER, OTHER, cash, "")),
        events(RULES.decline(offering(cash), new DeclineCash(TILL, OFFER, TILL, ""))));
    assertEquals(
        new OfferForAnother(OFFER, OTHER),
        refusal(RULES.decline(offering(cash), new DeclineCash(TillId.VAULT, OFFER, TILL, ""))));
  }

  @Test
  void cash_comes_into_the_branch_and_leaves_it_through_the_vault() {
    assertEquals(
        List.of(new CashBroughtIn(TillId.VAULT, FLOAT, "Head office")),
        events(RULES.decide(new Unused(), new BringIn(FLOAT, "Head office"))));
    assertEquals(
        List.of(new CashSentOut(TillId.VAULT, FLOAT, "Central bank")),
        events(RULES.decide(vault(), new SendOut(FLOAT, "Central bank"))));
    assertEquals(
        new NoCashMoved(TillId.VAULT),
        refusal(RULES.decide(vault(), new BringIn(NOTHING, "Head office"))));
    assertEquals(
        new NoCashMoved(TillId.VAULT),
        refusal(RULES.decide(vault(), new SendOut(NOTHING, "Head office"))));
    assertEquals(new TextMissing("source"), refusal(RULES.decide(vault(), new BringIn(FLOAT, ""))));
    assertEquals(
        new TextMissing("destination"), refusal(RULES.decide(vault(), new SendOut(FLOAT, ""))));
    assertEquals(
        new DrawerLacks(FLOAT),
        refusal(RULES.decide(new Unused(), new SendOut(FLOAT, "Central bank"))));
    assertEquals(
        new UnknownDenomination("30", "EUR"),
        refusal(RULES.decide(vault(), new BringIn(cash(Map.of("30", 1)), "Head office"))));
  }
}
