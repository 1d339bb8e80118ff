package counterfoil.desktop.reports;

import static counterfoil.application.StaffedBranch.DAY;
import static counterfoil.application.StaffedBranch.NADIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.application.StaffedBranch;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.desktop.reports.Kind.Format;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.payload.WorkstationEvents;
import counterfoil.report.layout.Typefaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers chosen and made over a small real day. */
class ReportsViewModelTest {
  private static final Typefaces FACES = new Typefaces();

  private final StaffedBranch branch = new StaffedBranch();

  @AfterEach
  void close() {
    branch.close();
  }

  private ReportsViewModel of(Session session) {
    return of(session, new DirectBackground());
  }

  private ReportsViewModel of(Session session, Background background) {
    var reports =
        new ReportsViewModel(
            branch.ledger(),
            new Desk(StaffedBranch.waiting(session), Runnable::run, Runnable::run),
            background,
            FACES,
            () -> Locale.ENGLISH);
    reports.fromProperty().set(Optional.of(DAY));
    reports.toProperty().set(Optional.of(DAY));
    return reports;
  }

  private static String problem(ReportsViewModel reports) {
    return reports.problemProperty().get().map(message -> message.key()).orElse("");
  }

  @Test
  void every_paper_of_a_closed_day_is_made() {
    branch.limit("report.cash_threshold", "100.00");
    branch.open().serveCustomers();
    var withdrawn = branch.withdraw(NADIA, "5.00");
    branch.closeDay();
    var reports = of(branch.headTeller());
    reports.accountProperty().set(NADIA.value());
    reports.entryProperty().set(Long.toString(withdrawn.position()));
    for (var kind : Kind.values()) {
      reports.kindProperty().set(kind);
      reports.make();
      var made = reports.madeProperty().get();
      assertTrue(made.isPresent(), kind + ": " + problem(reports));
      assertEquals(kind, made.get().kind());
      for (var format : Format.values()) {
        assertEquals(kind.comesAs(format), made.get().files().containsKey(format), kind.name());
      }
    }
  }

  @Test
  void what_cannot_be_made_says_why() {
    branch.open();
    branch.change(new SetLimit("report.cash_threshold", Optional.empty()));
    var reports = of(branch.headTeller());
    reports.kindProperty().set(Kind.PROOF_SHEET);
    reports.make();
    assertEquals("reports.no.session-chosen", problem(reports));
    reports.kindProperty().set(Kind.LARGE_CASH);
    reports.make();
    assertEquals("reports.no.threshold", problem(reports));
    reports.kindProperty().set(Kind.STATEMENT);
    reports.make();
    assertEquals("reports.no.account-typed", problem(reports));
    reports.accountProperty().set("9999");
    reports.make();
    assertEquals("reports.no.account", problem(reports));
    reports.toProperty().set(Optional.of(DAY.minusDays(1)));
    reports.make();
    assertEquals("reports.no.period", problem(reports));
    reports.kindProperty().set(Kind.RECEIPT);
    reports.entryProperty().set("1");
    reports.make();
    assertEquals("reports.no.receipt", problem(reports));
    reports.fromProperty().set(Optional.of(DAY.minusDays(9)));
    reports.kindProperty().set(Kind.END_OF_DAY);
    reports.make();
    assertEquals("reports.no.day", problem(reports));
  }

  @Test
  void of_a_receipt_only_copies_come_out_each_recorded_and_marked() {
    branch.open();
    var withdrawn = branch.withdraw(NADIA, "35.50");
    var reports = of(branch.teller());
    reports.kindProperty().set(Kind.RECEIPT);
    reports.entryProperty().set(Long.toString(withdrawn.position()));
    reports.make();
    long before = branch.ledger().head().position();
    var again = reports.again(reports.madeProperty().get().orElseThrow()).orElseThrow();
    List<String> copies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      again.another(
          paper -> copies.add(paper.pages().toString()), why -> Assertions.fail(why.key()));
    }
    assertEquals(before + 2, branch.ledger().head().position());
    assertTrue(copies.get(0).contains("COPY 1"), copies::toString);
    assertTrue(copies.get(1).contains("COPY 2"), copies::toString);
  }

  @Test
  void any_other_paper_comes_out_as_often_as_anybody_likes() {
    branch.open();
    var reports = of(branch.headTeller());
    reports.kindProperty().set(Kind.JOURNAL);
    reports.make();
    assertTrue(reports.again(reports.madeProperty().get().orElseThrow()).isEmpty());
  }

  @Test
  void a_teller_has_statements_and_receipts_but_not_the_branchs_papers() {
    var reports = of(branch.teller());
    assertEquals(Kind.STATEMENT, reports.kindProperty().get());
    assertTrue(reports.whyNot(Kind.END_OF_DAY).isPresent());
    assertTrue(reports.whyNot(Kind.RECEIPT).isEmpty());
    reports.kindProperty().set(Kind.JOURNAL);
    reports.make();
    assertEquals("reports.why.not-permitted", problem(reports));
  }

  @Test
  void what_is_being_made_can_be_given_up() {
    branch.open();
    var background = new SteppedBackground();
    var reports = of(branch.headTeller(), background);
    reports.kindProperty().set(Kind.JOURNAL);
    reports.make();
    assertTrue(reports.busyProperty().get());
    reports.cancel();
    assertFalse(reports.busyProperty().get());
    assertEquals("reports.cancelled", problem(reports));
    background.finishAll();
    assertTrue(reports.madeProperty().get().isEmpty());
  }

  @Test
  void other_forms_are_written_where_the_person_says(@TempDir Path folder) throws IOException {
    branch.open().serveCustomers();
    var reports = of(branch.auditor());
    reports.kindProperty().set(Kind.STATEMENT);
    reports.accountProperty().set(NADIA.value());
    reports.make();
    reports.save(Format.CAMT_053, folder.resolve("statement.xml"));
    reports.save(Format.CSV, folder.resolve("statement.csv"));
    assertTrue(Files.readString(folder.resolve("statement.xml")).contains("camt.053.001.08"));
    assertTrue(Files.readString(folder.resolve("statement.csv")).contains("transfer_sent"));
    long recorded = branch.ledger().inquiries().lastPosition();
    reports.save(Format.CSV, folder.resolve("no-such-folder").resolve("x.csv"));
    assertEquals("paper.save.failed", reports.outcomeProperty().get().orElseThrow().key());
    assertEquals(recorded, branch.ledger().inquiries().lastPosition());
    assertEquals(List.of("CAMT053 1004-2213", "CSV 1004-2213"), exports());
  }

  private List<String> exports() {
    var stream = WorkstationEvents.stream(branch.auditor().actor().workstation());
    return branch.ledger().store().load(stream, 0).stream()
        .map(entry -> WorkstationEvents.KIND.decode(entry.type(), entry.payload()))
        .filter(AuditExported.class::isInstance)
        .map(event -> ((AuditExported) event).export())
        .map(export -> export.format() + " " + export.account().orElseThrow())
        .toList();
  }
}
