package counterfoil.desktop.timeline;

import static counterfoil.desktop.timeline.Branch.NADIA;
import static counterfoil.desktop.timeline.Branch.SCHOOL;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The screen itself, driven by keys and mouse. */
class TimelineViewTest {
  private static final Duration SEVERAL_MINUTES = Duration.ofMinutes(4);

  private final Branch branch = Branch.afterSixEntries();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<String> visited = new ArrayList<>();
  private Optional<Robot> robot = Optional.empty();
  private Optional<LiveHead> head = Optional.empty();

  @BeforeAll
  static void startToolkit() {
    Robot.startToolkit();
  }

  @AfterEach
  void close() {
    Robot.onScreen(() -> {
      head.ifPresent(LiveHead::close);
      return true;
    });
    robot.ifPresent(Robot::close);
    branch.close();
  }

  /** Notes where the screen leads to. */
  private final class Notes implements Navigation {
    @Override
    public boolean has(String screenId) {
      return true;
    }

    @Override
    public void openCustomer(CustomerNumber number) {}

    @Override
    public void show(String screenId) {
      visited.add(screenId);
    }

    @Override
    public void openAccount(AccountNumber number) {
      visited.add("account " + number);
    }

    @Override
    public void prove(long position) {
      throw new AssertionError(position);
    }

    @Override
    public void openEntry(long position) {
      visited.add("entry " + position);
    }
  }

  private TimelineScreen screen(Branch of) {
    return Robot.onScreen(() -> {
      var live = new LiveHead(of.ledger().head(), of.ledger()::whenAdvanced);
      head = Optional.of(live);
      return new TimelineScreen(
          of.ledger().inquiries(),
          of.ledger().charter().origin(),
          live.headProperty(),
          new VirtualThreads(),
          texts,
          new Figures(texts, ZoneOffset.UTC),
          new Notes());
    });
  }

  private Parent view(TimelineScreen screen) {
    return new Views(texts, screen.controllers()).load(screen.view());
  }

  private Robot open(TimelineScreen screen) {
    var opened =
        new Robot(stage -> {
          var scene = new Scene(view(screen), 980, 960);
          scene.getStylesheets().add(Theme.class.getResource("theme.css").toExternalForm());
          stage.setScene(scene);
          stage.show();
        });
    robot = Optional.of(opened);
    return opened;
  }

  private Robot opened() {
    var opened = open(screen(branch));
    opened.untilText("cursor-place", "entry 6 of 6");
    opened.untilText("entry-title", "Entry 6");
    opened.until(
        "the strip is drawn",
        () -> ((DensityStrip) opened.node("density-strip")).geometry().isPresent());
    focus(opened, "entries-table");
    return opened;
  }

  private static void focus(Robot robot, String id) {
    Robot.onScreen(() -> {
      robot.node(id).requestFocus();
      return true;
    });
    robot.untilFocused(id);
  }

  private static TableView<?> table(Robot robot, String id) {
    return (TableView<?>) robot.node(id);
  }

  private static void untilRows(Robot robot, String id, int rows) {
    robot.until(rows + " rows in " + id, () -> table(robot, id).getItems().size() == rows);
  }

  private static StateRow state(Robot robot, int row) {
    return (StateRow) table(robot, "state-table").getItems().get(row);
  }

  @Test
  void arrow_keys_step_and_everything_follows() {
    var robot = opened();
    robot.press(LEFT);
    robot.press(LEFT);
    robot.press(LEFT);
    robot.untilText("cursor-place", "entry 3 of 6");
    robot.untilText("entry-title", "Entry 3");
    robot.untilText("deposits-on-book", "350.00 EUR");
    robot.until("Nadia's account is first", () -> state(robot, 0).number().equals(NADIA.value()));
    robot.until(
        "the row is selected",
        () -> table(robot, "entries-table").getSelectionModel().getSelectedIndex() == 3);
    robot.press(RIGHT);
    robot.untilText("entry-title", "Entry 4");
    focus(robot, "live");
    robot.press(HOME);
    robot.untilText("entry-title", "Entry 1");
    robot.press(END);
    robot.untilText("entry-title", "Entry 6");
  }

  @Test
  void arrow_keys_in_the_list_go_along_its_rows() {
    var robot = opened();
    robot.press(DOWN);
    robot.untilText("entry-title", "Entry 5");
    robot.press(END);
    robot.untilText("entry-title", "Entry 1");
    robot.press(HOME);
    robot.untilText("entry-title", "Entry 6");
  }

