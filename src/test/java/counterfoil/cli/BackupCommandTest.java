package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.application.StoredLedgers;
import counterfoil.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, and a tape from the database, as they are asked for on the command line. */
class BackupCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private @TempDir Path folder = Path.of("");
  private Path ledger = Path.of("");
  private Path backup = Path.of("");

  @BeforeEach
  void recordALedger() {
    ledger = folder.resolve("ledger");
    backup = folder.resolve("riverside.backup");
    done("init", "--branch", "Riverside", "--currency", "EUR");
    done("post", "open_account", "account=7", "holder_name=Nadia", "opening_deposit=100");
    done("post", "open_account", "account=8", "holder_name=Tomas", "opening_deposit=5");
    done("post", "transfer", "from=7", "to=8", "amount=12.50");
  }

  private Shell at(Path place) {
    return new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), place);
  }

  private String done(String... arguments) {
    return at(ledger).done(arguments);
  }

  private Run run(String... arguments) {
    return at(ledger).run(arguments);
  }

  private static String root(String verified) throws IOException {
    return JSON.readTree(verified).path("root").textValue();
  }

  private Path checkpoint() throws IOException {
    JsonNode verified = JSON.readTree(done("verify", "--json"));
    return Files.writeString(folder.resolve("checkpoint"), verified.path("checkpoint").textValue());
  }

  @Test
  void a_backup_is_answered_with_its_entries_and_root() throws IOException {
    String answer = done("backup", "--json", backup.toString());
    String root = root(done("verify", "--json"));
    assertEquals("{\"entries\":4,\"root\":\"" + root + "\"}\n", answer);
  }

  @Test
  void a_backup_restored_elsewhere_is_the_same_ledger() throws IOException {
    done("backup", backup.toString());
    Shell other = at(folder.resolve("other"));
    String root = root(done("verify", "--json"));
    assertEquals(
        "{\"entries\":4,\"root\":\"" + root + "\"}\n",
        other.done("restore", "--json", backup.toString()));
    assertEquals(root, root(other.done("verify", "--json")));
    assertEquals(done("balances", "--json"), other.done("balances", "--json"));
    assertEquals(done("journal", "--json"), other.done("journal", "--json"));
  }

  @Test
  void a_file_that_exists_is_not_written_over() throws IOException {
    Files.writeString(backup, "mine");
    var run = run("backup", backup.toString());
    assertEquals(2, run.code());
    assertEquals(
        "There is a file %s already, and it was left as it is: name another one.\n"
            .formatted(backup),
        run.err());
    assertEquals("mine", Files.readString(backup));
  }

  @Test
  void a_backup_into_a_folder_that_is_not_there_is_a_fault() {
    var run = run("backup", folder.resolve("none").resolve("x").toString());
    assertEquals(3, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void restoring_over_a_ledger_needs_to_be_asked_for() {
    done("backup", backup.toString());
    var run = run("restore", backup.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("give --replace"), run.err());
    var replaced = run("restore", "--replace", backup.toString());
    assertEquals(0, replaced.code(), replaced.err());
    assertTrue(replaced.err().contains("What was there is kept in"), replaced.err());
    done("verify");
  }

  @Test
  void entries_behind_the_backup_are_given_up_only_on_request() {
    done("backup", backup.toString());
    done("post", "deposit", "account=7", "amount=1");
    var run = run("restore", "--replace", backup.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("goes on behind entry 4"), run.err());
    done("restore", "--replace", "--drop-entries", backup.toString());
    assertTrue(done("verify").startsWith("Intact: 4 entries"));
  }

  @Test
  void a_damaged_ledger_says_what_to_do_and_doing_it_brings_everything_back() throws IOException {
    done("backup", backup.toString());
    done("post", "deposit", "account=7", "amount=1");
    String balances = done("balances", "--json");
    damage(ledger.resolve("tape").resolve("0000000000000000001.tape"), 4096 + 100);
    var refused = run("balances");
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("damaged at entry 1"), refused.err());
    assertTrue(refused.err().contains("`counterfoil restore FILE --replace`"), refused.err());
    var restored = run("restore", "--replace", backup.toString());
    assertEquals(0, restored.code(), restored.err());
    assertTrue(
        restored
            .err()
            .contains(
                "The backup ends at entry 4; the ledger that was there gave the rest, up to entry"
                    + " 5."),
        restored.err());
    assertEquals(balances, done("balances", "--json"));
    assertTrue(done("verify").startsWith("Intact: 5 entries"));
  }

  @Test
  void what_is_no_backup_is_bad_input() throws IOException {
    for (String content : new String[] {"", "a letter", "CNTRBKUP"}) {
      Files.writeString(backup, content);
      var run = run("restore", "--replace", backup.toString());
      assertEquals(2, run.code());
      assertEquals(1, run.err().lines().count(), run.err());
    }
    assertEquals(2, run("restore", "--replace", folder.resolve("none").toString()).code());
    done("verify");
  }

  @Test
  void a_lost_tape_is_made_from_the_database_that_the_checkpoint_proves() throws IOException {
    Path checkpoint = checkpoint();
    String balances = done("balances", "--json");
    Files.move(ledger.resolve("tape"), folder.resolve("lost"));
    var refused = run("balances");
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("--tape-from-database --checkpoint FILE"), refused.err());
    assertEquals(2, run("rebuild", "--tape-from-database").code());
    assertEquals(2, run("rebuild", "--checkpoint", checkpoint.toString()).code());
    assertEquals(
        "{\"entries\":4,\"seconds\":0.000}\n",
        done("rebuild", "--tape-from-database", "--checkpoint", checkpoint.toString(), "--json"));
    assertEquals(balances, done("balances", "--json"));
    assertTrue(done("verify").startsWith("Intact: 4 entries"));
  }

  @Test
  void a_checkpoint_that_does_not_fit_makes_no_tape() throws IOException {
    Path checkpoint = checkpoint();
    done("post", "deposit", "account=7", "amount=1");
    Files.move(ledger.resolve("tape"), folder.resolve("lost"));
    var run = run("rebuild", "--tape-from-database", "--checkpoint", checkpoint.toString());
    assertEquals(1, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(Files.exists(ledger.resolve("tape")));
  }

  @Test
  void a_ledger_that_does_not_lie_in_a_folder_is_not_restored_here() {
    var run = Shell.withLedger().run("restore", backup.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("does not lie in a folder"), run.err());
  }

  private static void damage(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
