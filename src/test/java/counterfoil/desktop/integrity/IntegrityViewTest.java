package counterfoil.desktop.integrity;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SPACE;

import counterfoil.application.AuditStatus;
import counterfoil.application.Ledger;
import counterfoil.application.notary.Notary;
import counterfoil.desktop.Robot;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody proves the ledger at the screen, by keyboard. */
class IntegrityViewTest {
  private final Path pack;
  private final StaffedBranch branch;
  private final List<Long> opened = new CopyOnWriteArrayList<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final IntegrityScreen screen;
  private final Robot robot;

  IntegrityViewTest(@TempDir Path folder) {
    pack = folder.resolve("evidence.zip");
    branch = StaffedBranch.witnessed(folder.resolve("workstation"));
    screen = screen(branch.ledger());
    robot = new Robot(this::put);
  }

  private IntegrityScreen screen(Ledger ledger) {
    return new IntegrityScreen(
        new IntegrityViewModel(
            ledger,
            new Desk(branch.headTeller(), Thread::startVirtualThread, Platform::runLater),
            new VirtualThreads(),
            new SimpleObjectProperty<Head>(ledger.head()),
            new SimpleObjectProperty<AuditStatus>(new AuditStatus.Proven(7)),
            Platform::runLater));
  }

  private void put(Stage stage) {
    var views =
        new Views(
            texts,
            screen.controllers(
                texts,
                new Figures(texts, ZoneOffset.UTC),
                new RememberedNavigation(),
                _ -> new OnePlace(pack)));
    var scene = new Scene(views.load(screen.view()), 1166, 690);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void focus(String id) {
    Robot.onScreen(() -> {
      robot.node(id).requestFocus();
      return true;
    });
  }

  private void go(String section) {
    focus("integrity-go-" + section);
    robot.press(SPACE);
  }

  @Test
  void the_ledger_is_verified_without_a_mouse() {
    robot.untilText("integrity-audit", "good up to entry 7");
    robot.untilText("integrity-verified", "not since the start");
    focus("integrity-verify-start");
    robot.press(SPACE);
    robot.untilText("integrity-verify-verdict", "Intact: all");
    robot.untilText("integrity-verify-speed", "a second");
    robot.untilText("integrity-verified", "intact");
  }

  @Test
  void a_pasted_proof_is_checked_and_its_entry_shown_in_the_timeline() {
    long position = branch.ledger().head().position();
    String proof = notary().prove(position).orElseThrow().toText();
    go("check");
    Robot.onScreen(() -> {
      ((TextArea) robot.node("integrity-proof")).setText(proof);
      return true;
    });
    focus("integrity-check");
    robot.press(SPACE);
    robot.untilText("integrity-check-verdict", "In the ledger: entry " + position);
    robot.untilText("integrity-check-signature", "signed by amara (key ");
    focus("integrity-check-timeline");
    robot.press(SPACE);
    robot.until("the entry is shown", () -> opened.equals(List.of(position)));
    Robot.onScreen(() -> {
      ((TextArea) robot.node("integrity-proof")).setText("no proof");
      return true;
    });
    focus("integrity-check");
    robot.press(SPACE);
    robot.untilText("integrity-check-verdict", "It proves nothing");
    robot.untilText("integrity-check-why", "Line 1 does not say that this is a proof");
  }

  private Notary notary() {
    return branch.ledger().notary().orElseThrow();
  }

  @Test
  void a_checkpoint_is_signed_and_seen_at_a_glance() {
    robot.untilText("integrity-checkpoint", "none yet");
    go("checkpoints");
    focus("integrity-sign");
    robot.press(SPACE);
    robot.untilText("integrity-checkpoints-outcome", "is signed and kept");
    robot.until(
        "it is in the history",
        () -> !((TableView<?>) robot.node("integrity-checkpoints")).getItems().isEmpty());
    robot.untilText("integrity-checkpoint", "entries");
  }

  @Test
  void the_evidence_is_exported_without_a_mouse() {
    go("evidence");
    focus("integrity-evidence-start");
    robot.press(SPACE);
    robot.untilText("integrity-evidence-outcome", "The evidence pack is " + pack);
    robot.until("it is there", () -> Files.exists(pack));
    robot.untilText("integrity-checkpoint", "entries");
    robot.press(SPACE);
    robot.untilText("integrity-evidence-problem", "already");
  }

  @Test
  void a_key_is_chosen_and_revoked_without_a_mouse() {
    go("keys");
    robot.untilText("integrity-own-key", "Your key: ");
    robot.untilText("integrity-keys-why-not", "Choose a person first");
    focus("integrity-keys");
    robot.press(DOWN);
    robot.press(DOWN);
    robot.untilText("integrity-keys-why-not", "certified already");
    focus("integrity-revoke-reason");
    robot.type("lost her badge");
    robot.press(ENTER);
    robot.untilText("integrity-keys-outcome", "counts no longer");
  }

  private final class RememberedNavigation implements Navigation {
    @Override
    public boolean has(String screenId) {
      return true;
    }

    @Override
    public void show(String screenId) {
      throw new AssertionError(screenId);
    }

    @Override
    public void openAccount(AccountNumber number) {
      throw new AssertionError(number.value());
    }

    @Override
    public void openCustomer(CustomerNumber number) {
      throw new AssertionError(number.value());
    }

    @Override
    public void prove(long position) {
      throw new AssertionError(position);
    }

    @Override
    public void openEntry(long position) {
      opened.add(position);
    }
  }

  /** Where files go. */
  private record OnePlace(Path file) implements Dialogs {
    @Override
    public Optional<Path> proof() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String suggestedName) {
      return Optional.of(file);
    }
  }
}
