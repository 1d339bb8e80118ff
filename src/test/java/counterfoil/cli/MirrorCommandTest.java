package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StoredLedgers;
import counterfoil.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mirror of the tape as it is set, compared and ended on the command line. */
class MirrorCommandTest {
  private static final String FIRST = "0000000000000000001.tape";
  private @TempDir Path folder = Path.of("");
  private Path mirror = Path.of("");
  private Shell shell = Shell.inMemory();

  @BeforeEach
  void recordAMirroredLedger() {
    mirror = folder.resolve("second");
    shell = new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), folder.resolve("ledger"));
    shell.done("init", "--branch", "R", "--currency", "EUR", "--mirror", mirror.toString());
    shell.done("post", "open_account", "account=7", "holder_name=Nadia", "opening_deposit=100");
  }

  private Path tape() {
    return folder.resolve("ledger").resolve("tape");
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[4096 + 100] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void what_is_posted_is_on_both() throws IOException {
    assertEquals(-1, Files.mismatch(tape().resolve(FIRST), mirror.resolve(FIRST)));
  }

  @Test
  void a_damaged_tape_opens_from_its_mirror() throws IOException {
    damage(tape().resolve(FIRST));
    assertTrue(shell.done("balances", "--json").contains("\"100.00\""));
    assertTrue(shell.done("verify").startsWith("Intact: 1 entries"));
    assertEquals(-1, Files.mismatch(tape().resolve(FIRST), mirror.resolve(FIRST)));
  }

  @Test
  void nothing_is_founded_where_the_mirror_holds_something_else() throws IOException {
    Path other = folder.resolve("other");
    var run =
        new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), other)
            .run("init", "--branch", "X", "--currency", "EUR", "--mirror", tape().toString());
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.err().contains("nothing was created"), run::toString);
    assertFalse(Files.exists(other));
    assertFalse(Files.exists(tape().resolve("counterfoil-mirror.txt")));
  }

  @Test
  void a_database_of_another_ledger_does_not_make_the_tape_a_damaged_one() throws IOException {
    Path other = folder.resolve("other");
    Shell longer = new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), other);
    longer.done("init", "--branch", "X", "--currency", "EUR");
    longer.done("post", "open_account", "account=8", "holder_name=Jonas", "opening_deposit=5");
    longer.done("post", "deposit", "account=8", "amount=1");
    Files.copy(
        other.resolve("ledger.mv.db"),
        folder.resolve("ledger").resolve("ledger.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    assertTrue(shell.done("balances", "--json").contains("\"100.00\""));
    assertTrue(shell.done("verify").startsWith("Intact: 1 entries"));
  }

  @Test
  void comparing_names_the_file_that_was_mended() throws IOException {
    assertEquals(
        "{\"mirror\":\"%s\",\"mended\":[]}\n".formatted(mirror), shell.done("mirror", "--json"));
    damage(mirror.resolve(FIRST));
    String answer = shell.done("mirror");
    assertTrue(answer.contains(FIRST + ".damaged-"), answer);
    assertTrue(shell.done("verify").startsWith("Intact"));
  }

  @Test
  void without_its_disk_nothing_opens_until_it_is_given_up() throws IOException {
    Files.move(mirror, folder.resolve("unplugged"));
    Run run = shell.run("balances");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("`counterfoil mirror --off`"), run.err());
    assertEquals(3, shell.run("mirror").code());
    assertEquals("The tape has no mirror.\n", shell.done("mirror", "--off"));
    shell.done("balances");
    Files.move(folder.resolve("unplugged"), mirror);
    shell.done("post", "deposit", "account=7", "amount=1");
    shell.done("mirror", mirror.toString());
    assertEquals(-1, Files.mismatch(tape().resolve(FIRST), mirror.resolve(FIRST)));
  }

  @Test
  void a_folder_and_off_do_not_go_together_and_a_ledger_must_be_there() {
    assertEquals(2, shell.run("mirror", "--off", mirror.toString()).code());
    Shell nowhere =
        new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), folder.resolve("none"));
    assertEquals(2, nowhere.run("mirror", folder.resolve("m").toString()).code());
    assertFalse(Files.exists(folder.resolve("m")));
  }
}
