package counterfoil.desktop.shell;

import counterfoil.application.AuditStatus;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.eventstore.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
  static final String LOCK = "shell.lock";

  private final Parts parts;
  private final Map<Screen, Parent> loaded = new HashMap<>();
  private final Map<Screen, RailItem> items = new HashMap<>();
  private final BooleanProperty wide = new SimpleBooleanProperty(true);
  private final StackPane themeSlot = new StackPane();
  private Subscription following = Subscription.EMPTY;

  @FXML private StackPane root;
  @FXML private HBox searchBox;
  @FXML private TextField search;
  @FXML private Label searchKeys;
  @FXML private Label ledgerChip;
  @FXML private Label branchChip;
  @FXML private MenuButton actorChip;
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
  @FXML private HBox tillBox;
  @FXML private Label tillName;
  @FXML private Label tillCash;
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
    showStatus();
    var pane = new PalettePane(parts.palette(), palette, findings, search, nothingFound);
    pane.show(parts.texts(), parts.figures(), searchBox);
    keysOf(SEARCH).ifPresent(keys -> searchKeys.setText(KeyNames.name(keys)));
    closeNotice.setOnAction(_ -> parts.shell().closeNotice());
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> parts.shell().goOn());
    root.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, pane));
    root.sceneProperty().subscribe(this::comeOrGo);
  }

  /**
   * Only in a window is anything followed. A change of language puts a new frame in place of this
   * one, which must not go on answering; a lock takes this one out for a while. A screen can take
   * the focus only in a window, so it is brought to the front there.
   */
  private void comeOrGo(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      following.unsubscribe();
    }
    if (now != null) {
      var shell = parts.shell();
      following =
          Subscription.combine(
              parts.theme().choiceProperty().subscribe(this::offerTheme),
              shell.desk().stoppedProperty().subscribe(this::judgeLedger),
              shell.branchProperty().subscribe(_ -> namePlace()),
              shell.auditProperty().subscribe(_ -> sayAudited()),
              shell.headProperty().subscribe(_ -> sayAudited()),
              shell.noticeProperty().subscribe(this::say),
              shell
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
      item.count(screen.waiting());
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
    railFoot.getChildren().add(themeSlot);
    if (items.isEmpty()) {
      content.getChildren().setAll(new Label(parts.texts().get("shell.no-screens")));
    }
    if (parts.shell().staffed()) {
      railFoot
          .getChildren()
          .add(
              new RailItem(
                  "rail-lock",
                  "fth-lock",
                  parts.texts().get("shell.lock"),
                  keysOf(LOCK),
                  wide,
                  () -> perform(LOCK)));
    }
  }

  private void offerTheme(Theme.Choice choice) {
    themeSlot
        .getChildren()
        .setAll(
            switch (choice) {
              case SYSTEM -> themeItem("fth-monitor", "shell.theme.system");
              case LIGHT -> themeItem("fth-sun", "shell.theme.light");
              case DARK -> themeItem("fth-moon", "shell.theme.dark");
            });
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
          Optional.ofNullable(themeSlot.lookup("#rail-theme")).ifPresent(Node::requestFocus);
        });
  }

  private void fillChips() {
    var shell = parts.shell();
    var dot = new Region();
    dot.getStyleClass().add("ledger-dot");
    ledgerChip.setGraphic(dot);
    var session = shell.desk().session();
    actorChip.setText(session.fullName() + " \u00b7 " + role());
    actorChip.setTooltip(new Tooltip(actorChip.getText()));
    if (shell.staffed()) {
      for (var id : List.of(LOCK, "shell.password", "shell.switch", "shell.sign-out")) {
        actionOf(id).ifPresent(action -> actorChip.getItems().add(item(action)));
      }
    } else {
      var nobody = new MenuItem(parts.texts().get("shell.unstaffed"));
      nobody.setDisable(true);
      actorChip.getItems().add(nobody);
    }
    practiceBar.setVisible(shell.charter().practice());
    practiceBar.setManaged(shell.charter().practice());
    leavePractice.setOnAction(_ -> perform("shell.leave-practice"));
  }

  private MenuItem item(Action action) {
    var item = new MenuItem(parts.texts().get(action.nameKey()));
    item.setId("person-" + action.id().substring(action.id().indexOf('.') + 1));
    // Only shown: the frame itself listens to the keys.
    action.keys().ifPresent(keys -> item.setGraphic(KeyNames.chip(keys)));
    item.setOnAction(_ -> perform(action.id()));
    return item;
  }

  private String role() {
    var desk = parts.shell().desk();
    return parts.shell().staffed()
        ? desk.roles().stream()
            .sorted()
            .map(role -> parts.texts().get("shell.role." + role.code()))
            .collect(Collectors.joining(", "))
        : parts.texts().get("shell.role." + desk.actor().role());
  }

  private void namePlace() {
    var shell = parts.shell();
    branchChip.setText(shell.branchName() + " \u00b7 " + shell.desk().actor().workstation());
    branchChip.setTooltip(new Tooltip(branchChip.getText()));
  }

  private void judgeLedger(boolean stopped) {
    ledgerChip.setText(parts.texts().get(stopped ? "shell.ledger.stopped" : "shell.ledger.open"));
    ledgerChip.getStyleClass().removeAll("chip-ok", "chip-danger");
    ledgerChip.getStyleClass().add(stopped ? "chip-danger" : "chip-ok");
  }

  private void showStatus() {
    var shell = parts.shell();
    businessDate
        .textProperty()
        .bind(
            shell
                .businessDateProperty()
                .map(date ->
                    date.map(parts.figures()::date)
                        .orElseGet(() -> parts.texts().get("shell.status.no-day"))));
    tillBox.visibleProperty().bind(shell.tillProperty().map(Optional::isPresent));
    tillBox.managedProperty().bind(tillBox.visibleProperty());
    tillName
        .textProperty()
        .bind(
            shell
                .tillProperty()
                .map(till ->
                    till.map(own -> parts.texts().get("shell.status.till-open", own.till()))
                        .orElse("")));
    tillCash
        .textProperty()
        .bind(
            shell
                .tillProperty()
                .map(till -> till.map(own -> parts.figures().withCurrency(own.cash())).orElse("")));
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

  private void say(Optional<Notice> now) {
    noticeBar.setVisible(now.isPresent());
    noticeBar.getStyleClass().remove("fault");
    now.ifPresent(shown -> {
      notice.setText(parts.texts().text(shown.message()));
      switch (shown) {
        case Notice.Hint _, Notice.News _ -> noticeIcon.setIconLiteral("fth-info");
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
    return actionOf(id).flatMap(Action::keys);
  }

  private Optional<Action> actionOf(String id) {
    return parts.actions().all().stream()
        .map(Actions.Entry::action)
        .filter(action -> action.id().equals(id))
        .findFirst();
  }
}
