package counterfoil.desktop.reports;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.reports.Kind.Format;
import counterfoil.desktop.reports.Kind.Question;
import counterfoil.projection.SessionLine;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form on the left, the paper on the right. */
public final class ReportsView {
  private final ReportsViewModel reports;
  private final Texts texts;
  private final Figures figures;
  private final PreviewPlace place;
  private final Map<Kind, ToggleButton> kindButtons = new EnumMap<>(Kind.class);

  @FXML private HBox root;
  @FXML private VBox kinds;
  @FXML private Label explained;
  @FXML private VBox fromBox;
  @FXML private Label fromName;
  @FXML private DatePicker from;
  @FXML private VBox toBox;
  @FXML private DatePicker to;
  @FXML private VBox sessionBox;
  @FXML private ComboBox<String> session;
  @FXML private VBox accountBox;
  @FXML private TextField account;
  @FXML private VBox entryBox;
  @FXML private TextField entry;
  @FXML private Button show;
  @FXML private Button cancel;
  @FXML private HBox busy;
  @FXML private Label problem;
  @FXML private HBox files;
  @FXML private Button csv;
  @FXML private Button camt;
  @FXML private Label outcome;
  @FXML private StackPane preview;
  @FXML private VBox nothing;

  ReportsView(ReportsViewModel reports, Texts texts, Figures figures, PreviewPlace place) {
    this.reports = reports;
    this.texts = texts;
    this.figures = figures;
    this.place = place;
  }

  @FXML
  void initialize() {
    fillKinds();
    for (var picker : List.of(from, to)) {
      picker.setConverter(dates());
    }
    from.valueProperty().subscribe(date -> reports.fromProperty().set(Optional.ofNullable(date)));
    to.valueProperty().subscribe(date -> reports.toProperty().set(Optional.ofNullable(date)));
    account.textProperty().bindBidirectional(reports.accountProperty());
    entry.textProperty().bindBidirectional(reports.entryProperty());
    session
        .valueProperty()
        .subscribe(name -> reports.sessionProperty().set(Objects.requireNonNullElse(name, "")));
    show.setOnAction(_ -> reports.make());
    cancel.setOnAction(_ -> reports.cancel());
    csv.setOnAction(_ -> save(Format.CSV));
    camt.setOnAction(_ -> save(Format.CAMT_053));
    for (var field : List.of(account, entry)) {
      field.setOnAction(_ -> reports.make());
    }
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && reports.busyProperty().get()) {
            event.consume();
            reports.cancel();
          }
        });
    follow();
  }

  private void fillKinds() {
    var group = new ToggleGroup();
    for (var kind : Kind.values()) {
      var button = new ToggleButton(texts.get("reports.kind." + kind.word()));
      button.setId("reports-" + kind.word());
      button.getStyleClass().add("kind-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      var whyNot = reports.whyNot(kind);
      button.setDisable(whyNot.isPresent());
      button.setOnAction(_ -> {
        button.setSelected(true);
        reports.kindProperty().set(kind);
      });
      var frame = new StackPane(button);
      whyNot.ifPresent(why -> {
        Tooltip.install(frame, new Tooltip(texts.text(why)));
        button.setAccessibleHelp(texts.text(why));
      });
      kindButtons.put(kind, button);
      kinds.getChildren().add(frame);
    }
  }

  private StringConverter<LocalDate> dates() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable LocalDate date) {
        return date == null ? "" : figures.date(date);
      }

      @Override
      public @Nullable LocalDate fromString(@Nullable String typed) {
        return null;
      }
    };
  }

  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    reports.kindProperty().when(inScene).subscribe(this::showKind);
    reports.fromProperty().when(inScene).subscribe(date -> date.ifPresent(from::setValue));
    reports.toProperty().when(inScene).subscribe(date -> date.ifPresent(to::setValue));
    reports.sessionsProperty().when(inScene).subscribe(this::showSessions);
    reports
        .sessionProperty()
        .when(inScene)
        .subscribe(name -> session.setValue(name.isEmpty() ? null : name));
    reports.madeProperty().when(inScene).subscribe(this::showMade);
    reports
        .busyProperty()
        .when(inScene)
        .subscribe(now -> {
          visible(busy, now);
          show.setDisable(now);
        });
    reports
        .problemProperty()
        .when(inScene)
        .subscribe(why -> {
          problem.setText(why.map(texts::text).orElse(""));
          visible(problem, why.isPresent());
        });
    reports
        .outcomeProperty()
        .when(inScene)
        .subscribe(what -> {
          outcome.setText(what.map(texts::text).orElse(""));
          visible(outcome, what.isPresent());
        });
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showKind(Kind kind) {
    Optional.ofNullable(kindButtons.get(kind)).ifPresent(button -> button.setSelected(true));
    explained.setText(texts.get("reports.explained." + kind.word()));
    visible(fromBox, kind.asks(Question.DATE));
    fromName.setText(texts.get(kind.asks(Question.TO) ? "reports.from" : "reports.date"));
    visible(toBox, kind.asks(Question.TO));
    visible(sessionBox, kind.asks(Question.SESSION));
    visible(accountBox, kind.asks(Question.ACCOUNT));
    visible(entryBox, kind.asks(Question.ENTRY));
    visible(csv, kind.comesAs(Format.CSV));
    visible(camt, kind.comesAs(Format.CAMT_053));
  }

  private void showSessions(List<SessionLine> sessions) {
    session
        .getItems()
        .setAll(
            sessions.stream()
                .filter(line -> line.closing().isPresent())
                .map(line -> line.session().toString())
                .toList());
    session.setDisable(session.getItems().isEmpty());
    session.setPromptText(
        texts.get(session.getItems().isEmpty() ? "reports.sessions.none" : "reports.session"));
    var chosen = reports.sessionProperty().get();
    session.setValue(chosen.isEmpty() ? null : chosen);
  }

  private void showMade(Optional<Made> made) {
    visible(files, made.isPresent() && (csv.isManaged() || camt.isManaged()));
    clear();
    made.ifPresent(paper -> {
      visible(nothing, false);
      preview
          .getChildren()
          .add(place.view(paper.paper(), reports.again(paper), this::window, this::leave));
    });
  }

  private void leave() {
    clear();
    show.requestFocus();
  }

  private void clear() {
    preview.getChildren().setAll(nothing);
    visible(nothing, true);
  }

  /** Asked for when a file is chosen: a view is filled before it stands in a window. */
  private Window window() {
    return root.getScene().getWindow();
  }

  private void save(Format format) {
    reports
        .madeProperty()
        .get()
        .flatMap(made ->
            place
                .files(window())
                .choose(
                    made.paper().title().replaceAll("[^\\p{L}\\p{N}.-]+", " ").strip()
                        + "."
                        + format.ending()))
        .ifPresent(file -> reports.save(format, file));
  }
}
