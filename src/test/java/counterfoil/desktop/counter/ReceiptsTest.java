package counterfoil.desktop.counter;

import static counterfoil.desktop.StaffedBranch.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.ReprintReceipt;
import counterfoil.application.notary.Examination;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.PromptSession;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.eventstore.Entry;
import counterfoil.payload.WorkstationEvents;
import counterfoil.report.QrCode;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts at the counter where there is no printer: they wait, and each copy is on record. */
class ReceiptsTest {
  @TempDir private Path folder;
  private final StaffedBranch branch = new StaffedBranch();
  private final long position =
      branch
          .serve(new Deposit(StaffedBranch.ACCOUNT, BigMoney.parse("EUR 20.00"), Details.NONE))
          .position();

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private Receipts receipts(Workstation workstation) {
    return new Receipts(
        branch.ledger(),
        new PromptSession(branch.teller()).desk(),
        new DirectBackground(),
        new SimpleObjectProperty<>(Locale.ENGLISH),
        workstation);
  }

  private Workstation workstation() {
    return new Workstation(Optional.of(folder));
  }

  private static PaperViewModel shown(Receipts receipts) {
    return receipts.shownProperty().get().orElseThrow().paper();
  }

  private static String words(PaperLayout paper) {
    return String.join(
        " ",
        paper.pages().getFirst().marks().stream()
            .filter(TextMark.class::isInstance)
            .map(mark -> ((TextMark) mark).text())
            .toList());
  }

  /** The copies of this receipt that are on record. */
  private List<Integer> recorded() {
    return branch.ledger().store().read(1, 10_000).stream()
        .filter(entry -> entry.type().name().equals(WorkstationEvents.RECEIPT_REPRINTED))
        .map(ReceiptsTest::event)
        .filter(event -> event.position() == position)
        .map(ReceiptReprinted::copy)
        .toList();
  }

  private static ReceiptReprinted event(Entry entry) {
    return (ReceiptReprinted) WorkstationEvents.KIND.decode(entry.type(), entry.payload());
  }

  @Test
  void the_original_comes_out_once_and_a_second_print_is_a_copy_on_record() {
    var receipts = receipts(workstation());
    receipts.show(position);
    assertFalse(words(shown(receipts).paper()).contains("COPY"));
    shown(receipts).print();
    assertEquals(List.of(), recorded());
    shown(receipts).print();
    assertEquals(List.of(1), recorded());
    assertTrue(words(shown(receipts).paper()).contains("COPY 1"));
    receipts.close();
    receipts.show(position);
    assertTrue(shown(receipts).outProperty().get(), "also after it was put away");
  }

  @Test
  void from_the_history_only_copies_come_out_each_with_the_next_number() {
    post(branch.headTeller(), new ReprintReceipt(position));
    var receipts = receipts(workstation());
    receipts.showAgain(position);
    assertEquals(List.of(1), recorded(), "looking at it is no copy");
    shown(receipts).print();
    assertEquals(List.of(1, 2), recorded());
    assertTrue(words(shown(receipts).paper()).contains("COPY 2"));
  }

  @Test
  void what_waits_for_a_printer_waits_also_after_a_restart() {
    var receipts = receipts(workstation());
    receipts.show(position);
    shown(receipts).print();
    shown(receipts).print();
    assertEquals(2, receipts.waitingProperty().get());
    var restarted = receipts(workstation());
    restarted.look();
    assertEquals(2, restarted.waitingProperty().get());
    restarted.printWaiting();
    assertEquals(2, restarted.waitingProperty().get(), "there is still no printer");
    assertEquals(List.of(1), recorded(), "nothing is recorded twice");
  }

  @Test
  void receipts_are_laid_out_for_the_paper_of_this_workstation() {
    var workstation = workstation();
    workstation.receiptPaperProperty().set(PaperFormat.A4);
    var receipts = receipts(workstation);
    receipts.show(position);
    assertEquals(PaperFormat.A4.width(), shown(receipts).paper().pages().getFirst().width(), 0.01);
    workstation.receiptPaperProperty().set(PaperFormat.ROLL_80);
    receipts.show(position);
    assertEquals(
        PaperFormat.ROLL_80.width(), shown(receipts).paper().pages().getFirst().width(), 0.01);
  }

  @Test
  void a_receipts_file_has_the_proof_of_its_code_at_its_side() throws IOException {
    var witnessed = StaffedBranch.witnessed(folder.resolve("workstation"));
    try {
      long proven =
          witnessed
              .serve(new Deposit(StaffedBranch.ACCOUNT, BigMoney.parse("EUR 20.00"), Details.NONE))
              .position();
      var receipts =
          new Receipts(
              witnessed.ledger(),
              new PromptSession(witnessed.teller()).desk(),
              new DirectBackground(),
              new SimpleObjectProperty<>(Locale.ENGLISH),
              workstation());
      receipts.showAgain(proven);
      for (var name : List.of("Receipt 7.pdf", "Receipt 8.pdf", "Receipt 7.pdf")) {
        shown(receipts).save(folder.resolve(name));
        assertEquals(
            Optional.of("paper.saved.proof"),
            shown(receipts).outcomeProperty().get().map(Message::key));
      }
      var notary = witnessed.ledger().notary().orElseThrow();
      for (var name : List.of("Receipt 7.tlog-proof", "Receipt 8.tlog-proof")) {
        byte[] proof = Files.readAllBytes(folder.resolve(name));
        var valid = assertInstanceOf(Examination.Valid.class, notary.check(proof));
        assertEquals(proven, valid.entry().position());
        assertTrue(proof.length <= QrCode.MOST_BYTES, "as in the code");
      }
      assertTrue(Files.exists(folder.resolve("Receipt 7.pdf")));
    } finally {
      witnessed.close();
    }
  }

  @Test
  void what_moved_no_money_has_no_receipt() {
    var receipts = receipts(workstation());
    receipts.showAgain(1);
    assertTrue(receipts.shownProperty().get().isEmpty());
    assertTrue(receipts.noteProperty().get().isPresent());
  }
}
