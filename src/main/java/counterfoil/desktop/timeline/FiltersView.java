package counterfoil.desktop.timeline;

import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.JournalSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which entries are listed: the filters, a chip to take each away again, and how many match. */
final class FiltersView {
  private final EntriesViewModel entries;
  private final Wording wording;

  @FXML private VBox root;
  @FXML private MenuButton types;
  @FXML private TextField account;
  @FXML private TextField text;
  @FXML private Label count;
  @FXML private Button order;
  @FXML private FontIcon orderIcon;
  @FXML private FlowPane chips;

  FiltersView(TimelineViewModel timeline, Wording wording) {
    this.entries = timeline.entries();
    this.wording = wording;
  }

  @FXML
  void initialize() {
    chips.managedProperty().bind(chips.visibleProperty());
    text.setText(entries.selectionProperty().get().text());
    text.textProperty().subscribe(entries::onlyText);
    account.textProperty().subscribe(() -> account.getStyleClass().remove("invalid"));
    WhileShown.bind(root, this::bind);
  }

  private Subscription bind() {
    return WhileShown.all(
        entries.selectionProperty().subscribe(this::showSelection),
        entries.textAskedProperty().subscribe(this::askText),
        entries.typesProperty().subscribe(this::showTypes),
        entries.newestFirstProperty().subscribe(this::showOrder),
        entries.positionsProperty().subscribe(_ -> showCount()),
        entries.searchingProperty().subscribe(_ -> showCount()));
  }

  private void askText(boolean asked) {
    if (asked) {
      entries.textAskedProperty().set(false);
      text.requestFocus();
      text.selectAll();
    }
  }

  @FXML
  void filterAccount() {
    var typed = account.getText().strip();
    var number = AccountNumber.parse(typed);
    if (number.isPresent()) {
      account.clear();
      entries.onlyAccount(number);
    } else if (!typed.isEmpty()) {
      account.getStyleClass().add("invalid");
    }
  }

  @FXML
  void turnOrder() {
    entries.newestFirstProperty().set(!entries.newestFirstProperty().get());
  }

  private void showOrder(boolean newestFirst) {
    order.setText(
        wording.texts().get(newestFirst ? "timeline.order.newest" : "timeline.order.oldest"));
    orderIcon.setIconLiteral(newestFirst ? "fth-arrow-down" : "fth-arrow-up");
  }

  private void showCount() {
    count.setText(
        entries.searchingProperty().get()
            ? wording.texts().get("timeline.searching")
            : wording
                .texts()
                .get(
                    "timeline.match",
                    wording.figures().count(entries.positionsProperty().get().size())));
  }

  private void showTypes(List<String> there) {
    types
        .getItems()
        .setAll(
            there.stream()
                .sorted(Comparator.comparing(wording::event))
                .<MenuItem>map(this::typeItem)
                .toList());
    types.setDisable(there.isEmpty());
    showSelection(entries.selectionProperty().get());
  }

  private MenuItem typeItem(String type) {
    var box = new CheckBox(wording.event(type));
    box.setFocusTraversable(false);
    // Not hidden by a choice: several are wanted more often than one.
    var item = new CustomMenuItem(box, false);
    item.setUserData(type);
    item.setOnAction(_ -> entries.toggleType(type));
    return item;
  }

  private void showSelection(JournalSelection selection) {
    for (var item : types.getItems()) {
      var box = (CheckBox) ((CustomMenuItem) item).getContent();
      box.setSelected(selection.types().contains((String) item.getUserData()));
    }
    if (!text.getText().strip().equals(selection.text())) {
      text.setText(selection.text());
    }
    chips.getChildren().setAll(chipsOf(selection));
    chips.setVisible(!selection.everything());
  }

  private List<Button> chipsOf(JournalSelection selection) {
    var found = new ArrayList<Button>();
    selection.types().stream()
        .sorted(Comparator.comparing(wording::event))
        .forEach(type -> found.add(chip(wording.event(type), () -> entries.toggleType(type))));
    selection
        .account()
        .ifPresent(number ->
            found.add(
                chip(
                    wording.texts().get("timeline.chip.account", number.value()),
                    () -> entries.onlyAccount(Optional.empty()))));
    if (!selection.text().isEmpty()) {
      found.add(
          chip(
              wording.texts().get("timeline.chip.text", selection.text()),
              () -> entries.onlyText("")));
    }
    if (found.size() > 1) {
      found.add(chip(wording.texts().get("timeline.chip.all"), entries::everything));
    }
    return found;
  }

  private Button chip(String name, Runnable remove) {
    var chip = new Button(name, new FontIcon("fth-x"));
    chip.getStyleClass().add("filter-chip");
    chip.setAccessibleText(wording.texts().get("timeline.chip.remove", name));
    chip.setOnAction(_ -> remove.run());
    return chip;
  }
}
