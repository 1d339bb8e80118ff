package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The account on the desk: whose it is, what it holds, what is to be known about it. */
public final class CardView {
  private static final PseudoClass OVERDRAWN = PseudoClass.getPseudoClass("overdrawn");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  /** Figures of more characters are written smaller, to leave the name its place. */
  private static final int MAX_BIG = 13;

  private final AccountSheet sheet;
  private final Texts texts;
  private final Figures figures;

  @FXML private HBox account;
  @FXML private Label product;
  @FXML private Label number;
  @FXML private Label holder;
  @FXML private HBox chips;
  @FXML private Label ledger;
  @FXML private Label currency;
  @FXML private Label available;
  @FXML private HBox nobody;
  @FXML private Label nobodyTitle;
  @FXML private Label nobodyHint;

  CardView(AccountSheet sheet, Texts texts, Figures figures) {
    this.sheet = sheet;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = account.sceneProperty().map(_ -> true).orElse(false);
    sheet.accountProperty().when(inScene).subscribe(this::show);
    sheet.troubleProperty().when(inScene).subscribe(_ -> showNobody());
  }

  private void show(Optional<AccountLine> line) {
    account.setVisible(line.isPresent());
    nobody.setVisible(line.isEmpty());
    showNobody();
    line.ifPresent(this::fill);
  }

  private void showNobody() {
    nobodyTitle.setText(texts.get("counter.card.nobody"));
    nobodyHint.setText(
        sheet
            .troubleProperty()
            .get()
            .map(texts::text)
            .orElseGet(() -> texts.get("counter.card.nobody.hint")));
  }

  private void fill(AccountLine line) {
    product.setText(new Products(texts).name(line.product()) + " \u00b7");
    number.setText(line.number().value());
    holder.setText(line.holder());
    holder.setTooltip(new Tooltip(line.holder()));
    ledger.setText(figures.amount(line.ledger()));
    currency.setText(line.ledger().getCurrencyUnit().getCode());
    available.setText(figures.amount(line.available()));
    ledger.pseudoClassStateChanged(OVERDRAWN, line.ledger().isNegative());
    available.pseudoClassStateChanged(OVERDRAWN, line.available().isNegative());
    boolean small = Math.max(ledger.getText().length(), available.getText().length()) > MAX_BIG;
    ledger.pseudoClassStateChanged(LONG, small);
    available.pseudoClassStateChanged(LONG, small);
    chips.getChildren().setAll(chipsOf(line));
  }

  private List<Label> chipsOf(AccountLine line) {
    List<Label> all = new ArrayList<>();
    if (line.status() == AccountStatus.OPEN) {
      all.add(chip(texts.get("kit.status.open"), "chip-ok"));
    } else {
      all.add(
          chip(
              line.closedOn()
                  .map(day -> texts.get("counter.chip.closed-on", day))
                  .orElseGet(() -> texts.get("kit.status.closed")),
              "chip-danger"));
    }
    if (line.ledger().isNegative()) {
      all.add(chip(texts.get("counter.chip.overdrawn"), "chip-warn"));
    }
    if (line.overdraftLimit().isPositive()) {
      all.add(chip(texts.get("counter.chip.overdraft", line.overdraftLimit()), "chip-accent"));
    }
    all.add(chip(texts.get("counter.chip.opened-on", line.openedOn()), "chip"));
    return all;
  }

  private static Label chip(String text, String style) {
    var chip = new Label(text);
    chip.getStyleClass().addAll("chip", style);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}
