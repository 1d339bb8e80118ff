package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Ledgers;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.practice.DayPictures;
import counterfoil.application.practice.DayScene;
import counterfoil.eventstore.ServerLogin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs the program as a shell would, on a clock that stands still. */
final class Shell {
  static final Instant NOW = Instant.parse("2026-11-23T14:31:07Z");

  private final Ledgers ledgers;
  private final Path folder;
  private final List<Path> opened = new ArrayList<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, String> newPasswords = new HashMap<>();

  Shell(Ledgers ledgers, Path folder) {
    this.ledgers = ledgers;
    this.folder = folder;
  }

  /** With a ledger that touches no disk. */
  static Shell inMemory() {
    return new Shell(new MemoryLedgers(InstantSource.fixed(NOW)), Path.of("ledger"));
  }

  /** With a ledger of Riverside branch in euros. */
  static Shell withLedger() {
    var shell = inMemory();
    shell.done("init", "--branch", "Riverside branch", "--currency", "EUR");
    return shell;
  }

  /** From now on this is what the person gives when asked for a password. */
  Shell knowing(String name, String password) {
    passwords.put(name, password);
    return this;
  }

  /** From now on this is what the person wants for a new password. */
  Shell wanting(String name, String password) {
    newPasswords.put(name, password);
    return this;
  }

  /** What a run answered. */
  record Run(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  Run run(String... arguments) {
    return runOn(InputStream.nullInputStream(), arguments);
  }

  Run runWith(String input, String... arguments) {
    return runOn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  Run runOn(InputStream in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = program(new Terminal(in, out, err)).run(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  CommandLineProgram program(Terminal terminal) {
    return new CommandLineProgram(
        ledgers,
        new Surroundings(
            folder,
            "amara",
            "WS-02",
            InstantSource.fixed(NOW),
            ZoneOffset.UTC,
            _ -> "",
            name -> passwords.getOrDefault(name, "").toCharArray(),
            name -> newPasswords.getOrDefault(name, "").toCharArray()),
        terminal,
        new NoScreens(),
        "0.0.0");
  }

  /** Runs what must succeed; returns its output. */
  String done(String... arguments) {
    var run = run(arguments);
    assertEquals(ExitCode.DONE, run.code(), () -> Arrays.toString(arguments) + run);
    return run.out();
  }

  /** The folders that the desktop was opened on. */
  List<Path> opened() {
    return opened;
  }

  private final class NoScreens implements Screens {
    @Override
    public int open(Path dataFolder, Optional<ServerLogin> server) {
      opened.add(dataFolder);
      return ExitCode.DONE;
    }

    @Override
    public DayPictures pictures(Path folder) {
      return new NoPictures(folder);
    }
  }

  /** Says that it has taken one picture at each moment, and another of a paper. */
  private record NoPictures(Path folder, List<DayScene.Moment> looked) implements DayPictures {
    NoPictures(Path folder) {
      this(folder, new ArrayList<>());
    }

    @Override
    public void look(DayScene scene) {
      looked.add(scene.moment());
    }

    @Override
    public List<Path> screens() {
      return looked.stream()
          .map(moment -> folder.resolve(moment.name().toLowerCase(Locale.ROOT) + "-light.png"))
          .toList();
    }

    @Override
    public List<Path> papers() {
      return List.of(folder.resolve("receipt.png"));
    }

    @Override
    public void close() {}
  }
}
