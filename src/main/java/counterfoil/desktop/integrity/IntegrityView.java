package counterfoil.desktop.integrity;

import counterfoil.application.AuditStatus;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.eventstore.Head;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** The state at a glance above, the parts on the left, the chosen one beside them. */
final class IntegrityView {
  private static final int SHORT_ROOT = 12;
  private static final List<String> CHIPS = List.of("chip-ok", "chip-warn", "chip-danger");

  private final IntegrityViewModel integrity;
  private final Texts texts;
  private final Figures figures;
  private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
  private final Map<Section, Node> panes = new EnumMap<>(Section.class);

  @FXML private VBox root;
  @FXML private Label entries;
  @FXML private Label ledgerRoot;
  @FXML private Button copy;
  @FXML private Label checkpoint;
  @FXML private Label outside;
  @FXML private Label audit;
  @FXML private Label verified;
  @FXML private VBox sections;
  @FXML private Label title;
  @FXML private Label explained;
  @FXML private Node verify;
  @FXML private Node check;
  @FXML private Node checkpoints;
  @FXML private Node keys;
  @FXML private Node evidence;
  @FXML private Node limits;

  IntegrityView(IntegrityViewModel integrity, Texts texts, Figures figures) {
    this.integrity = integrity;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    panes.putAll(
        Map.of(
            Section.VERIFY, verify,
            Section.CHECK, check,
            Section.CHECKPOINTS, checkpoints,
            Section.KEYS, keys,
            Section.EVIDENCE, evidence,
            Section.LIMITS, limits));
    fillSections();
    copy.setOnAction(_ ->
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, integrity.root())));
    var inScene = Shown.inScene(root);
    integrity.sectionProperty().when(inScene).subscribe(this::show);
    integrity.head().when(inScene).subscribe(this::showHead);
    integrity.audit().when(inScene).subscribe(this::showAudit);
    integrity.checkpoints().standingProperty().when(inScene).subscribe(this::showStanding);
    integrity.verifying().verifiedProperty().when(inScene).subscribe(this::showVerified);
  }

  private void fillSections() {
    var group = new ToggleGroup();
    for (var section : Section.values()) {
      var button = new ToggleButton(texts.get("integrity.section." + section.word()));
      button.setId("integrity-go-" + section.word());
      button.getStyleClass().add("section-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        integrity.sectionProperty().set(section);
      });
      buttons.put(section, button);
      sections.getChildren().add(button);
    }
  }

  private void show(Section chosen) {
    Optional.ofNullable(buttons.get(chosen)).ifPresent(button -> button.setSelected(true));
    title.setText(texts.get("integrity.section." + chosen.word()));
    explained.setText(texts.get("integrity.explained." + chosen.word()));
    panes.forEach((section, pane) -> Shown.visible(pane, section == chosen));
  }

  private void showHead(Head head) {
    entries.setText(figures.count(head.position()));
    var whole = integrity.root();
    ledgerRoot.setText(whole.substring(0, SHORT_ROOT) + "\u2026");
    ledgerRoot.setTooltip(new Tooltip(whole));
  }

  private void showAudit(AuditStatus status) {
    switch (status) {
      case AuditStatus.Off _ -> chip(audit, "", texts.get("integrity.audit.off"));
      case AuditStatus.Proven(long position) ->
          chip(audit, "chip-ok", texts.get("integrity.audit.proven", position));
      case AuditStatus.Waiting(long position) ->
          chip(audit, "chip-warn", texts.get("integrity.audit.waiting", position));
      case AuditStatus.Alarm(var finding) ->
          chip(audit, "chip-danger", texts.get("integrity.audit.alarm", finding.position()));
    }
  }

  private void showStanding(Optional<Standing> standing) {
    checkpoint.setText(
        standing
            .flatMap(Standing::last)
            .map(last ->
                last.upTo()
                    .map(moment ->
                        texts.get(
                            "integrity.last-checkpoint.at",
                            last.entries(),
                            figures.dayAndMinute(moment, 0)))
                    .orElseGet(() -> texts.get("integrity.last-checkpoint", last.entries())))
            .orElseGet(() -> texts.get("integrity.last-checkpoint.none")));
    if (standing.filter(now -> !now.outside().isEmpty()).isPresent()) {
      var now = standing.get();
      boolean all = now.reached() == now.outside().size();
      chip(
          outside,
          all ? "chip-ok" : "chip-warn",
          texts.get("integrity.outside.reached", now.reached(), now.outside().size()));
    } else {
      chip(outside, "chip-warn", texts.get("integrity.outside.none"));
    }
  }

  private void showVerified(Optional<Verified> last) {
    if (last.isEmpty()) {
      chip(verified, "", texts.get("integrity.verified.never"));
      return;
    }
    var run = last.get();
    int findings = run.outcome().findings().size();
    chip(
        verified,
        findings == 0 ? "chip-ok" : "chip-danger",
        findings == 0
            ? texts.get("integrity.verified.intact", figures.time(run.at()))
            : texts.get("integrity.verified.findings", findings, figures.time(run.at())));
  }

  private static void chip(Label label, String style, String text) {
    label.getStyleClass().removeAll(CHIPS);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    label.setText(text);
  }
}
