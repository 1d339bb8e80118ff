package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.desktop.timeline.TimelineFigures;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeline's screen on a ledger of a million entries, or of {@code entries}, without a display
 * and in a heap of 256 MiB: how long each thing takes that is done to it. The generated ledger is
 * kept in the folder for the next time. A second folder may be named, with a ledger of its own.
 */
public final class Timelines {
  private static final long SEED = 7;
  private static final String HEAP = "-Xmx256m";

  private Timelines() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    long entries = Long.getLong("entries", 1_000_000);
    Path folder =
        Files.createDirectories(Path.of(args[0]).resolve("timelines")).resolve("" + entries);
    make(folder, entries);
    Figures.machine(folder);
    Figures.line("ledger", "%,d entries, %,d accounts", entries, GeneratedTape.accountsOf(entries));
    drive(folder);
    if (args.length > 1) {
      drive(Path.of(args[1]));
    }
  }

  /** Its database is made here too: the screen is to find it ready. */
  private static void make(Path folder, long entries) throws IOException {
    if (!Files.exists(folder.resolve("tape"))) {
      GeneratedTape.write(folder, entries, SEED);
    }
    try (Ledger ledger = new StoredLedgers(InstantSource.system()).open(folder, Progress.NONE)) {
      Figures.line("database", "%,d entries", ledger.head().position());
    }
  }

  private static void drive(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-Xmx"))
        .forEach(command::add);
    command.add(HEAP);
    command.addAll(
        List.of(
            "-cp",
            ManagementFactory.getRuntimeMXBean().getClassPath(),
            TimelineFigures.class.getName(),
            folder.toString()));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
