package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.timeline.DensityStrip.Content;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The timeline's transport and strip, the frames that drive it, and the keys of the screen. */
final class TimelineView {
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
  @FXML private Label moment;
  @FXML private Label place;
  @FXML private StackPane stripPlace;

  TimelineView(TimelineViewModel timeline, Wording wording) {
    this.timeline = timeline;
    this.wording = wording;
    this.axis = new Axis(wording.texts().locale(), wording.figures().zone());
    this.strip = new DensityStrip(new StripHand(timeline));
  }

  @FXML
  void initialize() {
    stripPlace.getChildren().add(strip);
    refused.managedProperty().bind(refused.visibleProperty());
    fillSpeeds();
    destination.textProperty().subscribe(timeline::destinationChanged);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> touched(event.getTarget()));
    root.addEventFilter(ScrollEvent.SCROLL, event -> touched(event.getTarget()));
    WhileShown.bind(root, this::bind);
  }

  private Subscription bind() {
    return WhileShown.all(
        timeline.frameWantedProperty().subscribe(this::runFrames),
        () -> frames.stop(),
        timeline.cursorProperty().subscribe(this::showCursor),
        timeline.entries().positionsProperty().subscribe(this::showWays),
        timeline.playingProperty().subscribe(this::showPlaying),
        timeline.speedProperty().subscribe(this::showSpeed),
        timeline.destinationAskedProperty().subscribe(this::askDestination),
        timeline.destinationRefusedProperty().subscribe(this::showRefusal),
        timeline.sightProperty().subscribe(_ -> showMoment()),
        timeline.strip().countedProperty().subscribe(this::showStrip),
        timeline.strip().focusProperty().subscribe(this::showStrip),
        strip.widthProperty().subscribe(this::measure));
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
      var item = new RadioMenuItem(wording.texts().get("timeline.speed.times", each.factor()));
      item.setUserData(each);
      item.setToggleGroup(group);
      item.setOnAction(_ -> timeline.speedProperty().set(each));
      speed.getItems().add(item);
    }
  }

  private void showSpeed(Speed now) {
    speed.setText(wording.texts().get("timeline.speed.now", now.factor()));
    for (var item : speed.getItems()) {
      ((RadioMenuItem) item).setSelected(item.getUserData() == now);
    }
  }

  private void showPlaying(boolean playing) {
    play.setText(wording.texts().get(playing ? "timeline.pause" : "timeline.play"));
    playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
  }

  private void showCursor(Cursor cursor) {
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
    strip.setAccessibleText(
        entry
            .map(e -> wording.sentence(e.line()))
            .orElseGet(() -> wording.texts().get("timeline.empty")));
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
                        counted.density(),
                        timeline.strip().visible().orElse(counted.whole()),
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
  void goTo() {
    timeline.goTo(destination.getText());
  }

  /** Whoever touches anything wants to look at it: playing on would take it away. */
  private void touched(Object target) {
    if (!within(target, play) && !within(target, speed)) {
      timeline.pause();
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && !(event.getTarget() instanceof TextInputControl) && carriedOut(event)) {
      event.consume();
    } else if (!event.getCode().isModifierKey() && !within(event.getTarget(), play)) {
      timeline.pause();
    }
  }

  /** Space presses a button that has the focus; Home and End belong to a table that has it. */
  private boolean carriedOut(KeyEvent event) {
    boolean free =
        switch (event.getCode()) {
          case SPACE -> !(event.getTarget() instanceof ButtonBase);
          case HOME, END -> !(event.getTarget() instanceof TableView);
          default -> true;
        };
    if (free) {
      switch (event.getCode()) {
        case SPACE -> timeline.playOrPause();
        case LEFT -> timeline.step(-1);
        case RIGHT -> timeline.step(1);
        case HOME -> timeline.first();
        case END -> timeline.live();
        default -> free = false;
      }
    }
    return free;
  }

  private static boolean within(Object target, Node ancestor) {
    for (var node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
      if (node.equals(ancestor)) {
        return true;
      }
    }
    return false;
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
    public void reset() {
      timeline.strip().showAll();
    }
  }
}