  @Test
  void space_plays_to_the_end_and_pauses() {
    var screen = screen(branch);
    var robot = open(screen);
    robot.untilText("entry-title", "Entry 6");
    focus(robot, "entries-table");
    var playing = new ArrayList<Boolean>();
    Robot.onScreen(
        () -> screen.model().player().playingProperty().subscribe(now -> playing.add(now)));
    robot.press(LEFT);
    robot.press(LEFT);
    robot.untilText("cursor-place", "entry 4 of 6");
    robot.press(SPACE);
    robot.until("it has played", () -> playing.equals(List.of(false, true, false)));
    robot.untilText("cursor-place", "entry 6 of 6");
    Robot.onScreen(() -> {
      screen.model().player().speedProperty().set(Speed.HALF);
      return true;
    });
    robot.press(SPACE);
    robot.press(SPACE);
    robot.until("it pauses", () -> playing.equals(List.of(false, true, false, true, false)));
    robot.untilText("play", "Replay");
  }

  @Test
  void touching_anything_pauses() {
    var screen = screen(branch);
    var robot = open(screen);
    robot.untilText("entry-title", "Entry 6");
    focus(robot, "entries-table");
    Robot.onScreen(() -> {
      screen.model().player().speedProperty().set(Speed.HALF);
      return true;
    });
    robot.press(SPACE);
    robot.untilText("play", "Pause");
    robot.click("entry-title");
    robot.untilText("play", "Replay");
  }

  @Test
  void a_destination_typed_leads_there_and_one_that_is_none_says_why() {
    var screen = screen(branch);
    var robot = open(screen);
    robot.untilText("cursor-place", "entry 6 of 6");
    Robot.onScreen(() -> {
      screen.actions().stream()
          .filter(action -> action.id().equals("timeline.go"))
          .forEach(action -> action.run().run());
      return true;
    });
    robot.untilFocused("destination");
    robot.type("99\n");
    robot.untilText("destination-refused", "from 1 to 6");
    robot.press(BACK_SPACE);
    robot.until("the reason is gone", () -> robot.text("destination-refused").isEmpty());
    robot.press(BACK_SPACE);
    robot.type("2\n");
    robot.untilText("entry-title", "Entry 2");
  }

  @Test
  void a_text_filters_the_list_and_its_chip_takes_it_away() {
    var robot = opened();
    robot.click("filter-text");
    robot.type("rent");
    robot.untilText("match-count", "1 match");
    untilRows(robot, "entries-table", 1);
    assertTrue(robot.shows("filter-chips"));
    Robot.onScreen(() -> {
      var chips = (Parent) robot.node("filter-chips");
      ((Button) chips.getChildrenUnmodifiable().getFirst()).fire();
      return true;
    });
    robot.untilText("match-count", "6 match");
    assertEquals("", robot.text("filter-text"));
  }

  @Test
  void an_account_filters_the_list_and_what_is_no_account_is_marked() {
    var robot = opened();
    robot.click("filter-account");
    robot.type("no account\n");
    robot.until(
        "the field is marked",
        () -> robot.node("filter-account").getStyleClass().contains("invalid"));
    Robot.onScreen(() -> {
      ((TextInputControl) robot.node("filter-account")).setText(SCHOOL.value());
      return true;
    });
    robot.press(ENTER);
    robot.untilText("match-count", "3 match");
    assertEquals("", robot.text("filter-account"));
  }

  @Test
  void where_nothing_matches_it_says_so_and_leads_back_to_everything() {
    var robot = opened();
    robot.click("filter-text");
    robot.type("zzz");
    robot.untilText("entries-why", "No entry matches");
    robot.click("entries-remedy");
    robot.untilText("match-count", "6 match");
    untilRows(robot, "entries-table", 6);
  }

  @Test
  void an_empty_ledger_says_why_and_leads_to_the_counter() {
    try (var empty = new Branch()) {
      var robot = open(screen(empty));
      robot.untilText("entries-why", "Nothing has been recorded yet");
      robot.untilText("state-why", "No account has been opened yet");
      robot.untilText("cursor-place", "no entries yet");
      robot.click("entries-remedy");
      robot.until("the counter is shown", () -> visited.equals(List.of("counter")));
      empty.open(NADIA, "Nadia Rahimi", "5.00");
      robot.untilText("entry-title", "Entry 1");
    }
  }

  @Test
  void a_row_of_the_state_leads_to_the_account_and_so_does_the_inspector() {
    var robot = opened();
    robot.click("account-history");
    robot.until("it leads there", () -> visited.equals(List.of("account " + SCHOOL)));
    visited.clear();
    focus(robot, "state-table");
    robot.press(DOWN);
    robot.press(DOWN);
    robot.press(ENTER);
    robot.until("it leads there", () -> visited.equals(List.of("account " + NADIA)));
  }

