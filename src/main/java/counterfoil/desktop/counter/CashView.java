package counterfoil.desktop.counter;

import counterfoil.desktop.counter.CashForm.Count;
import counterfoil.desktop.counter.CashForm.Way;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.joda.money.Money;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Notes and coins by pieces, three columns of them. Arrows go from one to the next; Enter goes on
 * with the form as soon as they come to what is due, or where the proposal is to hold.
 */
public final class CashView {
  private static final Set<Act> HANDING_OUT = EnumSet.of(Act.WITHDRAW, Act.CLOSE);
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass UNCOUNTED = PseudoClass.getPseudoClass("uncounted");
  private static final int COLUMNS = 3;

  private record Pile(Money face, TextField pieces, Label value) {}

  private final CounterForm form;
  private final CashForm cash;
  private final Texts texts;
  private final Figures figures;
  private final List<Pile> piles = new ArrayList<>();

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private HBox verdict;
  @FXML private FontIcon verdictIcon;
  @FXML private Label verdictText;
  @FXML private GridPane grid;
  @FXML private Label proposal;
  @FXML private HBox problemLine;
  @FXML private Label problem;

  CashView(CounterForm form, Texts texts, Figures figures) {
    this.form = form;
    this.cash = form.cash();
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    cash.denominationsProperty().when(inScene).subscribe(this::arrange);
    cash.countProperty().when(inScene).subscribe(this::show);
    form.actProperty().when(inScene).subscribe(_ -> show(cash.countProperty().get()));
    form.problemsProperty().when(inScene).subscribe(this::showProblem);
    form.attentionProperty()
        .when(inScene)
        .subscribe(where -> {
          if (where.field().filter(field -> field == Field.CASH).isPresent()) {
            attend();
          }
        });
    form.underWayProperty()
        .when(inScene)
        .subscribe(busy -> piles.forEach(pile -> pile.pieces().setEditable(!busy)));
  }

  private void arrange(Denominations table) {
    grid.getChildren().clear();
    piles.clear();
    List<Money> faces = table.values();
    List<String> labels = table.labels();
    int rows = (faces.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < faces.size(); i++) {
      Pile pile = pile(faces.get(i), labels.get(i));
      piles.add(pile);
      var face = new Label(figures.face(faces.get(i)));
      face.getStyleClass().add("cash-face");
      var times = new Label("\u00d7");
      times.getStyleClass().add("cash-times");
      var cell = new HBox(face, times, pile.pieces(), pile.value());
      cell.getStyleClass().add("cash-cell");
      grid.add(cell, i / rows, i % rows);
    }
    show(cash.countProperty().get());
  }

