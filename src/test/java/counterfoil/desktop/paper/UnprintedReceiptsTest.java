package counterfoil.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import counterfoil.desktop.paper.UnprintedReceipts.Unprinted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprintedReceiptsTest {
  @TempDir private Path folder;

  private UnprintedReceipts of(String origin) {
    return new UnprintedReceipts(Optional.of(folder), origin);
  }

  @Test
  void what_waits_is_known_again_after_a_restart_until_it_is_printed() {
    var before = of("branch");
    before.add(new Unprinted(7, 0));
    before.add(new Unprinted(9, 2));
    before.add(new Unprinted(7, 0));
    assertEquals(List.of(new Unprinted(7, 0), new Unprinted(9, 2)), of("branch").all());
    of("branch").remove(new Unprinted(7, 0));
    assertEquals(List.of(new Unprinted(9, 2)), of("branch").all());
  }

  @Test
  void the_lists_of_two_ledgers_in_one_folder_do_not_meet() {
    of("branch").add(new Unprinted(7, 0));
    of("sample").add(new Unprinted(8, 0));
    assertEquals(List.of(new Unprinted(7, 0)), of("branch").all());
    assertEquals(List.of(new Unprinted(8, 0)), of("sample").all());
  }

  @Test
  void the_eldest_goes_when_too_many_wait() {
    var list = of("branch");
    for (int i = 1; i <= UnprintedReceipts.MOST + 1; i++) {
      list.add(new Unprinted(i, 0));
    }
    assertEquals(UnprintedReceipts.MOST, list.all().size());
    assertEquals(new Unprinted(2, 0), of("branch").all().getFirst());
  }

  @Test
  void a_line_that_cannot_be_understood_is_left_out() throws IOException {
    Files.writeString(
        folder.resolve("unprinted-receipts.txt"), "branch 0 0\nbranch x\nbranch 5 1\n");
    assertEquals(List.of(new Unprinted(5, 1)), of("branch").all());
  }

  @Test
  void without_a_folder_nothing_is_written() throws IOException {
    var list = new UnprintedReceipts(Optional.empty(), "branch");
    list.add(new Unprinted(7, 0));
    assertEquals(1, list.all().size());
    try (var files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }
}
