package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.projection.EntrySignature;
import counterfoil.report.QrCode;
import counterfoil.report.layout.Modules;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody brings a proof. */
class CheckViewModelTest {
  private final Path folder;
  private final StaffedBranch branch;
  private final CheckViewModel checking;

  CheckViewModelTest(@TempDir Path folder) {
    this.folder = folder;
    this.branch = StaffedBranch.witnessed(folder.resolve("workstation"));
    this.checking = new CheckViewModel(branch.ledger(), new DirectBackground());
  }

  @AfterEach
  void close() {
    branch.close();
  }

  private long last() {
    return branch.ledger().head().position();
  }

  private String proofOfLast() {
    return branch.ledger().notary().orElseThrow().prove(last()).orElseThrow().toText();
  }

  private Verdict verdict() {
    return checking.verdictProperty().get().orElseThrow();
  }

  private void problemIs(String key) {
    assertEquals(Optional.of(key), checking.problemProperty().get().map(Message::key));
    assertTrue(checking.verdictProperty().get().isEmpty());
  }

  @Test
  void a_pasted_proof_says_which_entry_it_is_and_whose_signature_it_bears() {
    long position = last();
    checking.proofProperty().set(proofOfLast());
    checking.check();
    var holds = assertInstanceOf(Verdict.Holds.class, verdict());
    assertEquals(position, holds.valid().entry().position());
    assertEquals("amara", holds.valid().entry().provenance().actor());
    assertTrue(holds.valid().contentShown());
    assertInstanceOf(EntrySignature.SignedWith.class, holds.signature());
  }

  @Test
  void what_a_clipboard_does_to_the_ends_of_lines_does_no_harm() {
    checking.proofProperty().set("\n" + proofOfLast().strip().replace("\n", "\r\n") + "  ");
    checking.check();
    assertInstanceOf(Verdict.Holds.class, verdict());
  }

  @Test
  void a_proof_of_which_one_letter_was_changed_proves_nothing_and_the_sentence_says_why() {
    String proof = proofOfLast();
    int at = proof.indexOf("extra ") + 40;
    char other = proof.charAt(at) == 'A' ? 'B' : 'A';
    checking.proofProperty().set(proof.substring(0, at) + other + proof.substring(at + 1));
    checking.check();
    var fails = assertInstanceOf(Verdict.Fails.class, verdict());
    assertTrue(VerdictWords.why(fails.why()).key().startsWith("integrity."));
  }

  @Test
  void a_verdict_is_gone_once_the_text_is_another() {
    checking.proofProperty().set(proofOfLast());
    checking.check();
    checking.proofProperty().set("something else");
    assertTrue(checking.verdictProperty().get().isEmpty());
    checking.check();
    assertInstanceOf(Verdict.Fails.class, verdict());
  }

  @Test
  void nothing_pasted_is_asked_for() {
    checking.check();
    problemIs("integrity.check.nothing");
  }

  @Test
  void a_proof_in_a_file_is_checked() throws IOException {
    Path file = Files.writeString(folder.resolve("receipt.tlog-proof"), proofOfLast());
    checking.open(file);
    assertInstanceOf(Verdict.Holds.class, verdict());
  }

  @Test
  void the_code_in_a_picture_is_checked() throws IOException {
    String proof =
        branch.ledger().notary().orElseThrow().proveEnvelope(last()).orElseThrow().toText();
    Path file = folder.resolve("receipt.png");
    ImageIO.write(picture(QrCode.of(proof).orElseThrow()), "png", file.toFile());
    checking.open(file);
    assertInstanceOf(Verdict.Holds.class, verdict());
  }

  @Test
  void a_picture_without_a_code_and_a_file_that_is_not_there_are_told_apart() throws IOException {
    Path blank = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", blank.toFile());
    checking.open(blank);
    problemIs("integrity.check.no-code");
    checking.open(folder.resolve("nowhere"));
    problemIs("integrity.check.unreadable");
  }

  @Test
  void an_entry_is_proven_from_its_number_and_one_that_is_not_there_is_not() {
    checking.prove(5);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict());
    assertEquals(5, holds.valid().entry().position());
    checking.prove(1_000_000);
    problemIs("integrity.check.no-entry");
  }

  private static BufferedImage picture(Modules code) {
    int dot = 4;
    int border = 4 * dot;
    int side = code.size() * dot + 2 * border;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var paint = picture.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, side, side);
    paint.setColor(Color.BLACK);
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          paint.fillRect(border + column * dot, border + row * dot, dot, dot);
        }
      }
    }
    paint.dispose();
    return picture;
  }
}
