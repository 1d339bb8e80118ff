package counterfoil.desktop.timeline;

import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.timeline.Change.Amount;
import counterfoil.desktop.timeline.Change.Count;
import counterfoil.desktop.timeline.Change.Name;
import counterfoil.desktop.timeline.Change.Standing;
import counterfoil.desktop.timeline.FieldGrid.Cell;
import counterfoil.projection.EntryDetails;
import counterfoil.projection.EntrySignature;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The entry under the cursor: what it changed, what it says, and where it comes from. */
final class InspectorView {
  private static final int SHORT_LEAF = 16;
  private static final int SHORT_ID = 8;

  private final TimelineViewModel timeline;
  private final Wording wording;
  private final Navigation navigation;
  private final FieldGrid changes =
      new FieldGrid("framed", List.of(growing(), new ColumnConstraints(), new ColumnConstraints()));
  private final FieldGrid facts = new FieldGrid("facts", List.of(naming(), growing()));
  private final FieldGrid provenance = new FieldGrid("framed", List.of(naming(), growing()));

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label event;
  @FXML private Button history;
  @FXML private ScrollPane scroll;
  @FXML private VBox changesPart;
  @FXML private Hyperlink unchanged;
  @FXML private VBox actPart;
  @FXML private VBox act;
  @FXML private VBox causesPart;
  @FXML private VBox causes;
  @FXML private VBox effectsPart;
  @FXML private VBox effects;
  @FXML private VBox factsPart;
  @FXML private Hyperlink asJson;
  @FXML private Label json;
  @FXML private VBox provenancePart;
  @FXML private Label leaf;
  @FXML private Label signature;
  @FXML private Hyperlink prove;
  @FXML private VBox nothing;

  InspectorView(TimelineViewModel timeline, Wording wording, Navigation navigation) {
    this.timeline = timeline;
    this.wording = wording;
    this.navigation = navigation;
  }

