package counterfoil.desktop.integrity;

import counterfoil.application.AuditStatus;
import counterfoil.application.Ledger;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.eventstore.Head;
import java.util.Base64;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The parts of the screen, and what is seen at a glance. */
public final class IntegrityViewModel {
  private final ObservableValue<Head> head;
  private final ObservableValue<AuditStatus> audit;
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.VERIFY);
  private final VerifyViewModel verifying;
  private final CheckViewModel checking;
  private final CheckpointsViewModel checkpoints;
  private final KeysViewModel keys;
  private final EvidenceViewModel evidence;

  /**
   * @param head where the ledger stands, on the screen's thread
   * @param audit how far the background audit has come, there too
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  public IntegrityViewModel(
      Ledger ledger,
      Desk desk,
      Background background,
      ObservableValue<Head> head,
      ObservableValue<AuditStatus> audit,
      Executor screen) {
    this.head = head;
    this.audit = audit;
    this.verifying = new VerifyViewModel(ledger, desk, background, screen);
    this.checking = new CheckViewModel(ledger, background);
    this.checkpoints = new CheckpointsViewModel(ledger, desk, background);
    this.keys = new KeysViewModel(ledger, desk, background);
    this.evidence = new EvidenceViewModel(ledger, desk, background, screen, checkpoints::refresh);
  }

  ObservableValue<Head> head() {
    return head;
  }

  /** The tree's root as it is written in checkpoints. */
  String root() {
    return Base64.getEncoder().encodeToString(head.getValue().root());
  }

  ObservableValue<AuditStatus> audit() {
    return audit;
  }

  ObjectProperty<Section> sectionProperty() {
    return section;
  }

  VerifyViewModel verifying() {
    return verifying;
  }

  CheckViewModel checking() {
    return checking;
  }

  CheckpointsViewModel checkpoints() {
    return checkpoints;
  }

  KeysViewModel keys() {
    return keys;
  }

  EvidenceViewModel evidence() {
    return evidence;
  }

  /** Reads what is to be read. */
  void shown() {
    checkpoints.refresh();
    keys.refresh();
  }

  /** Makes the proof of an entry and shows what it proves. */
  void prove(long position) {
    section.set(Section.CHECK);
    checking.prove(position);
  }
}
