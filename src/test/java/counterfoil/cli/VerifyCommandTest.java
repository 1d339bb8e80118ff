package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.application.StoredLedgers;
import counterfoil.cli.Shell.Run;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.proof.SignedNote;
import counterfoil.proof.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Shell shell = Shell.withLedger();
  private @TempDir Path folder = Path.of("");

  VerifyCommandTest() {
    shell.done("post", "open_account", "account=7", "holder_name=Nadia", "opening_deposit=100");
    shell.done("post", "deposit", "account=7", "amount=1");
  }

  private JsonNode verified() throws IOException {
    return JSON.readTree(shell.done("verify", "--json"));
  }

  private Path checkpoint(String text) throws IOException {
    return Files.writeString(folder.resolve("checkpoint"), text);
  }

  private Run verify(Path checkpoint) {
    return shell.run("verify", "--json", "--checkpoint", checkpoint.toString());
  }

  @Test
  void an_intact_ledger_is_answered_with_its_checkpoint() throws IOException {
    var verified = verified();
    assertTrue(verified.path("intact").booleanValue());
    assertEquals(2, verified.path("entries").intValue());
    var lines = verified.path("checkpoint").textValue().lines().toList();
    assertTrue(lines.get(0).startsWith("counterfoil.local/riverside-branch/"), lines::toString);
    assertEquals("2", lines.get(1));
    assertEquals(verified.path("root").textValue(), lines.get(2));
    assertEquals(5, verified.size());
  }

  @Test
  void an_intact_ledger_is_told_in_words() throws IOException {
    assertEquals(
        "Intact: 2 entries, root %s.\nThe ledger is %s.\n"
            .formatted(verified().path("root").textValue(), origin()),
        shell.done("verify"));
  }

  private String origin() throws IOException {
    return verified().path("checkpoint").textValue().lines().findFirst().orElseThrow();
  }

  @Test
  void a_ledger_that_has_grown_continues_its_checkpoint() throws IOException {
    var checkpoint = checkpoint(verified().path("checkpoint").textValue());
    shell.done("post", "deposit", "account=7", "amount=1");
    assertEquals(0, verify(checkpoint).code());
  }

  @Test
  void a_checkpoint_signed_by_somebody_else_is_a_finding_and_a_signature_that_is_none_bad_input()
      throws IOException {
    var text = verified().path("checkpoint").textValue();
    var stranger = SigningKey.generate("counterfoil.local/elsewhere");
    assertEquals(1, verify(checkpoint(SignedNote.sign(text, stranger).toText())).code());
    assertEquals(2, verify(checkpoint(text + "\n\u2014 signed by x AA=\n")).code());
  }

  @Test
  void another_ledger_does_not_continue_the_checkpoint() throws IOException {
    var checkpoint =
        checkpoint(verified().path("checkpoint").textValue().replace("riverside", "hillside"));
    var run = verify(checkpoint);
    assertEquals(1, run.code());
    assertTrue(
        run.out().startsWith("{\"intact\":false,\"findings\":[{\"position\":0,\"what\":"),
        run.out());
  }

  @Test
  void a_ledger_that_was_cut_does_not_continue_the_checkpoint() throws IOException {
    var checkpoint =
        checkpoint(verified().path("checkpoint").textValue().replace("\n2\n", "\n3\n"));
    var run = verify(checkpoint);
    assertEquals(1, run.code());
    assertTrue(run.out().contains("the ledger ends here"), run.out());
  }

  @Test
  void a_ledger_with_other_entries_does_not_continue_the_checkpoint() throws IOException {
    var checkpoint =
        checkpoint(verified().path("checkpoint").textValue().replace("\n2\n", "\n1\n"));
    var run = verify(checkpoint);
    assertEquals(1, run.code());
    assertTrue(run.out().contains("{\"position\":1,\"what\":"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "a\n1\n", "a\n-1\nx\n", "a\n01\nx\n", "a\n1\nx\n"})
  void what_is_no_checkpoint_is_bad_input(String text) throws IOException {
    var run = verify(checkpoint(text));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("is no checkpoint"), run.err());
  }

  @Test
  void a_checkpoint_that_is_not_there_is_bad_input() {
    var run = verify(folder.resolve("none"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("cannot be read"), run.err());
  }

  @Test
  void a_damaged_tape_is_the_answer_no() {
    var run = new Shell(new DamagedLedgers(), Path.of("ledger")).run("verify", "--json");
    assertEquals(1, run.code());
    assertEquals(
        "{\"intact\":false,\"findings\":[{\"position\":17,\"what\":\"the tape is damaged\"}]}\n",
        run.out());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void a_torn_end_of_the_tape_is_told_beside_the_answer_and_only_once() throws IOException {
    var onDisk = new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), folder);
    onDisk.done("init", "--branch", "Riverside", "--currency", "EUR");
    Path tape = folder.resolve("tape").resolve("0000000000000000001.tape");
    try (var file = FileChannel.open(tape, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 4096);
    }
    var run = onDisk.run("verify");
    assertEquals(0, run.code());
    assertTrue(run.err().contains("behind entry 0, was torn"), run.err());
    assertTrue(run.err().contains("3 bytes were set aside in " + folder), run.err());
    assertEquals("", onDisk.run("verify").err());
  }

  @Test
  void rebuilding_tells_the_number_of_entries() {
    assertEquals("{\"entries\":2,\"seconds\":0.000}\n", shell.done("rebuild", "--json"));
    assertEquals("Rebuilt everything from 2 entries in 0.000 s.\n", shell.done("rebuild"));
  }

  /** Ledgers that cannot be opened. */
  private static final class DamagedLedgers implements Ledgers {
    @Override
    public boolean present(LedgerPlace ledger) {
      return true;
    }

    @Override
    public Ledger open(LedgerPlace ledger, Progress progress) {
      throw new LedgerUnavailable(
          LedgerUnavailable.Reason.DAMAGED, Path.of("ledger"), "damaged", 17);
    }

    @Override
    public Ledger found(LedgerPlace ledger, Charter charter) {
      throw new LedgerUnavailable(LedgerUnavailable.Reason.EXISTS, Path.of("ledger"), "damaged");
    }

    @Override
    public Ledgers at(InstantSource clock) {
      return this;
    }
  }
}
