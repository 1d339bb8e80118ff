package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.shell.Navigation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sections on the left, the chosen one in the middle, its history on the right. */
public final class SettingsView {
  private static final int MOST_CHANGES = 200;

  private final SettingsViewModel settings;
  private final Texts texts;
  private final Figures figures;
  private final Theme theme;
  private final Workstation workstation;
  private final Navigation navigation;
  private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
  private final Map<Section, Node> panes = new EnumMap<>(Section.class);

  @FXML private HBox root;
  @FXML private VBox sections;
  @FXML private Label title;
  @FXML private Label explained;
  @FXML private HBox whyNot;
  @FXML private Label whyNotText;
  @FXML private ScrollPane scroll;
  @FXML private Label problem;
  @FXML private VBox historyCard;
  @FXML private VBox history;

  SettingsView(
      SettingsViewModel settings,
      Texts texts,
      Figures figures,
      Theme theme,
      Workstation workstation,
      Navigation navigation) {
    this.settings = settings;
    this.texts = texts;
    this.figures = figures;
    this.theme = theme;
    this.workstation = workstation;
    this.navigation = navigation;
  }

  @FXML
  void initialize() {
    var group = new ToggleGroup();
    for (var section : Section.values()) {
      var button = new ToggleButton(texts.get("settings.section." + section.word()));
      button.setId("settings-go-" + section.word());
      button.getStyleClass().add("section-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        settings.sectionProperty().set(section);
      });
      buttons.put(section, button);
      sections.getChildren().add(button);
      panes.put(section, pane(section));
    }
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    settings.sectionProperty().when(inScene).subscribe(this::show);
    settings.shownProperty().when(inScene).subscribe(_ -> showHistory());
    settings
        .problemProperty()
        .when(inScene)
        .subscribe(why -> {
          problem.setText(why.map(texts::text).orElse(""));
          visible(problem, why.isPresent());
        });
  }

  private Node pane(Section section) {
    return switch (section) {
      case BRANCH, RECEIPTS, CASH, LIMITS -> new FieldsPane(settings, section, texts);
      case PRODUCTS -> new ProductsPane(settings, texts, figures);
      case STAFF -> new StaffPane(settings, texts, figures);
      case WORKSTATION ->
          new WorkstationPane(
              new WorkstationViewModel(workstation, settings.workstation()), texts, theme);
    };
  }

  static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void show(Section section) {
    Optional.ofNullable(buttons.get(section)).ifPresent(button -> button.setSelected(true));
    title.setText(texts.get("settings.section." + section.word()));
    explained.setText(texts.get("settings.explained." + section.word()));
    var why = settings.whyNot(section);
    whyNotText.setText(why.map(texts::text).orElse(""));
    visible(whyNot, why.isPresent());
    scroll.setContent(panes.get(section));
    scroll.setVvalue(0);
    visible(historyCard, section != Section.WORKSTATION);
    showHistory();
  }

  private void showHistory() {
    var section = settings.sectionProperty().get();
    history.getChildren().clear();
    settings
        .shownProperty()
        .get()
        .ifPresent(now ->
            now.history().stream()
                .filter(line -> line.section() == section)
                .limit(MOST_CHANGES)
                .map(this::line)
                .forEach(history.getChildren()::add));
    if (history.getChildren().isEmpty()) {
      var none = new Label(texts.get("settings.history.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      history.getChildren().add(none);
    }
  }

  private Node line(ChangeLine line) {
    var what = new Label(texts.text(line.what()));
    what.getStyleClass().add("semibold");
    what.setWrapText(true);
    var change =
        new Label(
            texts.get(
                "settings.change.from-to", texts.text(line.before()), texts.text(line.after())));
    change.setWrapText(true);
    var who = new Label(texts.get("settings.change.by", line.who(), figures.moment(line.at())));
    who.getStyleClass().add("label-small");
    who.setMinWidth(0);
    var entry = new Button(figures.count(line.position()));
    entry.getStyleClass().add("entry-link");
    entry.setAccessibleText(texts.get("settings.change.show", line.position()));
    entry.setOnAction(_ -> navigation.openEntry(line.position()));
    var space = new Region();
    HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
    var foot = new HBox(who, space, entry);
    foot.getStyleClass().add("change-foot");
    var box = new VBox(what, change, foot);
    box.getStyleClass().add("change");
    return box;
  }
}
