package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  private final Shell shell = Shell.inMemory();

  @Test
  void the_day_is_told_as_it_goes_and_proven_at_the_end() {
    var lines = shell.run("demo").lines();
    assertTrue(lines.contains("2026-11-20: 28 customers to serve"), lines::toString);
    assertTrue(lines.contains("2026-11-23: three tellers and a supervisor"), lines::toString);
    assertTrue(
        lines.contains(
            "  Every balance, every drawer, the vault and the journal agree to the cent."),
        lines::toString);
    assertTrue(lines.getLast().startsWith("Verified: 757 entries, root "), lines::toString);
  }

  @Test
  void for_programs_the_answer_is_one_document_and_the_telling_beside_it() throws IOException {
    var run = shell.run("demo", "--json", "--screens", "pictures");
    assertEquals(0, run.code());
    assertEquals(1, run.lines().size());
    var answer = JsonMapper.builder().build().readTree(run.out());
    assertEquals(757, answer.path("entries").intValue());
    assertEquals(44, answer.path("root").textValue().length());
    assertEquals(2, answer.path("screens").size());
    assertTrue(answer.path("screens").get(0).textValue().endsWith("noon-light.png"));
    assertTrue(run.err().contains("Wrote "), run.err());
    assertTrue(run.err().contains("receipt.png"), run.err());
  }

  @Test
  void without_pictures_there_is_an_empty_list() {
    assertTrue(shell.run("demo", "--json").out().endsWith(",\"screens\":[]}\n"));
  }

  @Test
  void ones_own_ledger_is_not_touched() {
    var own = Shell.withLedger();
    own.done("demo");
    assertEquals("", own.done("journal", "--json"));
  }
}
