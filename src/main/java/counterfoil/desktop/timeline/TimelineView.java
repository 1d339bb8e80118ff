package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.timeline.DensityStrip.Content;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The timeline's transport and strip, the frames that drive it, and the keys of the screen. */
final class TimelineView {
  private static final double LOW_HEIGHT = 720;
  private static final double STATE_HEIGHT = 216;
  private static final double WIDE = 1100;

  private final TimelineViewModel timeline;
  private final Wording wording;
  private final DensityStrip strip;
  private final Axis axis;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
          timeline.frame(nowNanos);
          if (!timeline.frameWantedProperty().get()) {
            stop();
          }
        }
      };

  @FXML private GridPane root;
  @FXML private Button first;
  @FXML private Button back;
  @FXML private Button play;
  @FXML private FontIcon playIcon;
  @FXML private Button forward;
  @FXML private Button live;
  @FXML private MenuButton speed;
  @FXML private TextField destination;
  @FXML private Label refused;
  @FXML private Label fault;
  @FXML private MenuButton changes;
  @FXML private MenuButton stripMenu;
  @FXML private Label asOf;
  @FXML private FontIcon copied;
  @FXML private Label moment;
  @FXML private Label place;
  @FXML private StackPane stripPlace;

  TimelineView(TimelineViewModel timeline, Wording wording) {
    this.timeline = timeline;
    this.wording = wording;
    this.axis = new Axis(wording.texts().locale(), wording.figures().zone());
    this.strip = new DensityStrip(new StripHand(timeline), wording::bar);
  }

  @FXML
  void initialize() {
    stripPlace.getChildren().add(strip);
    refused.managedProperty().bind(refused.visibleProperty());
    fault.managedProperty().bind(fault.visibleProperty());
    fillSpeeds();
    ChangesMenu.fill(changes, timeline, wording);
    StripMenu.fill(stripMenu, timeline.strip(), wording.texts());
    showWide(true);
    destination.textProperty().subscribe(timeline::destinationChanged);
    TimelineKeys.install(root, timeline, play, speed);
    root.heightProperty().subscribe(this::shareHeight);
    root.widthProperty()
        .map(width -> width.doubleValue() >= WIDE)
        .subscribe(wide -> showWide(wide));
    WhileShown.bind(root, this::bind);
  }

  private Subscription bind() {
    return WhileShown.all(
        timeline.frameWantedProperty().subscribe(this::runFrames),
        () -> frames.stop(),
        timeline.cursorProperty().subscribe(this::showCursor),
        timeline.entries().positionsProperty().subscribe(this::showWays),
        timeline.player().playingProperty().subscribe(this::showPlaying),
        timeline.player().speedProperty().subscribe(this::showSpeed),
        timeline.destinationAskedProperty().subscribe(this::askDestination),
        timeline.destinationRefusedProperty().subscribe(this::showRefusal),
        timeline.faultProperty().subscribe(this::showFault),
        timeline.sightProperty().subscribe(_ -> showMoment()),
        timeline.strip().countedProperty().subscribe(this::showStrip),
        timeline.strip().focusProperty().subscribe(this::showStrip),
        strip.widthProperty().subscribe(this::measure));
  }

  /** In a low window a row of the state gives way to one of the entries. */
  private void shareHeight(Number height) {
    boolean low = height.doubleValue() < LOW_HEIGHT;
    root.getRowConstraints().getLast().setPrefHeight(low ? STATE_HEIGHT - 34 : STATE_HEIGHT);
  }

  /** In a narrow window the buttons are their signs, which have their names for who asks. */
  private void showWide(boolean wide) {
    back.setContentDisplay(wide ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    forward.setContentDisplay(wide ? ContentDisplay.RIGHT : ContentDisplay.GRAPHIC_ONLY);
    live.setContentDisplay(wide ? ContentDisplay.RIGHT : ContentDisplay.GRAPHIC_ONLY);
    asOf.setVisible(wide);
    asOf.setManaged(wide);
  }

  private void runFrames(boolean wanted) {
    if (wanted) {
      frames.start();
    }
  }

  private void measure(Number width) {
    timeline.strip().roomFor((int) (width.doubleValue() / DensityStrip.WIDTH_OF_BAR));
  }

  private void fillSpeeds() {
    var group = new ToggleGroup();
    for (var each : Speed.values()) {
      var item = new RadioMenuItem(speedName(each, "timeline.speed.times"));
      item.setUserData(each);
      item.setToggleGroup(group);
      item.setOnAction(_ -> timeline.player().speedProperty().set(each));
      speed.getItems().add(item);
    }
  }

  private String speedName(Speed one, String key) {
    return one.real()
        ? wording.texts().get("timeline.speed.real")
        : wording.texts().get(key, one.factor());
  }

  private void showSpeed(Speed now) {
    speed.setText(speedName(now, "timeline.speed.now"));
    for (var item : speed.getItems()) {
      ((RadioMenuItem) item).setSelected(item.getUserData() == now);
    }
  }

  private void showPlaying(boolean playing) {
    play.setText(wording.texts().get(playing ? "timeline.pause" : "timeline.play"));
    playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
  }

  private void showCursor(Cursor cursor) {
    copied.setIconLiteral("fth-link");
    var figures = wording.figures();
    place.setText(
        wording
            .texts()
            .get(
                cursor.last() == 0 ? "timeline.place.none" : "timeline.place",
                figures.count(cursor.position()),
                figures.count(cursor.last())));
    place.getStyleClass().removeAll("chip-ok", "chip-accent");
    place.getStyleClass().add(cursor.live() ? "chip-ok" : "chip-accent");
    place.setGraphic(cursor.live() && cursor.last() > 0 ? new FontIcon("fth-radio") : null);
    showWays();
    showStrip();
  }

  private void showWays() {
    boolean atStart = timeline.atStart();
    first.setDisable(atStart);
    back.setDisable(atStart);
    forward.setDisable(timeline.atEnd());
    live.setDisable(timeline.cursorProperty().get().live());
    play.setDisable(timeline.cursorProperty().get().last() == 0);
  }

  private void showMoment() {
    var entry = timeline.sightProperty().get().flatMap(Sight::entry);
    moment.setText(entry.map(e -> wording.when(e.line())).orElse("\u2013"));
    long last = timeline.cursorProperty().get().last();
    String announced =
        entry
            .map(e -> wording.announced(e.line(), last))
            .orElseGet(() -> wording.texts().get("timeline.empty"));
    // A screen reader reads the name of what has the focus where it changes.
    strip.setAccessibleText(announced);
    place.setAccessibleText(announced);
    play.setAccessibleText(play.getText() + ", " + announced);
  }

  private void showStrip() {
    strip
        .contentProperty()
        .set(
            timeline
                .strip()
                .countedProperty()
                .get()
                .map(counted ->
                    new Content(
                        counted.bars().list(),
                        timeline.strip().stretches(),
                        Optional.empty(),
                        timeline.strip().focusProperty().get().isPresent(),
                        timeline.cursorProperty().get(),
                        axis)));
  }

  private void showRefusal(Optional<Message> why) {
    String text = why.map(wording.texts()::text).orElse("");
    refused.setText(text);
    refused.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    refused.setVisible(why.isPresent());
    destination.getStyleClass().remove("invalid");
    if (why.isPresent()) {
      destination.getStyleClass().add("invalid");
    }
  }

  private void showFault(Optional<Message> what) {
    fault.setVisible(what.isPresent());
    fault.setText(what.map(wording.texts()::text).orElse(""));
  }

  private void askDestination(boolean asked) {
    if (asked) {
      timeline.destinationAskedProperty().set(false);
      destination.requestFocus();
      destination.selectAll();
    }
  }

  @FXML
  void first() {
    timeline.first();
  }

  @FXML
  void back() {
    timeline.step(-1);
  }

  @FXML
  void playOrPause() {
    timeline.playOrPause();
  }

  @FXML
  void forward() {
    timeline.step(1);
  }

  @FXML
  void live() {
    timeline.live();
  }

  @FXML
  void copyLink() {
    LinkClipboard.copy(timeline.link());
    copied.setIconLiteral("fth-check");
  }

  @FXML
  void goTo() {
    timeline.goTo(destination.getText());
  }

  /** What is done to the strip is done to the timeline. */
  private record StripHand(TimelineViewModel timeline) implements DensityStrip.Hand {
    @Override
    public void scrubbed(long position) {
      timeline.show(position);
    }

    @Override
    public void stretched(double factor, Instant fixed) {
      timeline.strip().stretch(factor, fixed);
    }

    @Override
    public void moved(double part) {
      timeline.strip().move(part);
    }

    @Override
    public void windowed(Span window) {
      timeline.strip().focusOn(window);
    }

    @Override
    public void reset() {
      timeline.strip().showAll();
    }
  }
}
