package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.application.export.EvidenceExport;
import counterfoil.application.export.Exports;
import counterfoil.application.export.Exports.Result;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.staff.StaffRefusal.NotPermitted;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.eventstore.Progress;
import counterfoil.evidence.PackVerifier;
import counterfoil.payload.WorkstationEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole ledger is taken out as evidence, at the screen. */
class EvidenceViewModelTest {
  private final Path own;
  private final Path folder;
  private final Path pack;
  private final StaffedBranch branch;
  private int signed;

  EvidenceViewModelTest(@TempDir Path own, @TempDir Path folder) {
    this.own = own;
    this.folder = folder;
    this.pack = folder.resolve("evidence.zip");
    this.branch = StaffedBranch.witnessed(own.resolve("workstation"));
  }

  @AfterEach
  void close() {
    branch.close();
  }

  private EvidenceViewModel at(StaffedBranch where, Session session) {
    return new EvidenceViewModel(
        where.ledger(),
        new Desk(session, Runnable::run, Runnable::run),
        new DirectBackground(),
        Runnable::run,
        () -> signed++);
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private List<AuditExported> recorded() {
    return branch.ledger().store().read(1, 10_000).stream()
        .filter(entry -> entry.type().name().equals(WorkstationEvents.AUDIT_EXPORTED))
        .map(entry -> (AuditExported) WorkstationEvents.KIND.decode(entry.type(), entry.payload()))
        .toList();
  }

  private static Optional<String> key(Optional<Message> message) {
    return message.map(Message::key);
  }

  @Test
  void the_pack_is_where_it_was_wanted_and_valid_and_an_entry_tells_of_it() throws Exception {
    var evidence = at(branch, branch.headTeller());
    List<LongWork.Share> heard = new ArrayList<>();
    List<Boolean> named = new ArrayList<>();
    evidence
        .shareProperty()
        .subscribe(now ->
            now.ifPresent(share -> {
              heard.add(share);
              named.add(Files.exists(pack));
            }));
    evidence.export(pack);
    assertEquals(Optional.of("integrity.evidence.done"), key(evidence.outcomeProperty().get()));
    assertEquals(List.of(pack), left());
    assertTrue(PackVerifier.verify(pack, List.of(), Progress.NONE).valid());
    assertEquals(Format.EVIDENCE, recorded().getFirst().export().format());
    assertTrue(heard.size() > 1, "no progress");
    assertFalse(named.contains(true), "it had its name before it was whole");
    assertEquals(1, signed);
  }

  @Test
  void one_that_is_cancelled_leaves_nothing_behind() throws IOException {
    var evidence = at(branch, branch.headTeller());
    evidence
        .shareProperty()
        .subscribe(now -> now.filter(share -> share.done() > 0).ifPresent(_ -> evidence.cancel()));
    evidence.export(pack);
    assertEquals(
        Optional.of("integrity.evidence.cancelled"), key(evidence.problemProperty().get()));
    assertEquals(Optional.empty(), evidence.shareProperty().get());
    assertEquals(List.of(), left());
    assertEquals(List.of(), recorded());
  }

  @Test
  void what_is_there_is_not_overwritten() throws IOException {
    Files.writeString(pack, "theirs");
    var evidence = at(branch, branch.headTeller());
    evidence.export(pack);
    assertEquals(Optional.of("integrity.evidence.exists"), key(evidence.problemProperty().get()));
    evidence.export(folder.resolve("missing").resolve("evidence.zip"));
    assertEquals(
        Optional.of("integrity.evidence.not-written"), key(evidence.problemProperty().get()));
    assertEquals("theirs", Files.readString(pack));
    assertEquals(List.of(pack), left());
    assertEquals(List.of(), recorded());
  }

  @Test
  void a_teller_takes_no_ledger_along() throws IOException {
    var evidence = at(branch, branch.teller());
    evidence.export(pack);
    assertEquals(Optional.of("integrity.why.no-export"), key(evidence.problemProperty().get()));
    assertEquals(List.of(), left());
  }

  @Test
  void the_application_itself_refuses_before_anything_is_written() throws IOException {
    List<Long> steps = new ArrayList<>();
    var refused =
        assertInstanceOf(
            Result.No.class,
            new EvidenceExport(
                    branch.ledger(),
                    branch.ledger().notary().orElseThrow(),
                    new Exports(branch.ledger(), branch.teller()))
                .write(pack, (done, _) -> steps.add(done)));
    assertInstanceOf(NotPermitted.class, refused.refusal());
    assertEquals(List.of(), steps);
    assertEquals(List.of(), left());
  }

  @Test
  void without_a_key_of_the_workstation_there_is_no_evidence() {
    try (var unwitnessed = new StaffedBranch()) {
      var evidence = at(unwitnessed, unwitnessed.headTeller());
      evidence.export(own.resolve("evidence.zip"));
      assertEquals(Optional.of("integrity.why.no-witness"), key(evidence.problemProperty().get()));
      assertFalse(Files.exists(own.resolve("evidence.zip")));
    }
  }
}
