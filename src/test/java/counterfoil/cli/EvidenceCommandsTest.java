package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.application.StoredLedgers;
import counterfoil.application.notary.Workstation;
import counterfoil.cli.Shell.Run;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.Purge;
import counterfoil.evidence.SecondVerifier;
import counterfoil.proof.SignedNote;
import counterfoil.proof.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real ledger is taken out as evidence, and two programs say that it is what it was. */
class EvidenceCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "four tall brown horses";

  @TempDir Path folder = Path.of("");

  private Shell shell = Shell.inMemory();
  private Path pack = Path.of("");

  @BeforeEach
  void a_ledger_of_people_who_sign() {
    shell =
        new Shell(
            new StoredLedgers(
                InstantSource.fixed(Shell.NOW),
                Optional.of(new Workstation("WS-02", folder.resolve("workstation")))),
            folder.resolve("ledger"));
    Stream.of("admin", "supervisor", "teller", "auditor")
        .forEach(name -> shell.knowing(name, PASSWORD));
    shell.done("init", "--branch", "Riverside", "--currency", "EUR", "--sample");
    shell.done(
        "post",
        "deposit",
        "account=1004-2213",
        "amount=70.50",
        "cash=50x1,20x1,0.50x1",
        "--user",
        "teller");
    pack = folder.resolve("evidence.zip");
    shell.done("export", "--format", "evidence", pack.toString(), "--user", "auditor");
  }

  @Test
  void both_verifiers_call_it_valid() throws Exception {
    JsonNode ours = JSON.readTree(shell.done("verify-pack", "--json", pack.toString()));
    SecondVerifier.Run run = SecondVerifier.run(folder, List.of("--json", pack.toString()));
    assertEquals(0, run.code(), run::toString);
    JsonNode theirs = JSON.readTree(run.out());
    for (String name :
        List.of(
            "valid",
            "origin",
            "entries",
            "root",
            "signed",
            "signatures",
            "retold",
            "erased",
            "checkpoints",
            "checkpointed",
            "keys",
            "findings",
            "more")) {
      assertEquals(theirs.path(name), ours.path(name), name);
    }
    assertTrue(ours.path("signed").intValue() > 4, ours::toString);
    assertEquals(ours.path("entries"), ours.path("checkpointed"));
    // The export itself came after it.
    JsonNode verified = JSON.readTree(shell.done("verify", "--json"));
    assertTrue(verified.path("entries").longValue() > ours.path("entries").longValue());
    String told = shell.done("journal", "--json", "--user", "auditor");
    assertTrue(told.contains("\"format\":\"evidence\""), told);
  }

  @Test
  void the_key_can_be_demanded() throws Exception {
    JsonNode ours = JSON.readTree(shell.done("verify-pack", "--json", pack.toString()));
    String key = ours.path("keys").path(0).textValue();
    shell.done("verify-pack", "--key", key, pack.toString());
    String other = "other.example/x+9d4e7b5a+AAAA";
    Run run = shell.run("verify-pack", "--key", other, pack.toString());
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.err().startsWith("--key: "), run::toString);
  }

  @Test
  void nobodys_password_can_be_tried_on_it() throws IOException {
    String all = new String(Files.readAllBytes(pack), StandardCharsets.ISO_8859_1);
    assertFalse(all.contains("argon2"));
  }

  @Test
  void nothing_is_overwritten_and_nothing_but_a_pack_is_valid() throws IOException {
    Run again = shell.run("export", "--format", "evidence", pack.toString(), "--user", "auditor");
    assertEquals(2, again.code(), again::toString);
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
    Run run = shell.run("verify-pack", damaged.toString());
    assertEquals(1, run.code(), run::toString);
    assertTrue(run.out().startsWith("Not valid.\n"), run::toString);
    Run missing = shell.run("verify-pack", folder.resolve("missing").toString());
    assertEquals(
        new Run(
            2,
            "",
            folder.resolve("missing") + " cannot be read: is it there, and may you read it?\n"),
        missing);
  }

  @Test
  void a_receipt_has_its_proof_at_its_side_and_another_workstation_needs_a_key_alone()
      throws IOException {
    String entry = lastDeposit();
    Path paper = folder.resolve("r.PDF");
    Path proof = folder.resolve("r.tlog-proof");
    assertEquals("Made %s.\nMade %s.\n".formatted(paper, proof), receipt(paper).out());
    String checked = shell.done("check", proof.toString());
    assertTrue(checked.startsWith("Valid: entry " + entry + " of "), checked);
    String key =
        JSON.readTree(shell.done("check", "--json", proof.toString()))
            .path("signed_by")
            .path(0)
            .textValue();
    assertEquals(0, Shell.inMemory().run("check", "--key", key, proof.toString()).code());
    byte[] flipped = Files.readAllBytes(proof);
    flipped[flipped.length / 2] ^= 1;
    assertEquals(1, shell.run("check", Files.write(proof, flipped).toString()).code());
  }

  @Test
  void a_proof_that_is_there_is_not_overwritten_and_then_there_is_no_receipt_either()
      throws IOException {
    Path proof = Files.writeString(folder.resolve("r.tlog-proof"), "theirs");
    Run run = receipt(folder.resolve("r.pdf"));
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.err().startsWith("There is " + proof + " already"), run::toString);
    assertFalse(Files.exists(folder.resolve("r.pdf")));
    assertEquals("theirs", Files.readString(proof));
  }

  private String lastDeposit() {
    return shell
        .done("journal", "--json", "--user", "auditor")
        .lines()
        .filter(line -> line.contains("\"MoneyDeposited\""))
        .map(line -> line.replaceAll(".*?\"position\":(\\d+).*", "$1"))
        .toList()
        .getLast();
  }

  private Run receipt(Path paper) {
    return shell.run(
        "report", "receipt", "--entry", lastDeposit(), paper.toString(), "--user", "teller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export --format csv",
        "export --format jsonl",
        "export --format evidence",
        "export --format camt053 --from 2026-11-23 --to 2026-11-23",
        "export --format camt053 --account 1004-2213 --from 2026-11-23 --to 2026-11-23",
        "report journal --format csv --from 2026-11-23 --to 2026-11-23"
      })
  void every_export_is_under_a_checkpoint_kept_here_and_outside(String export) throws IOException {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    shell.done("checkpoint", "--keep-in", stick.toString(), "--user", "auditor");
    shell.done((export + " " + folder.resolve("out") + " --user auditor").split(" ", -1));
    String told =
        shell
            .done("journal", "--json", "--user", "auditor")
            .lines()
            .filter(line -> line.contains("\"AuditExported\""))
            .toList()
            .getLast();
    long entry = JSON.readTree(told).path("position").longValue();
    Path beside = folder.resolve("ledger").resolve("checkpoints.txt");
    Path outside;
    try (Stream<Path> files = Files.list(stick)) {
      outside = files.findFirst().orElseThrow();
    }
    for (Path kept : List.of(beside, outside)) {
      assertEquals(entry, lastSize(kept), kept::toString);
    }
  }

  @Test
  void a_ledger_continues_every_checkpoint_of_a_kept_file_or_is_told_the_first_it_does_not()
      throws IOException {
    shell.done("checkpoint", "--user", "auditor");
    Path kept = folder.resolve("ledger").resolve("checkpoints.txt");
    String text = Files.readString(kept);
    assertTrue(text.split("\n\n\u2014 ", -1).length > 2, text);
    assertEquals(0, verified(kept).code());
    Path copy = folder.resolve("copy.txt");
    Files.writeString(copy, text.stripTrailing() + "\n\n\n");
    assertEquals(0, verified(copy).code());
    String foreign = "x.example/y\n3\n" + "A".repeat(43) + "=\n";
    var stranger = SigningKey.generate("x.example/y");
    Files.writeString(copy, text + SignedNote.sign(foreign, stranger).toText());
    Shell.Run run = verified(copy);
    assertEquals(1, run.code());
    assertTrue(run.out().contains("of another ledger, x.example/y"), run.out());
    Files.writeString(copy, text + "something else\n");
    assertEquals(2, verified(copy).code());
  }

  private Shell.Run verified(Path checkpoints) {
    return shell.run("verify", "--checkpoint", checkpoints.toString(), "--user", "auditor");
  }

  @Test
  void a_witness_that_is_shown_another_ledger_says_so() throws IOException {
    String state = folder.resolve("witness").toString();
    shell.done("witness", "--state", state, "--user", "auditor");
    Path seen = folder.resolve("witness").resolve("seen");
    Files.writeString(seen, "x.example/other" + Files.readString(seen).replaceFirst("[^\n]*", ""));
    Shell.Run run = shell.run("witness", "--state", state, "--user", "auditor");
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().contains("another ledger: it knows x.example/other, and"), run.out());
  }

  @Test
  void what_is_no_proof_is_told_for_what_it_is() throws IOException {
    Path file = folder.resolve("receipt");
    Map.of(
            "\u0089PNG\r\n\u001a\n and no more", "no whole picture",
            "%PDF-1.7 and no more", "is a PDF or a JPEG",
            "\u00ff\u00d8\u00ff\u00e0 and no more", "is a PDF or a JPEG")
        .forEach((content, told) -> {
          try {
            Files.writeString(file, content, StandardCharsets.ISO_8859_1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          Shell.Run run = shell.run("check", file.toString());
          assertEquals(2, run.code());
          assertTrue(run.err().contains(told), run.err());
        });
  }

  @Test
  void a_folder_that_is_not_there_keeps_no_checkpoints() {
    String none = folder.resolve("none").toString();
    Shell.Run run = shell.run("checkpoint", "--keep-in", none, "--user", "auditor");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("There is no folder " + none), run.err());
  }

  @Test
  void a_posting_taken_out_of_the_tape_is_found_at_its_entry_also_without_the_database()
      throws IOException {
    long position =
        JSON.readTree(
                shell
                    .done("journal", "--json", "--user", "auditor")
                    .lines()
                    .filter(line -> line.contains("\"MoneyDeposited\"") && line.contains("70.5"))
                    .toList()
                    .getLast())
            .path("position")
            .longValue();
    Path ledger = folder.resolve("ledger");
    new Purge(ledger, _ -> List.of(), InstantSource.fixed(Shell.NOW))
        .run(Map.of(position, "{}".getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    Files.delete(ledger.resolve("ledger.mv.db"));
    Shell.Run run = shell.run("verify", "--user", "auditor");
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().contains("entry %d: ".formatted(position)), run.out());
  }

  /** How many entries the last checkpoint in a file is over. */
  private static long lastSize(Path checkpoints) throws IOException {
    String[] notes = Files.readString(checkpoints).strip().split("\n\n(?=[^\\u2014])", -1);
    return Long.parseLong(notes[notes.length - 1].strip().split("\n", -1)[1]);
  }
}
