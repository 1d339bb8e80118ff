package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountNumber;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the palette. */
final class FindingCell extends ListCell<Finding> {
  private final Texts texts;
  private final Figures figures;
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label detail = new Label();
  private final Label kind = new Label();
  private final HBox row;

  FindingCell(Texts texts, Figures figures) {
    this.texts = texts;
    this.figures = figures;
    name.getStyleClass().add("finding-name");
    detail.getStyleClass().add("finding-detail");
    kind.getStyleClass().add("finding-kind");
    name.setMinWidth(Region.USE_PREF_SIZE);
    kind.setMinWidth(Region.USE_PREF_SIZE);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    row = new HBox(icon, name, detail, kind);
    row.getStyleClass().add("finding");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    // Without this a long name would make the list scroll sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    if (empty || finding == null) {
      setGraphic(null);
      return;
    }
    row.getChildren().setAll(icon, name, detail, kind);
    switch (finding) {
      case Finding.OfAction found -> show(found.entry());
      case Finding.OfAccount found ->
          show(
              "fth-user",
              found.account().number().value(),
              texts.name(found.account().holder()),
              figures.withCurrency(found.account().ledger()));
      case Finding.OfCode(var code) -> show(code);
      case Finding.OfEntry found ->
          show(
              "fth-clock",
              texts.get("shell.palette.entry", found.line().position()),
              event(found.line().type())
                  + found.line().account().map(AccountNumber::value).map(n -> " · " + n).orElse(""),
              figures.date(found.line().postedOn()));
    }
    setGraphic(row);
  }

  /** A ledger may hold kinds of entries that this version has no word for. */
  private String event(String type) {
    var key = "event." + type;
    return texts.bundle().containsKey(key) ? texts.get(key) : type;
  }

  private void show(Code code) {
    switch (code) {
      case Code.AtCounter(var request) ->
          show("fth-zap", texts.text(Codes.words(request)), "", texts.get("shell.code.go"));
      case Code.AtTill(var till) ->
          show(
              "fth-zap",
              till.map(id -> texts.get("shell.code.open-till", id))
                  .orElseGet(() -> texts.get("shell.code.open-a-till")),
              "",
              texts.get("shell.code.go"));
      case Code.AtIntegrity(var entry) ->
          show(
              "fth-shield",
              entry
                  .map(position -> texts.get("shell.code.prove", position))
                  .orElseGet(() -> texts.get("shell.code.integrity")),
              "",
              texts.get("shell.code.go"));
      case Code.Unfinished(var help, var wrong) ->
          show(
              wrong.isPresent() ? "fth-alert-circle" : "fth-help-circle",
              texts.text(help),
              wrong.map(texts::text).orElse(""),
              "");
    }
  }

  private void show(Actions.Entry entry) {
    var action = entry.action();
    show(
        action.id().startsWith(ShellView.SCREEN) ? "fth-arrow-right" : "fth-zap",
        texts.get(action.nameKey()),
        action.whyNot().getValue().map(texts::text).orElse(""),
        entry.screen().map(screen -> texts.get("shell.screen." + screen.id())).orElse(""));
    action.keys().ifPresent(keys -> row.getChildren().add(KeyNames.chip(keys)));
    row.setOpacity(action.available() ? 1 : 0.55);
  }

  private void show(String iconName, String nameText, String detailText, String kindText) {
    row.setOpacity(1);
    icon.setIconLiteral(iconName);
    name.setText(nameText);
    detail.setText(detailText);
    kind.setText(kindText);
  }
}
