package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.joda.money.Money;

/** The strip on top: which drawer, what has come and gone, and what can be done with it. */
public final class HeadView {
  private final TillViewModel till;
  private final Texts texts;
  private final Figures figures;

  @FXML private HBox root;
  @FXML private VBox openingBox;
  @FXML private ComboBox<String> openingTill;
  @FXML private Label openingProblem;
  @FXML private VBox drawerBox;
  @FXML private Label drawerKind;
  @FXML private MenuButton drawer;
  @FXML private VBox openingFloatBox;
  @FXML private Label openingFloat;
  @FXML private VBox inBox;
  @FXML private Label inName;
  @FXML private Label in;
  @FXML private VBox outBox;
  @FXML private Label outName;
  @FXML private Label out;
  @FXML private VBox movedBox;
  @FXML private Label moved;
  @FXML private Label expectedName;
  @FXML private Label expected;
  @FXML private Label limit;
  @FXML private FlowPane tasks;

  HeadView(TillViewModel till, Texts texts, Figures figures) {
    this.till = till;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    openingTill.getEditor().textProperty().bindBidirectional(till.tillProperty());
    var inSight = InSight.of(root);
    till.shownProperty().when(inSight).subscribe(_ -> show());
    till.drawerProperty().when(inSight).subscribe(_ -> show());
    till.taskProperty().when(inSight).subscribe(_ -> show());
    till.tillProperty().when(inSight).subscribe(_ -> showFigures());
    till.problemProperty()
        .when(inSight)
        .subscribe(problem -> {
          var own = problem.filter(now -> now.place() == TillViewModel.Place.TILL);
          openingProblem.setText(own.map(now -> texts.text(now.message())).orElse(""));
          InSight.show(openingProblem, own.isPresent());
          openingTill.getStyleClass().remove("invalid");
          own.ifPresent(_ -> {
            openingTill.getStyleClass().add("invalid");
            openingTill.requestFocus();
          });
        });
  }

  private void show() {
    var front = till.drawerProperty().get();
    InSight.show(openingBox, front.isEmpty());
    InSight.show(drawerBox, front.isPresent() || !till.drawers().isEmpty());
    var names = till.closedTills().stream().map(TillId::value).toList();
    if (!openingTill.getItems().equals(names)) {
      openingTill.getItems().setAll(names);
    }
    drawerKind.setText(
        texts.get(
            front.isEmpty()
                ? "till.drawer.others"
                : front.get().isVault() ? "till.drawer.vault" : "till.drawer.till"));
    drawer.setText(front.map(this::name).orElseGet(() -> texts.get("till.drawer.choose")));
    drawer.getItems().setAll(choices(front));
    drawer.setDisable(drawer.getItems().isEmpty());
    showFigures();
    tasks.getChildren().setAll(buttons(front));
  }

  private String name(TillId id) {
    return id.isVault() ? texts.get("till.vault") : id.value();
  }

  private List<MenuItem> choices(Optional<TillId> front) {
    var items = new ArrayList<MenuItem>();
    for (var id : till.drawers()) {
      if (front.filter(id::equals).isEmpty()) {
        var state = till.shownProperty().get().orElseThrow().till(id);
        var item =
            new MenuItem(
                till.own(id)
                    ? texts.get("till.drawer.own", id)
                    : state
                        .session()
                        .map(session -> texts.get("till.drawer.of", id, session.teller()))
                        .orElseGet(
                            () -> id.isVault() ? name(id) : texts.get("till.drawer.closed", id)));
        item.setId("till-look-" + id.value());
        item.setOnAction(_ -> till.look(Optional.of(id)));
        items.add(item);
      }
    }
    boolean none = till.drawers().stream().noneMatch(till::own);
    if (front.isPresent() && none && till.may(Permission.KEEP_TILL)) {
      var item = new MenuItem(texts.get("till.drawer.open"));
      item.setId("till-look-open");
      item.setOnAction(_ -> till.look(Optional.empty()));
      items.add(item);
    }
    return items;
  }

  private void showFigures() {
    var front = till.drawerProperty().get();
    var session =
        front.flatMap(id -> till.shownProperty().get().flatMap(now -> now.till(id).session()));
    InSight.show(openingFloatBox, session.isPresent());
    InSight.show(inBox, session.isPresent());
    InSight.show(outBox, session.isPresent());
    InSight.show(movedBox, session.isPresent());
    session.ifPresent(this::showSession);
    expectedName.setText(texts.get(front.isEmpty() ? "till.expected-float" : "till.expected-now"));
    expected.setText(figures.amount(till.expected().total()));
    showLimit(front);
  }

  private void showSession(TillState.Session session) {
    openingFloat.setText(figures.amount(session.opening()));
    inName.setText(texts.get("till.cash-in", session.cashIn().count()));
    in.setText(figures.signed(session.cashIn().total()));
    outName.setText(texts.get("till.cash-out", session.cashOut().count()));
    out.setText(figures.signed(session.cashOut().total().negated()));
    Money net = session.movedIn().total().minus(session.movedOut().total());
    moved.setText(figures.signed(net));
  }

  /** A till above its soft limit should sell to the vault; said in words as well as in colour. */
  private void showLimit(Optional<TillId> front) {
    var soft =
        till.shownProperty()
            .get()
            .flatMap(now -> now.settings().tillLimits().soft())
            .filter(_ -> front.filter(id -> !id.isVault()).isPresent())
            .filter(most -> till.expected().total().isGreaterThan(most));
    InSight.show(limit, soft.isPresent());
    soft.ifPresent(most -> limit.setText(texts.get("till.above-soft", most)));
  }

  private List<Node> buttons(Optional<TillId> front) {
    var all = new ArrayList<Node>();
    if (front.isEmpty()) {
      return all;
    }
    var id = front.get();
    if (id.isVault()) {
      all.add(button("offer", Task.OFFER, () -> till.begin(Task.OFFER)));
      all.add(button("bring-in", Task.BRING_IN, () -> till.begin(Task.BRING_IN)));
      all.add(button("send-out", Task.SEND_OUT, () -> till.begin(Task.SEND_OUT)));
      all.add(button("count", Task.COUNT, () -> till.begin(Task.COUNT)));
    } else if (till.own(id)) {
      all.add(button("buy", till::buyFromVault, till.whyNotBuy()));
      all.add(button("sell", Task.OFFER, () -> till.offerTo(TillId.VAULT)));
      all.add(button("other", Task.OFFER, this::offerOther));
      all.add(button("close", Task.CLOSE, () -> till.begin(Task.CLOSE)));
    } else {
      all.add(button("count", Task.COUNT, () -> till.begin(Task.COUNT)));
      all.add(button("force", Task.CLOSE, () -> till.begin(Task.CLOSE)));
    }
    return all;
  }

  private void offerOther() {
    var others = till.recipients().stream().filter(id -> !id.isVault()).findFirst();
    others.ifPresentOrElse(till::offerTo, () -> till.begin(Task.OFFER));
  }

  private Node button(String word, Task task, Runnable act) {
    return button(word, act, till.whyNot(task));
  }

  /** What is disabled hears no mouse: its reason hangs on the frame around it. */
  private Node button(String word, Runnable act, Optional<Message> whyNot) {
    var button = new Button(texts.get("till.do." + word));
    button.setId("till-do-" + word);
    button.setOnAction(_ -> act.run());
    button.setDisable(whyNot.isPresent());
    var frame = new StackPane(button);
    whyNot.ifPresent(why -> {
      Tooltip.install(frame, new Tooltip(texts.text(why)));
      button.setAccessibleHelp(texts.text(why));
    });
    return frame;
  }
}
