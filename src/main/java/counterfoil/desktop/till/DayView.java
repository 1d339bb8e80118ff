package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.branch.DayState;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The business day: opened and closed, or why it is not. */
public final class DayView {
  private final DayViewModel day;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private Label state;
  @FXML private Label explained;
  @FXML private VBox openBox;
  @FXML private DatePicker date;
  @FXML private Button open;
  @FXML private Button close;
  @FXML private VBox forceBox;
  @FXML private Label leftTitle;
  @FXML private VBox leftOpen;
  @FXML private TextField reason;
  @FXML private Button force;
  @FXML private Button back;
  @FXML private Label problem;

  DayView(DayViewModel day, Texts texts, Figures figures) {
    this.day = day;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    reason.textProperty().bindBidirectional(day.reasonProperty());
    // Only what is chosen: the picker is empty at first, and must not empty what is proposed.
    date.valueProperty()
        .subscribe((_, chosen) -> day.dateProperty().set(Optional.ofNullable(chosen)));
    open.setOnAction(_ -> day.open());
    close.setOnAction(_ -> day.close());
    force.setOnAction(_ -> day.force());
    back.setOnAction(_ -> day.goBack());
    for (var button : new Button[] {open, close, force}) {
      button.disableProperty().bind(day.underWayProperty());
    }
    var inSight = InSight.of(root);
    day.dayProperty().when(inSight).subscribe(_ -> show());
    day.dateProperty().when(inSight).subscribe(proposed -> proposed.ifPresent(date::setValue));
    day.leftOpenProperty()
        .when(inSight)
        .subscribe(left -> {
          leftOpen
              .getChildren()
              .setAll(
                  day.leftOpenLines().stream()
                      .map(line -> {
                        var label = new Label("\u2022 " + line);
                        label.setWrapText(true);
                        return label;
                      })
                      .toList());
          left.ifPresent(open -> leftTitle.setText(texts.get("day.left-open", open.count())));
          show();
          left.ifPresent(_ -> reason.requestFocus());
        });
    day.problemProperty()
        .when(inSight)
        .subscribe(why -> {
          problem.setText(why.map(texts::text).orElse(""));
          InSight.show(problem, why.isPresent());
        });
  }

  private void show() {
    DayState now = day.dayProperty().get();
    boolean isOpen = now.openDate().isPresent();
    boolean left = day.leftOpenProperty().get().isPresent();
    state.setText(
        now.openDate()
            .map(date -> texts.get("day.open-since", figures.date(date)))
            .orElseGet(() -> texts.get("day.none")));
    explained.setText(
        isOpen
            ? texts.get("day.explained")
            : texts.get(day.allowed() ? "day.explained.open" : "day.explained.wait"));
    InSight.show(openBox, !isOpen && day.allowed());
    InSight.show(close, isOpen && day.allowed() && !left);
    InSight.show(forceBox, left);
    InSight.show(root, day.allowed() || !isOpen);
  }
}
