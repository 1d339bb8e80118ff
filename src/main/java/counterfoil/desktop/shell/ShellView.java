package counterfoil.desktop.shell;

import counterfoil.application.Actor;
import counterfoil.application.AuditStatus;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.eventstore.Head;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the frame: bindings, and the views of the screens inside it. */
public final class ShellView {
  /** What the frame shows, and what it changes besides. */
  public record Parts(
      ShellViewModel shell,
      PaletteViewModel palette,
      Actions actions,
      Views views,
      Texts texts,
      Figures figures,
      Theme theme) {}

  /** Narrower windows give the screen the room that the rail's names would take. */
  private static final double WIDE = 1200;

  private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  static final String SEARCH = "shell.search";
  static final String SCREEN = "shell.screen.";

  private final Parts parts;
  private final Map<Screen, Parent> loaded = new HashMap<>();
  private final Map<Screen, RailItem> items = new HashMap<>();
  private final BooleanProperty wide = new SimpleBooleanProperty(true);
  private Subscription subscriptions = Subscription.EMPTY;

  @FXML private StackPane root;
  @FXML private HBox searchBox;
  @FXML private TextField search;
  @FXML private Label searchKeys;
  @FXML private Label ledgerChip;
  @FXML private Label branchChip;
  @FXML private Label actorChip;
  @FXML private HBox practiceBar;
  @FXML private Button leavePractice;
  @FXML private VBox railFrame;
  @FXML private VBox rail;
  @FXML private VBox railFoot;
  @FXML private HBox noticeBar;
  @FXML private FontIcon noticeIcon;
  @FXML private Label notice;
  @FXML private Button closeNotice;
  @FXML private StackPane content;
  @FXML private Label businessDate;
  @FXML private Label entries;
  @FXML private Label head;
  @FXML private HBox audit;
  @FXML private FontIcon auditIcon;
  @FXML private Label auditText;
  @FXML private Label durability;
  @FXML private VBox palette;
  @FXML private ListView<Finding> findings;
  @FXML private Label nothingFound;

  public ShellView(Parts parts) {
    this.parts = parts;
  }

