package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
  @ParameterizedTest
  @EnumSource(Migrations.class)
  void the_scripts_are_numbered_from_1_to_the_one_that_the_program_knows_as_the_last(
      Migrations migrations) throws Exception {
    URI folder = Objects.requireNonNull(getClass().getResource("/" + migrations.scripts())).toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      var numbers =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .sorted()
              .toList();
      assertEquals(IntStream.rangeClosed(1, migrations.newest()).boxed().toList(), numbers);
    }
  }
}