  @Test
  void unchanged_fields_are_folded_until_asked_for() {
    var robot = opened();
    robot.untilText("unchanged", "Show 2 unchanged fields");
    robot.click("unchanged");
    robot.untilText("unchanged", "Hide");
    assertTrue(labels(robot).anyMatch("Overdraft limit"::equals));
  }

  private static Stream<String> labels(Robot robot) {
    return Robot.onScreen(() ->
        robot.stage().getScene().getRoot().lookupAll(".label").stream()
            .filter(Node::isVisible)
            .map(node -> ((Labeled) node).getText()))
        .toList()
        .stream();
  }

  private static void doubleClick(Robot robot) {
    mouse(robot, MouseEvent.MOUSE_CLICKED, 400, 2, false, false);
  }

  private static void mouse(
      Robot robot, EventType<MouseEvent> type, double x, boolean shift, boolean ctrl) {
    mouse(robot, type, x, 1, shift, ctrl);
  }

  private static void mouse(
      Robot robot, EventType<MouseEvent> type, double x, int clicks, boolean shift, boolean ctrl) {
    Robot.onScreen(() -> {
      var strip = (DensityStrip) robot.node("density-strip");
      var at = strip.localToScene(x, 20);
      var onScreen = strip.localToScreen(x, 20);
      Event.fireEvent(
          strip,
          new MouseEvent(
              type,
              at.getX(),
              at.getY(),
              onScreen.getX(),
              onScreen.getY(),
              MouseButton.PRIMARY,
              clicks,
              shift,
              ctrl,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              new PickResult(strip, at.getX(), at.getY())));
      return true;
    });
  }

  private static double across(Robot robot, double part) {
    return part * Robot.onScreen(() -> ((DensityStrip) robot.node("density-strip")).getWidth());
  }

  private static void wheel(Robot robot, double part, double deltaX, double deltaY) {
    Robot.onScreen(() -> {
      var strip = (DensityStrip) robot.node("density-strip");
      double x = part * strip.getWidth();
      var at = strip.localToScene(x, 20);
      var onScreen = strip.localToScreen(x, 20);
      Event.fireEvent(
          strip,
          new ScrollEvent(
              ScrollEvent.SCROLL,
              at.getX(),
              at.getY(),
              onScreen.getX(),
              onScreen.getY(),
              false,
              false,
              false,
              false,
              false,
              false,
              deltaX,
              deltaY,
              deltaX,
              deltaY,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              new PickResult(strip, at.getX(), at.getY())));
      return true;
    });
  }

  private static Span shown(Robot robot) {
    return Robot.onScreen(
        () -> ((DensityStrip) robot.node("density-strip")).geometry().orElseThrow().scale().ends());
  }

  @Test
  void dragging_on_the_strip_scrubs_from_the_first_entry_to_the_last() {
    var robot = opened();
    mouse(robot, MouseEvent.MOUSE_PRESSED, across(robot, 0.1), false, false);
    robot.untilText("entry-title", "Entry 1");
    mouse(robot, MouseEvent.MOUSE_DRAGGED, across(robot, 0.5), false, false);
    robot.until(
        "the cursor is between",
        () -> !List.of("Entry 1", "Entry 6").contains(robot.text("entry-title")));
    mouse(robot, MouseEvent.MOUSE_DRAGGED, across(robot, 1), false, false);
    robot.untilText("entry-title", "Entry 6");
    assertEquals("density-strip", robot.focused());
    robot.press(PAGE_UP);
    robot.untilText("entry-title", "Entry 5");
    robot.press(PAGE_DOWN);
    robot.untilText("entry-title", "Entry 6");
  }

  @Test
  void dragging_with_ctrl_goes_entry_by_entry() {
    var robot = opened();
    mouse(robot, MouseEvent.MOUSE_PRESSED, 400, false, true);
    mouse(robot, MouseEvent.MOUSE_DRAGGED, 394, false, true);
    robot.untilText("entry-title", "Entry 4");
  }

  @Test
  void the_wheel_zooms_at_the_pointer_and_sideways_pans() {
    var robot = opened();
    var whole = shown(robot);
    wheel(robot, 0, 0, 400);
    robot.until("it is zoomed in", () -> shown(robot).length().compareTo(whole.length()) < 0);
    var zoomed = shown(robot);
    assertEquals(whole.from(), zoomed.from());
    wheel(robot, 0, -100, 0);
    robot.until("it has moved", () -> shown(robot).from().isAfter(zoomed.from()));
    mouse(robot, MouseEvent.MOUSE_PRESSED, across(robot, 0.5), true, false);
    mouse(robot, MouseEvent.MOUSE_DRAGGED, across(robot, 0.9), true, false);
    robot.until("it is back", () -> shown(robot).from().equals(whole.from()));
    robot.untilText("cursor-place", "entry 6 of 6");
    wheel(robot, 1, 0, 400);
    robot.until("it is zoomed in", () -> shown(robot).length().compareTo(whole.length()) < 0);
    doubleClick(robot);
    robot.until("all is shown", () -> shown(robot).equals(whole));
    wheel(robot, 1, 0, 400);
    robot.until("it is zoomed in", () -> shown(robot).length().compareTo(whole.length()) < 0);
    focus(robot, "density-strip");
    robot.press(DIGIT0);
    robot.until("all is shown", () -> shown(robot).equals(whole));
  }