  @FXML
  void initialize() {
    wide.bind(root.widthProperty().greaterThanOrEqualTo(WIDE));
    wide.subscribe(is -> railFrame.pseudoClassStateChanged(NARROW, !is));
    fillRail();
    fillChips();
    followStatus();
    followAudit();
    followNotice();
    var pane = new PalettePane(parts.palette(), palette, findings, search, nothingFound);
    pane.show(parts.texts(), parts.figures(), searchBox);
    keysOf(SEARCH).ifPresent(keys -> searchKeys.setText(KeyNames.name(keys)));
    root.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, pane));
    root.sceneProperty().subscribe(this::comeOrGo);
  }

  /**
   * A screen can take the focus only in a window, so the first is brought to the front there. A
   * change of language puts a new frame in place of this one, which must not go on answering.
   */
  private void comeOrGo(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      subscriptions.unsubscribe();
    }
    if (now != null) {
      subscriptions =
          subscriptions.and(
              parts
                  .shell()
                  .navigator()
                  .shownProperty()
                  .subscribe(shown -> shown.ifPresent(this::bringToFront)));
    }
  }

  private void fillRail() {
    for (var screen : parts.shell().navigator().screens()) {
      var item =
          new RailItem(
              "rail-" + screen.id(),
              screen.icon(),
              parts.texts().get(SCREEN + screen.id()),
              keysOf(SCREEN + screen.id()),
              wide,
              () -> parts.shell().navigator().show(screen.id()));
      items.put(screen, item);
      rail.getChildren().add(item);
    }
    var otherLanguage =
        parts.texts().locale().getLanguage().equals("zh")
            ? Locale.ENGLISH
            : Locale.SIMPLIFIED_CHINESE;
    railFoot
        .getChildren()
        .add(
            new RailItem(
                "rail-language",
                "fth-globe",
                parts.texts().get("shell.language.other"),
                Optional.empty(),
                wide,
                () -> parts.texts().use(otherLanguage)));
    subscriptions = subscriptions.and(parts.theme().choiceProperty().subscribe(this::offerTheme));
  }

  private void offerTheme(Theme.Choice choice) {
    if (railFoot.getChildren().size() > 1) {
      railFoot.getChildren().removeLast();
    }
    var item =
        switch (choice) {
          case SYSTEM -> themeItem("fth-monitor", "shell.theme.system");
          case LIGHT -> themeItem("fth-sun", "shell.theme.light");
          case DARK -> themeItem("fth-moon", "shell.theme.dark");
        };
    railFoot.getChildren().add(item);
  }

  private RailItem themeItem(String icon, String key) {
    return new RailItem(
        "rail-theme",
        icon,
        parts.texts().get(key),
        Optional.empty(),
        wide,
        () -> {
          parts.theme().chooseNext();
          Optional.ofNullable(railFoot.lookup("#rail-theme")).ifPresent(Node::requestFocus);
        });
  }

  private void fillChips() {
    var shell = parts.shell();
    var dot = new Region();
    dot.getStyleClass().add("ledger-dot");
    ledgerChip.setGraphic(dot);
    name(shell.desk().session().actor());
    subscriptions = subscriptions.and(shell.desk().stoppedProperty().subscribe(this::judgeLedger));
    practiceBar.setVisible(shell.charter().practice());
    practiceBar.setManaged(shell.charter().practice());
    leavePractice.setOnAction(_ -> perform("shell.leave-practice"));
  }

  private void judgeLedger(boolean stopped) {
    ledgerChip.setText(parts.texts().get(stopped ? "shell.ledger.stopped" : "shell.ledger.open"));
    ledgerChip.getStyleClass().removeAll("chip-ok", "chip-danger");
    ledgerChip.getStyleClass().add(stopped ? "chip-danger" : "chip-ok");
  }

  private void name(Actor actor) {
    branchChip.setText(parts.shell().charter().branch() + " \u00b7 " + actor.workstation());
    branchChip.setTooltip(new Tooltip(branchChip.getText()));
    actorChip.setText(actor.name() + " \u00b7 " + parts.texts().get("shell.role." + actor.role()));
    actorChip.setTooltip(new Tooltip(actorChip.getText()));
  }

  private void followStatus() {
    var shell = parts.shell();
    businessDate
        .textProperty()
        .bind(shell.businessDateProperty().map(date -> parts.figures().date(date)));
    entries
        .textProperty()
        .bind(shell.headProperty().map(now -> parts.figures().count(now.position())));
    head.textProperty().bind(shell.headProperty().map(this::shortened));
    durability
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> parts.texts().text(shell.durability()),
                shell.desk().lastAppendProperty(),
                shell.desk().stoppedProperty()));
  }

  private void followAudit() {
    var shell = parts.shell();
    subscriptions =
        subscriptions
            .and(shell.auditProperty().subscribe(_ -> sayAudited()))
            .and(shell.headProperty().subscribe(_ -> sayAudited()));
  }

  private void sayAudited() {
    var shell = parts.shell();
    var said = shell.audited();
    boolean alarm = shell.auditProperty().get() instanceof AuditStatus.Alarm;
    audit.setVisible(said.isPresent());
    audit.setManaged(said.isPresent());
    auditText.setText(said.map(parts.texts()::text).orElse(""));
    auditIcon.setIconLiteral(alarm ? "fth-alert-triangle" : "fth-shield");
    audit.pseudoClassStateChanged(ALARM, alarm);
  }

  private String shortened(Head now) {
    var hex = now.rootHex();
    return parts
        .texts()
        .get(
            "shell.status.head",
            hex.substring(0, 4) + " " + hex.substring(4, 8) + " " + hex.substring(8, 12));
  }

  private void followNotice() {
    subscriptions = subscriptions.and(parts.shell().noticeProperty().subscribe(this::say));
    closeNotice.setOnAction(_ -> parts.shell().closeNotice());
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> parts.shell().goOn());
  }

  private void say(Optional<Notice> now) {
    noticeBar.setVisible(now.isPresent());
    noticeBar.getStyleClass().remove("fault");
    now.ifPresent(shown -> {
      notice.setText(parts.texts().text(shown.message()));
      switch (shown) {
        case Notice.Hint _ -> noticeIcon.setIconLiteral("fth-info");
        case Notice.Fault _ -> {
          noticeIcon.setIconLiteral("fth-alert-circle");
          noticeBar.getStyleClass().add("fault");
        }
      }
    });
  }

  private void bringToFront(Screen screen) {
    items.forEach((other, item) -> item.mark(other.equals(screen)));
    // Else it would fall to the first control of the window when what has it leaves.
    content.requestFocus();
    content
        .getChildren()
        .setAll(loaded.computeIfAbsent(screen, key -> parts.views().load(key.view())));
    screen.shown();
  }

  private void pressed(KeyEvent event, PalettePane pane) {
    parts.shell().goOn();
    parts
        .actions()
        .calledBy(event, parts.shell().navigator().shownProperty().get())
        .ifPresent(entry -> {
          event.consume();
          if (entry.action().id().equals(SEARCH)) {
            pane.call();
          } else {
            parts.palette().dismiss();
            parts.shell().perform(entry);
          }
        });
  }

  private void perform(String id) {
    parts.actions().all().stream()
        .filter(entry -> entry.action().id().equals(id))
        .forEach(parts.shell()::perform);
  }

  private Optional<KeyCombination> keysOf(String id) {
    return parts.actions().all().stream()
        .map(Actions.Entry::action)
        .filter(action -> action.id().equals(id))
        .findFirst()
        .flatMap(Action::keys);
  }
}
