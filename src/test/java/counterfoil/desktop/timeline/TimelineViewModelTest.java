package counterfoil.desktop.timeline;

import static counterfoil.desktop.timeline.Branch.NADIA;
import static counterfoil.desktop.timeline.Branch.SCHOOL;
import static counterfoil.desktop.timeline.Branch.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.AccountThen;
import counterfoil.projection.JournalLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
  private static final long SECOND = 1_000_000_000L;

  private final Branch branch = Branch.afterSixEntries();
  private final SteppedBackground background = new SteppedBackground();
  private final TimelineViewModel timeline =
      new TimelineViewModel(
          branch.ledger().inquiries(),
          branch.ledger().charter().origin(),
          background,
          ZoneOffset.UTC);
  private long now;

  TimelineViewModelTest() {
    timeline.strip().roomFor(100);
    timeline.entries().fit(20);
    timeline.state().fit(20);
  }

  @AfterEach
  void close() {
    branch.close();
  }

  /** Frames, a sixtieth of a second each, until there is nothing more to ask. */
  private void settle() {
    do {
      background.finishAll();
      now += SECOND / 60;
      timeline.frame(now);
      background.finishAll();
    } while (timeline.frameWantedProperty().get() && !timeline.player().playingProperty().get());
  }

  private void live() {
    timeline.grownTo(branch.ledger().inquiries().lastPosition());
    settle();
  }

  private void play(double seconds) {
    long end = now + (long) (seconds * SECOND);
    while (now < end) {
      now += SECOND / 60;
      timeline.frame(now);
      background.finishAll();
    }
  }

  private long cursor() {
    return timeline.cursorProperty().get().position();
  }

  private Sight sight() {
    return timeline.sightProperty().get().orElseThrow();
  }

  private List<EntryRow> rows() {
    return timeline.entries().rows();
  }

  private List<Long> positions() {
    return rows().stream().map(EntryRow::position).toList();
  }

  private StateRow stateOf(String number) {
    return timeline.state().rows().stream()
        .filter(row -> row.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private AccountThen then(String number) {
    return stateOf(number).account().orElseThrow();
  }

  @Test
  void it_opens_at_the_present() {
    live();
    assertEquals(new Cursor(6, 6), timeline.cursorProperty().get());
    assertEquals(6, sight().position());
    assertEquals(List.of(6L, 5L, 4L, 3L, 2L, 1L), positions());
    assertEquals(Optional.empty(), timeline.faultProperty().get());
  }

  @Test
  void a_move_of_the_cursor_moves_list_inspector_state_and_totals() {
    live();
    timeline.show(3);
    settle();
    assertEquals(3, timeline.entries().rowOf(3));
    assertEquals("MoneyDeposited", sight().entry().orElseThrow().line().type());
    assertEquals(euros("350.00"), then(NADIA.value()).then().orElseThrow().ledger());
    assertEquals(euros("275.00"), then(NADIA.value()).now().ledger());
    assertEquals(euros("-75.00"), then(NADIA.value()).changeSince());
    assertEquals(euros("350.00"), sight().totals().depositsOnBook());
    assertEquals(2, sight().totals().openAccounts());
  }

  @Test
  void the_account_that_the_entry_concerns_is_the_first_of_the_state() {
    live();
    assertEquals(SCHOOL.value(), timeline.state().rows().getFirst().number());
    timeline.show(4);
    settle();
    var first = timeline.state().rows().getFirst();
    assertEquals(NADIA.value(), first.number());
    assertTrue(first.concerned());
    assertFalse(stateOf(SCHOOL.value()).concerned());
  }

  @Test
  void an_account_that_was_not_open_yet_has_nothing_then() {
    live();
    timeline.show(1);
    settle();
    assertEquals(Optional.empty(), then(SCHOOL.value()).then());
    assertEquals(euros("55.00"), then(SCHOOL.value()).changeSince());
  }

  @Test
  void the_other_half_of_a_transfer_is_seen_with_it() {
    live();
    timeline.show(4);
    settle();
    assertEquals(List.of(5L), sight().others().stream().map(JournalLine::position).toList());
  }

  @Test
  void before_and_after_tell_what_changed_and_what_did_not() {
    live();
    timeline.show(3);
    settle();
    var changes = Change.of(sight().entry().orElseThrow());
    assertEquals(
        new Change(
            Change.Field.LEDGER,
            Optional.of(new Change.Amount(euros("100.00"))),
            new Change.Amount(euros("350.00"))),
        changes.getFirst());
    assertTrue(changes.getFirst().credit());
    assertEquals(
        Set.of(Change.Field.LEDGER, Change.Field.AVAILABLE, Change.Field.VERSION),
        Set.copyOf(changes.stream().filter(Change::changed).map(Change::field).toList()));
    assertEquals(5, changes.size());
  }

  @Test
  void an_opening_changes_everything_because_there_was_nothing_before() {
    live();
    timeline.show(2);
    settle();
    var changes = Change.of(sight().entry().orElseThrow());
    assertTrue(changes.stream().allMatch(Change::changed));
    assertFalse(changes.getFirst().credit(), "an opening without deposit is no credit");
  }

  @Test
  void a_closing_changes_the_status() {
    branch.close(SCHOOL);
    live();
    assertTrue(
        Change.of(sight().entry().orElseThrow()).stream()
            .anyMatch(change ->
                change.changed()
                    && change.after().equals(new Change.Standing(AccountStatus.CLOSED))));
  }

  @Test
  void who_looks_at_the_present_goes_on_looking_at_it() {
    live();
    branch.deposit(NADIA, "10.00");
    live();
    assertEquals(new Cursor(7, 7), timeline.cursorProperty().get());
    assertEquals(7, sight().position());
    assertEquals(7L, positions().getFirst());
  }

  @Test
  void who_looks_at_the_past_is_left_there_and_sees_what_is_now_change() {
    live();
    timeline.show(3);
    settle();
    branch.deposit(NADIA, "10.00");
    live();
    assertEquals(new Cursor(3, 7), timeline.cursorProperty().get());
    assertEquals(euros("285.00"), then(NADIA.value()).now().ledger());
    assertEquals(4, timeline.entries().rowOf(3));
  }

  @Test
  void the_list_grows_in_place_in_either_order() {
    live();
    branch.deposit(NADIA, "10.00");
    live();
    assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), positions());
    timeline.entries().newestFirstProperty().set(false);
    branch.deposit(NADIA, "10.00");
    live();
    assertEquals(LongStream.rangeClosed(1, 8).boxed().toList(), positions());
  }

  @Test
  void lines_in_view_are_fetched() {
    live();
    assertTrue(rows().stream().allMatch(row -> row.line().isPresent()));
    assertEquals(Optional.of(euros("-75.00")), rows().get(2).line().flatMap(JournalLine::amount));
  }

  @Test
  void of_a_hundred_moves_in_one_frame_only_the_last_is_looked_at() {
    live();
    for (int i = 0; i < 100; i++) {
      timeline.show(1 + i % 5);
    }
    timeline.show(2);
    now += SECOND / 60;
    timeline.frame(now);
    assertEquals(1, background.waiting());
    background.finishAll();
    assertEquals(2, sight().position());
  }

  @Test
  void while_an_answer_is_under_way_no_queue_builds_up_and_the_last_move_wins() {
    live();
    for (long position = 1; position <= 5; position++) {
      timeline.show(position);
      now += SECOND / 60;
      timeline.frame(now);
      assertEquals(1, background.waiting());
    }
    settle();
    assertEquals(5, sight().position());
  }

  @Test
  void a_filter_by_type_lists_only_that_type_and_counts_it() {
    live();
    timeline.entries().toggleType("AccountOpened");
    assertTrue(timeline.entries().searchingProperty().get());
    settle();
    assertEquals(List.of(2L, 1L), positions());
    assertEquals(2, timeline.entries().positionsProperty().get().size());
    timeline.entries().toggleType("MoneyDeposited");
    settle();
    assertEquals(List.of(3L, 2L, 1L), positions());
    timeline.entries().toggleType("AccountOpened");
    timeline.entries().toggleType("MoneyDeposited");
    settle();
    assertEquals(6, positions().size());
  }

  @Test
  void filters_by_account_and_text_narrow_together() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    assertEquals(List.of(4L, 3L, 1L), positions());
    timeline.entries().onlyText("rent");
    settle();
    assertEquals(List.of(3L), positions());
    timeline.entries().onlyAccount(Optional.empty());
    timeline.entries().onlyText("no such words");
    settle();
    assertEquals(List.of(), positions());
    timeline.entries().everything();
    settle();
    assertEquals(6, positions().size());
  }

  @Test
  void an_answer_to_an_earlier_filter_is_dropped() {
    live();
    timeline.entries().onlyText("rent");
    timeline.frame(now);
    timeline.entries().onlyText("school");
    background.finishAll();
    assertEquals(6, positions().size());
    assertTrue(timeline.entries().searchingProperty().get());
    settle();
    assertEquals(List.of(6L, 5L, 4L, 2L), positions());
    assertFalse(timeline.entries().searchingProperty().get());
  }

  @Test
  void a_filtered_list_grows_by_what_matches() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    branch.deposit(SCHOOL, "1.00");
    branch.deposit(NADIA, "1.00");
    live();
    assertEquals(List.of(8L, 4L, 3L, 1L), positions());
  }

  @Test
  void steps_and_first_keep_to_the_filter_and_live_does_not() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    timeline.step(-1);
    assertEquals(4, cursor());
    timeline.step(-1);
    assertEquals(3, cursor());
    timeline.first();
    assertEquals(1, cursor());
    assertTrue(timeline.atStart());
    timeline.live();
    assertEquals(6, cursor());
    assertTrue(timeline.atEnd());
  }

  @Test
  void a_cursor_that_is_filtered_out_has_no_row_but_a_nearest_one() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    assertEquals(-1, timeline.entries().rowOf(6));
    assertEquals(0, timeline.entries().rowNear(6));
    assertEquals(2, timeline.entries().rowNear(2));
  }

  @Test
  void opening_an_entry_from_elsewhere_takes_away_the_filter_that_hides_it() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    timeline.open(2);
    settle();
    assertEquals(2, cursor());
    assertEquals(4, timeline.entries().rowOf(2));
  }

  @Test
  void playing_goes_from_the_cursor_to_the_end_and_stops_there() {
    live();
    timeline.player().speedProperty().set(Speed.SINGLE);
    timeline.show(2);
    settle();
    timeline.playOrPause();
    play(1.1);
    assertEquals(4, cursor());
    assertTrue(timeline.player().playingProperty().get());
    play(2);
    assertEquals(6, cursor());
    assertFalse(timeline.player().playingProperty().get());
  }

  @Test
  void playing_at_the_end_begins_again() {
    live();
    timeline.playOrPause();
    assertEquals(1, cursor());
    assertTrue(timeline.player().playingProperty().get());
  }

  @Test
  void touching_the_cursor_pauses() {
    live();
    timeline.show(1);
    timeline.playOrPause();
    timeline.step(1);
    assertFalse(timeline.player().playingProperty().get());
    assertEquals(2, cursor());
  }

  @Test
  void another_speed_holds_from_now_on_and_not_for_what_was_played() {
    live();
    timeline.player().speedProperty().set(Speed.HALF);
    timeline.show(1);
    settle();
    timeline.playOrPause();
    play(0.9);
    timeline.player().speedProperty().set(Speed.DOUBLE);
    play(0.2);
    assertEquals(1, cursor());
    play(0.2);
    assertEquals(2, cursor());
  }

  @Test
  void when_nothing_is_to_be_done_no_frame_is_wanted() {
    live();
    assertFalse(timeline.frameWantedProperty().get());
    timeline.show(2);
    assertTrue(timeline.frameWantedProperty().get());
  }

  @Test
  void a_number_typed_leads_to_the_entry() {
    live();
    timeline.goTo("3");
    assertEquals(3, cursor());
    assertEquals(Optional.empty(), timeline.destinationRefusedProperty().get());
  }

  @Test
  void a_time_typed_leads_to_the_last_entry_by_then() {
    live();
    var third = branch.ledger().inquiries().momentOf(3).orElseThrow();
    timeline.goTo(third.toString().substring(11, 19));
    settle();
    assertEquals(3, cursor());
    timeline.goTo("2026-11-23");
    settle();
    assertEquals(6, cursor());
  }

  @Test
  void a_destination_that_is_none_is_refused_with_the_reason_and_the_cursor_stays() {
    live();
    timeline.goTo("7");
    assertEquals(
        Optional.of(Message.of("timeline.go.no-such-entry", 7L, 6L)),
        timeline.destinationRefusedProperty().get());
    timeline.goTo("0");
    assertTrue(timeline.destinationRefusedProperty().get().isPresent());
    timeline.goTo("somewhere");
    settle();
    assertEquals(
        Optional.of(Message.of("timeline.go.not-understood")),
        timeline.destinationRefusedProperty().get());
    timeline.goTo("1999-12-31");
    settle();
    assertEquals(
        Optional.of(Message.of("timeline.go.before-all")),
        timeline.destinationRefusedProperty().get());
    assertEquals(6, cursor());
    timeline.destinationChanged();
    assertEquals(Optional.empty(), timeline.destinationRefusedProperty().get());
  }

  @Test
  void the_strip_counts_every_entry_and_those_that_match() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    settle();
    var bars = timeline.strip().countedProperty().get().orElseThrow().bars().list();
    assertEquals(6, bars.stream().mapToInt(bar -> bar.entries()).sum());
    assertEquals(3, bars.stream().mapToInt(bar -> bar.matching().total()).sum());
    assertEquals(6, bars.getLast().lastPosition());
    assertEquals(2, bars.stream().mapToInt(bar -> bar.all().of(Kind.MONEY_IN)).sum());
    assertEquals(1, bars.stream().mapToInt(bar -> bar.matching().of(Kind.MONEY_OUT)).sum());
    assertEquals(2, bars.stream().mapToInt(bar -> bar.all().of(Kind.OTHER)).sum());
  }

  @Test
  void zoomed_out_to_the_whole_the_strip_grows_with_the_ledger() {
    live();
    var before = timeline.strip().visible().orElseThrow();
    timeline.strip().stretch(0.5, Instant.parse("2026-11-23T09:03:00Z"));
    settle();
    assertTrue(timeline.strip().visible().orElseThrow().length().compareTo(before.length()) < 0);
    timeline.strip().showAll();
    branch.deposit(NADIA, "1.00");
    live();
    assertTrue(timeline.strip().visible().orElseThrow().to().isAfter(before.to()));
  }

  @Test
  void zoomed_in_the_strip_follows_a_cursor_that_leaves_it() {
    live();
    var first = branch.ledger().inquiries().momentOf(1).orElseThrow();
    timeline.strip().stretch(0.2, first);
    settle();
    timeline.show(1);
    settle();
    assertTrue(timeline.strip().visible().orElseThrow().contains(first));
    timeline.live();
    settle();
    var last = branch.ledger().inquiries().momentOf(6).orElseThrow();
    assertTrue(timeline.strip().visible().orElseThrow().contains(last));
    assertFalse(timeline.strip().visible().orElseThrow().contains(first));
  }

  @Test
  void the_state_is_searched_by_number_and_holder_and_finds_what_is_opened_later() {
    live();
    timeline.state().textProperty().set("mark");
    settle();
    assertEquals(
        List.of(SCHOOL.value()), timeline.state().rows().stream().map(StateRow::number).toList());
    branch.open(new AccountNumber("7"), "Market stall", "0.00");
    live();
    assertEquals(2, timeline.state().rows().size());
  }

  @Test
  void rows_of_the_state_that_come_into_view_are_fetched() {
    IntStream.rangeClosed(10, 60)
        .forEach(n -> branch.open(new AccountNumber("" + n), "Holder " + n, "1.00"));
    live();
    timeline.state().scrollTo(30);
    settle();
    assertEquals(20, timeline.state().rows().size());
    assertTrue(timeline.state().rows().stream().allMatch(row -> row.account().isPresent()));
    assertEquals(new Viewport(53, 30, 20), timeline.state().viewportProperty().get());
  }

  @Test
  void scrolling_the_state_leaves_the_strip_where_it_was_moved_to() {
    IntStream.rangeClosed(10, 60)
        .forEach(n -> branch.open(new AccountNumber("" + n), "Holder " + n, "1.00"));
    live();
    var first = branch.ledger().inquiries().momentOf(1).orElseThrow();
    timeline.strip().stretch(0.2, first);
    timeline.strip().move(-1);
    settle();
    var before = timeline.strip().visible();
    timeline.state().scrollTo(30);
    settle();
    assertEquals(before, timeline.strip().visible());
  }

  @Test
  void the_list_holds_the_rows_in_view_and_brings_the_cursor_into_them() {
    live();
    timeline.entries().fit(2);
    timeline.show(1);
    settle();
    assertEquals(List.of(2L, 1L), positions());
    timeline.step(1);
    assertEquals(List.of(2L, 1L), positions());
    timeline.step(1);
    assertEquals(List.of(3L, 2L), positions());
    timeline.entries().newestFirstProperty().set(false);
    assertEquals(List.of(3L, 4L), positions());
  }

  @Test
  void keys_in_the_list_go_down_the_list_and_not_along_the_time() {
    live();
    timeline.goDown(1);
    assertEquals(5, cursor());
    timeline.goDown(1_000_000_000);
    assertEquals(1, cursor());
    timeline.entries().newestFirstProperty().set(false);
    timeline.goDown(2);
    assertEquals(3, cursor());
  }

  @Test
  void a_ledger_that_cannot_be_read_is_said_so_and_asked_again_with_the_next_move() {
    live();
    branch.close();
    timeline.show(2);
    settle();
    assertTrue(timeline.faultProperty().get().isPresent());
    assertEquals(6, sight().position());
  }

  @Test
  void an_account_typed_leads_to_its_latest_entry_and_a_reference_to_the_entry_that_has_it() {
    live();
    timeline.goTo(NADIA.value());
    settle();
    assertEquals(4, cursor());
    timeline.goTo("R-1");
    settle();
    assertEquals(3, cursor());
  }

  @Test
  void it_steps_from_change_to_change_of_the_account_under_the_cursor() {
    live();
    timeline.show(1);
    settle();
    timeline.toChangeOfAccount(false);
    settle();
    assertEquals(3, cursor());
    timeline.toChangeOfAccount(false);
    settle();
    assertEquals(4, cursor());
    timeline.toChangeOfAccount(false);
    settle();
    assertEquals(4, cursor());
    assertEquals(
        Optional.of(Message.of("timeline.change.none-after")),
        timeline.destinationRefusedProperty().get());
    timeline.toChangeOfAccount(true);
    settle();
    assertEquals(3, cursor());
  }

  @Test
  void a_field_is_followed_over_the_entries_that_leave_it_as_it_was() {
    branch.deposit(SCHOOL, "5.00");
    branch.post(new Withdraw(SCHOOL, Branch.amount("60.00"), Details.NONE));
    branch.close(SCHOOL);
    live();
    timeline.show(2);
    settle();
    timeline.followedProperty().set(Change.Field.STATUS);
    timeline.toChangeOfField(false);
    settle();
    assertEquals(9, cursor());
    timeline.toChangeOfField(true);
    settle();
    assertEquals(2, cursor(), "the opening gave it its status");
  }

  @Test
  void an_entry_of_no_till_says_so_when_a_till_is_to_be_followed() {
    live();
    timeline.toChangeOfTill(false);
    settle();
    assertEquals(
        Optional.of(Message.of("timeline.change.no-till")),
        timeline.destinationRefusedProperty().get());
    assertEquals(6, cursor());
  }

  @Test
  void at_real_gaps_entries_are_never_more_than_a_second_apart_and_of_one_moment_a_frame() {
    live();
    timeline.player().speedProperty().set(Speed.REAL_GAPS);
    timeline.show(1);
    settle();
    timeline.playOrPause();
    play(0.9);
    assertEquals(1, cursor());
    play(0.2);
    assertEquals(2, cursor(), "a minute is cut to a second");
    play(1.95);
    assertEquals(5, cursor(), "both halves of a transfer are of one moment");
  }

  @Test
  void folded_the_strip_leaves_out_the_gaps_and_loses_no_entry() {
    live();
    timeline.strip().gapsFoldedProperty().set(true);
    settle();
    var counted = timeline.strip().countedProperty().get().orElseThrow();
    assertTrue(counted.folded());
    assertTrue(timeline.strip().stretches().size() > 1);
    assertEquals(6, counted.bars().list().stream().mapToInt(bar -> bar.entries()).sum());
  }

  @Test
  void a_copied_link_leads_back_to_the_entry_and_its_filters() {
    live();
    timeline.entries().onlyAccount(Optional.of(NADIA));
    timeline.entries().onlyText("rent & more");
    timeline.show(3);
    settle();
    var link = timeline.link().toString();
    timeline.entries().everything();
    timeline.live();
    settle();
    timeline.goTo(link);
    settle();
    assertEquals(3, cursor());
    assertEquals(Optional.of(NADIA), timeline.entries().selectionProperty().get().account());
    assertEquals("rent & more", timeline.entries().selectionProperty().get().text());
  }

  @Test
  void a_link_of_another_ledger_is_refused() {
    live();
    timeline.goTo("counterfoil://entry/3?ledger=elsewhere");
    assertEquals(
        Optional.of(Message.of("timeline.go.other-ledger")),
        timeline.destinationRefusedProperty().get());
    assertEquals(6, cursor());
  }

  @Test
  void the_state_is_sorted_by_what_accounts_hold_now_also_when_that_changes() {
    branch.open(new AccountNumber("7"), "Market stall", "1.00");
    live();
    timeline.state().sort(Order.LEDGER, true);
    settle();
    // The last entry concerns it, so it stands first whatever it holds.
    assertEquals(
        List.of("7", NADIA.value(), SCHOOL.value()),
        timeline.state().rows().stream().map(StateRow::number).toList());
    branch.deposit(SCHOOL, "1000.00");
    branch.deposit(new AccountNumber("7"), "1.00");
    live();
    assertEquals(
        List.of("7", SCHOOL.value(), NADIA.value()),
        timeline.state().rows().stream().map(StateRow::number).toList());
  }
}
