package counterfoil.application.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.application.export.ExportFailed.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come together or not at all. */
class NewFilesTest {
  @TempDir Path folder;

  private static NewFiles.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> here() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothing_has_its_name_before_everything_is_written() throws IOException {
    try (var files = NewFiles.inFolder(folder)) {
      files.write("a", text("1"));
      files.write("b", text("2"));
      assertEquals(0, here().stream().filter(name -> name.length() == 1).count());
      assertEquals(2, files.count());
      assertEquals(List.of(folder.resolve("a"), folder.resolve("b")), files.publish());
    }
    assertEquals(List.of("a", "b"), here());
    assertEquals("2", Files.readString(folder.resolve("b")));
  }

  @Test
  void what_a_killed_export_has_left_goes_with_the_next_one_to_the_same_place() throws IOException {
    String left = ".part-%d-01234567-89ab-cdef-0123-456789abcdef";
    long nobody = 999_999_999_999L;
    Path killed = Files.createDirectory(folder.resolve("a" + left.formatted(nobody)));
    Files.writeString(killed.resolve("a"), "half");
    Path replacing = Files.createDirectory(folder.resolve("a" + left.formatted(nobody + 1)));
    Files.writeString(replacing.resolve("a.replaced"), "the only copy");
    long me = ProcessHandle.current().pid();
    Path running = Files.createDirectory(folder.resolve("a" + left.formatted(me)));
    Path another = Files.createDirectory(folder.resolve("b" + left.formatted(nobody)));
    try (var files = NewFiles.file(folder.resolve("a"), "x")) {
      files.write("a", text("1"));
      files.publish();
    }
    assertEquals(
        Stream.of(folder.resolve("a"), replacing, running, another)
            .map(path -> path.getFileName().toString())
            .sorted()
            .toList(),
        here());
  }

  @Test
  void the_hash_is_that_of_all_files_one_behind_the_other() {
    try (var files = NewFiles.inFolder(folder)) {
      files.write("a", text("ab"));
      files.write("b", text("c"));
      // SHA-256 of "abc", from FIPS 180-2.
      assertEquals(
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", files.sha256());
    }
  }

  @Test
  void a_disk_that_fills_up_leaves_nothing() throws IOException {
    var failed =
        assertThrows(
            ExportFailed.class,
            () -> {
              try (var files = NewFiles.inFolder(folder.resolve("out"))) {
                files.write("a", text("1"));
                files.write(
                    "b",
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    });
              }
            });
    assertEquals(Reason.NOT_WRITABLE, failed.reason());
    assertEquals(folder.resolve("out").resolve("b"), failed.file());
    assertEquals(List.of(), here());
  }

  @Test
  void what_got_the_name_meanwhile_keeps_it_and_no_other_file_stays() throws IOException {
    try (var files = NewFiles.inFolder(folder)) {
      files.write("a", text("1"));
      files.write("b", text("2"));
      Files.writeString(folder.resolve("b"), "theirs");
      assertEquals(Reason.EXISTS, assertThrows(ExportFailed.class, files::publish).reason());
    }
    assertEquals(List.of("b"), here());
    assertEquals("theirs", Files.readString(folder.resolve("b")));
  }

  @Test
  void a_file_may_take_anothers_place_where_that_was_asked_for() throws IOException {
    Path file = folder.resolve("a");
    Files.writeString(file, "old");
    try (var files = NewFiles.replacing(file)) {
      files.write("a", text("new"));
      assertEquals("old", Files.readString(file));
      files.publish();
    }
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a"), here());
  }

  @Test
  void without_publishing_it_is_as_if_nothing_had_been() throws IOException {
    Path file = folder.resolve("a");
    Files.writeString(file, "old");
    try (var files = NewFiles.replacing(file)) {
      files.write("a", text("new"));
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a"), here());
  }

  @Test
  void what_was_replaced_comes_back_where_the_file_beside_it_cannot_have_its_name()
      throws IOException {
    Path file = folder.resolve("a.pdf");
    Files.writeString(file, "old");
    Files.createDirectories(folder.resolve("a.proof").resolve("in the way"));
    try (var files = NewFiles.replacing(file)) {
      files.write("a.pdf", text("new"));
      files.writeBeside(".proof", text("proof"));
      assertThrows(ExportFailed.class, files::publish);
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.pdf", "a.proof"), here());
  }

  @Test
  void a_place_without_a_name_can_get_no_file() {
    assertThrows(ExportFailed.class, () -> NewFiles.inFolder(folder.getRoot()));
  }
}