  @Test
  void new_entries_appear_at_the_present() {
    var robot = opened();
    branch.deposit(NADIA, "1.00");
    robot.untilText("entry-title", "Entry 7");
    untilRows(robot, "entries-table", 7);
  }

  @Test
  void another_language_finds_the_cursor_and_the_filter_where_they_were() {
    var screen = screen(branch);
    var robot = open(screen);
    robot.untilText("entry-title", "Entry 6");
    robot.click("filter-text");
    robot.type("rent");
    robot.untilText("match-count", "1 match");
    Robot.onScreen(() -> {
      texts.use(Locale.SIMPLIFIED_CHINESE);
      robot.stage().getScene().setRoot(view(screen));
      return true;
    });
    robot.untilText("match-count", "共 1 笔");
    robot.untilText("entry-title", "第 6 笔");
    assertEquals("rent", robot.text("filter-text"));
  }

  @Test
  void tab_reaches_everything_and_everything_has_a_name() {
    var robot = opened();
    var reached = new HashSet<String>();
    for (int i = 0; i < 40; i++) {
      robot.press(TAB);
      reached.add(robot.focused());
      var owner = Robot.onScreen(() -> robot.stage().getScene().getFocusOwner());
      assertTrue(named(owner), "no name for " + owner);
    }
    assertTrue(
        reached.containsAll(
            List.of(
                "play",
                "speed",
                "destination",
                "changes",
                "strip-menu",
                "density-strip",
                "filter-types",
                "filter-account",
                "filter-text",
                "list-order",
                "entries-table",
                "account-history",
                "state-search",
                "state-table")),
        reached.toString());
  }

  private static boolean named(Node node) {
    return Optional.ofNullable(node.getAccessibleText()).filter(t -> !t.isBlank()).isPresent()
        || (node instanceof Labeled labeled && !labeled.getText().isBlank());
  }

  @Test
  void zoomed_in_a_drag_pans_and_a_click_puts_the_cursor_there() {
    var robot = opened();
    wheel(robot, 1, 0, 400);
    robot.until("it is zoomed in", () -> shown(robot).length().compareTo(SEVERAL_MINUTES) < 0);
    var zoomed = shown(robot);
    mouse(robot, MouseEvent.MOUSE_PRESSED, across(robot, 0.1), false, false);
    mouse(robot, MouseEvent.MOUSE_DRAGGED, across(robot, 0.5), false, false);
    mouse(robot, MouseEvent.MOUSE_RELEASED, across(robot, 0.5), false, false);
    robot.until("it has moved back", () -> shown(robot).from().isBefore(zoomed.from()));
    robot.untilText("cursor-place", "entry 6 of 6");
    mouse(robot, MouseEvent.MOUSE_PRESSED, across(robot, 0.02), false, false);
    mouse(robot, MouseEvent.MOUSE_RELEASED, across(robot, 0.02), false, false);
    robot.until(
        "the cursor has moved", () -> !robot.text("cursor-place").startsWith("entry 6 of 6"));
  }

  @Test
  void the_move_of_the_cursor_is_announced_as_text() {
    var robot = opened();
    robot.press(LEFT);
    robot.press(LEFT);
    robot.press(LEFT);
    robot.until(
        "it is announced",
        () ->
            "entry 3 of 6: Deposit of 250.00 to 1004-2213"
                .equals(robot.node("density-strip").getAccessibleText()));
  }

  @Test
  void in_a_narrow_window_nothing_of_the_transport_is_cut_off() {
    var robot = opened();
    robot.until(
        "all fits",
        () ->
            Stream.of("play", "live", "speed", "changes", "strip-menu", "destination")
                .map(robot::node)
                .allMatch(node ->
                    node.localToScene(node.getBoundsInLocal()).getMaxX() < 980
                        && node.getBoundsInLocal().getWidth() + 0.5 >= node.minWidth(-1)));
  }

  @Test
  void the_fact_is_told_in_words_and_on_demand_as_recorded() {
    var robot = opened();
    assertTrue(labels(robot).anyMatch("Amount"::equals));
    Robot.onScreen(() -> {
      ((Hyperlink) robot.node("entry-as-json")).fire();
      return true;
    });
    robot.untilText("entry-json", "\"amount\"");
  }
}
