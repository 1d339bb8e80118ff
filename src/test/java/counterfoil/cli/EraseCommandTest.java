package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StoredLedgers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer is erased on the command line, on record and in the files. */
class EraseCommandTest {
  private static final String PASSWORD = "four tall brown horses";

  private @TempDir Path parent = Path.of("");
  private Shell shell = Shell.inMemory();

  @BeforeEach
  void a_ledger_with_staff_and_a_customer() {
    shell =
        new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), parent.resolve("ledger"))
            .knowing("ada", PASSWORD)
            .knowing("lucia", PASSWORD);
    shell.done("init", "--branch", "Riverside", "--currency", "EUR");
    staff("founder", "ada", "administrator");
    staff("ada", "lucia", "head_teller");
    post("lucia", "open_business_day");
    post("lucia", "register_customer", "name=Xenia Markova", "phone=0712 555 987");
  }

  private void staff(String by, String name, String role) {
    var run =
        shell.runWith(
            "{\"do\":\"add_staff\",\"name\":\"%s\",\"full_name\":\"%s\",\"roles\":\"%s\",\"password\":\"%s\"}\n"
                .formatted(name, name, role, PASSWORD),
            "post",
            "-",
            "--user",
            by);
    assertEquals(0, run.code(), run.out() + run.err());
  }

  private void post(String who, String... command) {
    shell.done(
        Stream.of(Stream.of("post"), Stream.of(command), Stream.of("--user", who))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  @Test
  void the_name_is_in_no_file_afterwards_and_the_ledger_is_intact() throws IOException {
    assertTrue(found("Xenia Markova"));
    var run = shell.run("erase", "C-000001", "--reason", "Asked for it", "--user", "ada", "--json");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("\"carried_out\":true"), run.out());
    assertTrue(run.err().contains("Backups, exports and copies"), run.err());
    assertFalse(found("Xenia Markova"));
    assertFalse(found("0712 555 987"));
    assertTrue(shell.done("verify", "--json").startsWith("{\"intact\":true"));
    assertTrue(shell.done("list", "customers", "--user", "lucia").contains("(erased)"));
  }

  @Test
  void what_was_posted_alone_is_carried_out_by_whatever_opens_the_ledger_next() throws IOException {
    post("ada", "erase_customer", "customer=C-000001", "reason=Asked");
    assertTrue(found("Xenia Markova"));
    shell.done("verify");
    assertFalse(found("Xenia Markova"));
  }

  @Test
  void a_backup_from_after_it_restores_and_holds_nothing_and_one_from_before_still_does()
      throws IOException {
    String before = parent.resolve("before").toString();
    shell.done("backup", before);
    shell.done("erase", "C-000001", "--reason", "Asked for it", "--user", "ada");
    String after = parent.resolve("after").toString();
    shell.done("backup", after);
    shell.done("restore", after, "--replace");
    shell.done("verify");
    assertFalse(found("Xenia Markova", parent.resolve("ledger")));
    assertTrue(found("Xenia Markova", Path.of(before)));
  }

  @Test
  void a_teller_may_not_and_nothing_happens_without_a_customer_or_a_reason() throws IOException {
    refused("none of your roles allows this", "C-000001", "--reason", "Asked", "--user", "lucia");
    refused(
        "Nothing was erased. There is no customer C-7", "C-7", "--reason", "x", "--user", "ada");
    refused("is not a customer's number", "C 7", "--reason", "x", "--user", "ada");
    refused("--reason", "C-000001", "--user", "ada");
    assertTrue(found("Xenia Markova"));
    shell.done("erase", "C-000001", "--reason", "Asked", "--user", "ada");
    refused("has been erased", "C-000001", "--reason", "Asked", "--user", "ada");
  }

  private void refused(String words, String... arguments) {
    var run =
        shell.run(Stream.concat(Stream.of("erase"), Stream.of(arguments)).toArray(String[]::new));
    assertEquals(ExitCode.BAD_INPUT, run.code(), run.out() + run.err());
    assertTrue(run.err().contains(words), run.err());
  }

  private boolean found(String text) throws IOException {
    return found(text, parent);
  }

  private static boolean found(String text, Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
