package counterfoil.desktop.till;

import counterfoil.desktop.kit.Texts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Puts the parts of the till's screen together. */
public final class TillView {
  private final TillViewModel till;
  private final DayViewModel day;
  private final Texts texts;

  @FXML private BorderPane root;
  @FXML private HBox fault;
  @FXML private Label faultText;
  @FXML private Parent dayPart;

  TillView(TillViewModel till, DayViewModel day, Texts texts) {
    this.till = till;
    this.day = day;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            till.begin(till.taskProperty().get());
          }
        });
    var inSight = InSight.of(root);
    till.faultProperty()
        .when(inSight)
        .subscribe(why -> {
          faultText.setText(why.map(texts::text).orElse(""));
          InSight.show(fault, why.isPresent());
        });
    day.dayProperty().when(inSight).subscribe(now -> placeDay(now.openDate().isPresent()));
  }

  /** Without an open day nothing else can be done: it comes first. */
  private void placeDay(boolean open) {
    if (open) {
      dayPart.toFront();
    } else {
      dayPart.toBack();
    }
  }
}