  private Pile pile(Money face, String label) {
    var pieces = new TextField();
    pieces.setId("cash-" + label.replace('.', '-'));
    pieces.getStyleClass().add("cash-pieces");
    pieces.textProperty().bindBidirectional(cash.piecesProperty(label));
    pieces.setAccessibleText(texts.get("counter.cash.pieces", face));
    pieces.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, pieces));
    pieces
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (focused) {
            pieces.selectAll();
          }
        });
    var value = new Label();
    value.getStyleClass().add("cash-value");
    return new Pile(face, pieces, value);
  }

  private void pressed(KeyEvent event, TextField at) {
    if (event.isShortcutDown()) {
      return;
    }
    int rows = (piles.size() + COLUMNS - 1) / COLUMNS;
    switch (event.getCode()) {
      case ENTER -> goOn(at);
      case DOWN -> move(at, 1);
      case UP -> move(at, -1);
      case PAGE_DOWN -> move(at, rows);
      case PAGE_UP -> move(at, -rows);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void goOn(TextField at) {
    Count count = cash.countProperty().get();
    if (count.fits() || index(at) == piles.size() - 1) {
      form.goOnFrom(Field.CASH);
    } else {
      move(at, 1);
    }
  }

  private int index(TextField at) {
    return piles.stream().map(Pile::pieces).toList().indexOf(at);
  }

  private void move(TextField at, int by) {
    int next = Math.clamp(index(at) + (long) by, 0, piles.size() - 1);
    piles.get(next).pieces().requestFocus();
  }

  /** To the first pile that something was typed for, or the first of all. */
  private void attend() {
    piles.stream()
        .filter(pile -> !pile.pieces().getText().isEmpty())
        .findFirst()
        .or(() -> piles.stream().findFirst())
        .ifPresent(pile -> FormField.focus(pile.pieces()));
  }

  private void show(Count count) {
    title.setText(texts.get("counter.cash." + (handedOut(count) ? "out" : "in")));
    Optional<Cash> shown = count.told().or(count::proposed);
    for (Pile pile : piles) {
      int pieces = shown.map(held -> held.pieces(pile.face())).orElse(0);
      pile.value().setText(pieces == 0 ? "" : figures.amount(pile.face().multipliedBy(pieces)));
      pile.pieces().setPromptText(count.touched() || pieces == 0 ? "" : String.valueOf(pieces));
    }
    say(count);
    sayProposal(count);
  }

  /** Before there is an amount, the act itself says which way the cash will go. */
  private boolean handedOut(Count count) {
    return switch (count.way()) {
      case OUT -> true;
      case IN -> false;
      case NONE -> HANDING_OUT.contains(form.actProperty().get());
    };
  }

  private void say(Count count) {
    Message said =
        count
            .wrong()
            .map(_ -> Message.of("counter.cash.unreadable"))
            .or(() -> count.missing().map(sum -> Message.of("counter.cash.missing", sum)))
            .or(() -> count.beyond().map(sum -> beyond(count, sum)))
            .or(() ->
                count
                    .told()
                    .or(() -> count.way() == Way.OUT ? count.proposed() : Optional.empty())
                    .filter(_ -> count.due().isPresent())
                    .map(held -> Message.of("counter.cash.counts-to", held.total())))
            .orElse(
                Message.of(
                    count.due().isPresent() ? "counter.cash.not-counted" : "counter.cash.nothing"));
    verdictText.setText(texts.text(said));
    boolean wrong = !count.fits();
    verdictIcon.setIconLiteral(wrong ? "fth-alert-circle" : "fth-check");
    boolean uncounted = count.fits() && !said.key().equals("counter.cash.counts-to");
    verdictIcon.setVisible(!uncounted);
    verdict.pseudoClassStateChanged(UNCOUNTED, uncounted && count.beyond().isEmpty());
    verdict.pseudoClassStateChanged(WRONG, wrong);
  }

  private static Message beyond(Count count, Money sum) {
    return Message.of(count.way() == Way.IN ? "counter.cash.change" : "counter.cash.beyond", sum);
  }

  /** What holds where nothing was typed is said, so that nobody takes it for a count. */
  private void sayProposal(Count count) {
    Optional<String> text =
        count.beyond().isPresent() && count.way() == Way.IN
            ? form.foretold()
                .flatMap(possible -> possible.given())
                .filter(given -> !given.isEmpty())
                .map(given -> texts.get("counter.cash.change-in", inWords(given)))
            : count
                .proposed()
                .filter(_ -> !count.touched() && count.way() != Way.NONE)
                .map(held ->
                    texts.get(
                        count.way() == Way.IN ? "counter.cash.assumed" : "counter.cash.proposed",
                        inWords(held)));
    proposal.setText(text.orElse(""));
    show(proposal, text.isPresent());
  }

  static String inWords(Cash cash) {
    return cash.toString().replace(" x ", " \u00d7 ");
  }

  private void showProblem(Map<Field, Message> problems) {
    Optional<String> said = Optional.ofNullable(problems.get(Field.CASH)).map(texts::text);
    problem.setText(said.orElse(""));
    show(problemLine, said.isPresent());
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