  private static ColumnConstraints growing() {
    var column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints naming() {
    var column = new ColumnConstraints();
    column.setMinWidth(130);
    return column;
  }

  @FXML
  void initialize() {
    changesPart.getChildren().add(1, changes);
    factsPart.getChildren().add(1, facts);
    provenancePart.getChildren().add(provenance);
    facts.managedProperty().bind(facts.visibleProperty());
    json.managedProperty().bind(json.visibleProperty());
    for (var part :
        List.of(
            changesPart, actPart, causesPart, effectsPart, scroll, nothing, unchanged, history)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    WhileShown.bind(root, this::bind);
  }

  private Subscription bind() {
    return WhileShown.all(
        timeline.sightProperty().subscribe(this::show),
        timeline
            .entries()
            .fullNamesProperty()
            .subscribe((_, _) -> show(timeline.sightProperty().get())),
        timeline.jsonShownProperty().subscribe(this::showForm),
        timeline.unchangedShownProperty().subscribe(this::showChanges));
  }

  private Optional<EntryDetails> entry() {
    return timeline.sightProperty().get().flatMap(Sight::entry);
  }

  private void show(Optional<Sight> sight) {
    var entry = sight.flatMap(Sight::entry);
    scroll.setVisible(entry.isPresent());
    nothing.setVisible(entry.isEmpty());
    history.setVisible(entry.flatMap(e -> e.line().account()).isPresent());
    title.setText(
        entry
            .map(e ->
                wording.texts().get("timeline.entry", wording.figures().count(e.line().position())))
            .orElseGet(() -> wording.texts().get("timeline.inspector")));
    event.setText(entry.map(e -> wording.event(e.line().type())).orElse(""));
    entry.ifPresent(details -> {
      showChanges();
      facts.show(
          details.data().stream()
              .map(fact ->
                  List.of(
                      Cell.of(wording.fact(fact.name()), "muted").shortFor(fact.name()),
                      Cell.of(fact.value(), "mono")))
              .toList());
      json.setText(details.json());
      provenance.show(framed(provenanceOf(details)));
      showLeaf(details.leaf());
    });
    sight.ifPresent(seen -> {
      showLinks(seen.others(), act, actPart);
      showLinks(seen.causes(), causes, causesPart);
      showLinks(seen.effects(), effects, effectsPart);
    });
    sight.flatMap(Sight::signature).ifPresent(this::showSignature);
  }

  private void showChanges() {
    var all = timeline.sightProperty().get().map(Sight::changes).orElse(List.of());
    boolean folded = !timeline.unchangedShownProperty().get();
    long same = all.stream().filter(change -> !change.changed()).count();
    var rows = new ArrayList<List<Cell>>();
    rows.add(
        List.of(
            Cell.of("", "head"),
            Cell.of(wording.texts().get("timeline.before"), "head", "amount"),
            Cell.of(wording.texts().get("timeline.after"), "head", "amount")));
    all.stream()
        .filter(change -> change.changed() || !folded)
        .forEach(change -> rows.add(row(change)));
    changes.show(framed(rows));
    changesPart.setVisible(!all.isEmpty());
    unchanged.setVisible(same > 0);
    unchanged.setText(
        wording.texts().get(folded ? "timeline.unchanged.show" : "timeline.unchanged.hide", same));
  }

  private List<Cell> row(Change change) {
    String name = wording.field(change.field());
    return List.of(
        Cell.of(name),
        Cell.of(change.before().map(this::text).orElse("\u2013"), "amount", "muted"),
        change.credit()
            ? Cell.of(text(change.after()), "amount", "credit")
            : Cell.of(text(change.after()), "amount", "semibold"));
  }

  private String text(Change.Value value) {
    return switch (value) {
      case Amount(var money) -> wording.figures().amount(money);
      case Standing(var status) -> wording.status(status);
      case Count(var number) -> wording.figures().count(number);
      case Name(var name) -> name.isEmpty() ? "\u2013" : fullName(name);
    };
  }

  private void showLinks(List<JournalLine> lines, VBox place, VBox part) {
    part.setVisible(!lines.isEmpty());
    place
        .getChildren()
        .setAll(
            lines.stream()
                .map(line -> {
                  var link = new Hyperlink(wording.sentence(line));
                  link.getStyleClass().add("act");
                  link.setOnAction(_ -> timeline.show(line.position()));
                  return link;
                })
                .toList());
  }

  private List<List<Cell>> provenanceOf(EntryDetails details) {
    var entry = details.entry();
    var origin = entry.provenance();
    var figures = wording.figures();
    var rows = new ArrayList<List<Cell>>();
    rows.add(field("actor", Cell.of(person(origin.actor()))));
    rows.add(field("role", Cell.of(wording.role(origin.role()))));
    rows.add(field("workstation", Cell.of(origin.workstation())));
    rows.add(field("branch", Cell.of(origin.branch())));
    origin.tillSession().ifPresent(till -> rows.add(field("till-session", Cell.of(till))));
    origin.reason().ifPresent(why -> rows.add(field("reason", Cell.of(wording.reason(why)))));
    origin.approver().ifPresent(who -> rows.add(field("approver", Cell.of(person(who)))));
    rows.add(field("business-date", Cell.of(figures.date(origin.businessDate()))));
    origin
        .valueDate()
        .ifPresent(date -> rows.add(field("value-date", Cell.of(figures.date(date)))));
    rows.add(field("recorded-at", Cell.of(figures.moment(entry.recordedAt()))));
    String command = entry.commandId().toString();
    rows.add(field("command", Cell.of(shortened(command, SHORT_ID), "mono").shortFor(command)));
    return rows;
  }

  private String fullName(String actor) {
    return timeline.entries().fullName(actor);
  }

  /** As they are called, and as they sign in: that is what stands in the entry. */
  private String person(String actor) {
    String called = fullName(actor);
    return called.equals(actor) ? actor : called + " (" + actor + ")";
  }

  private List<Cell> field(String name, Cell value) {
    return List.of(Cell.of(wording.texts().get("timeline.origin." + name), "muted"), value);
  }

  /** With a line between the rows. */
  private static List<List<Cell>> framed(List<List<Cell>> rows) {
    var framed = new ArrayList<List<Cell>>(rows.subList(0, Math.min(1, rows.size())));
    rows.stream()
        .skip(1)
        .map(row -> row.stream().map(cell -> cell.with("below")).toList())
        .forEach(framed::add);
    return framed;
  }

  private void showSignature(EntrySignature said) {
    var texts = wording.texts();
    String actor = entry().map(e -> fullName(e.entry().provenance().actor())).orElse("");
    signature.setText(
        switch (said) {
          case EntrySignature.SignedWith(var key) ->
              texts.get("timeline.signed-by", actor, key.brief());
          case EntrySignature.Unsigned _ -> texts.get("timeline.unsigned");
          case EntrySignature.Unfit _ -> texts.get("timeline.signature.unfit");
        });
    signature.setTooltip(
        said instanceof EntrySignature.SignedWith(var key) ? new Tooltip(key.text()) : null);
    prove.setVisible(navigation.has("integrity"));
  }

  @FXML
  void proveEntry() {
    prove.setVisited(false);
    entry().ifPresent(e -> navigation.prove(e.line().position()));
  }

  private void showLeaf(String hex) {
    leaf.setText(shortened(hex, SHORT_LEAF).replaceAll("(.{4})(?=[^\u2026])", "$1 "));
    leaf.setTooltip(new Tooltip(hex));
  }

  private static String shortened(String text, int atMost) {
    return text.length() <= atMost ? text : text.substring(0, atMost) + "\u2026";
  }

  private void showForm(boolean recorded) {
    facts.setVisible(!recorded);
    json.setVisible(recorded);
    asJson.setText(wording.texts().get(recorded ? "timeline.fact.words" : "timeline.fact.json"));
  }

  @FXML
  void turnJson() {
    asJson.setVisited(false);
    timeline.jsonShownProperty().set(!timeline.jsonShownProperty().get());
  }

  @FXML
  void turnUnchanged() {
    unchanged.setVisited(false);
    timeline.unchangedShownProperty().set(!timeline.unchangedShownProperty().get());
  }

  @FXML
  void openAccount() {
    entry().flatMap(e -> e.line().account()).ifPresent(navigation::openAccount);
  }
}
