package counterfoil.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store does at scale, each part in a process of its own: {@code entries} is a system
 * property, a million if it is not given; ten million take some fifteen minutes and 20 GB.
 */
public final class ScaleBenchmark {
  private static final long SMALL_ENTRIES = 10_000;
  private static final long SEED = 7;

  private ScaleBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    long entries = Long.getLong("entries", 1_000_000);
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "scale-");
    Figures.machine(folder);
    Figures.line("ledger", "%,d entries, %,d accounts", entries, GeneratedTape.accountsOf(entries));
    Path small = folder.resolve("small");
    Path large = folder.resolve("large");
    GeneratedTape.write(small, SMALL_ENTRIES, SEED);
    GeneratedTape.write(large, entries, SEED);
    Figures.title("writing");
    run(Writing.class, List.of(), folder.toString());
    Figures.title("opening, rebuilding, sizes");
    run(Opening.class, List.of(), small.toString(), large.toString(), Long.toString(entries));
    Figures.title("reading and proving");
    run(Reading.class, List.of(), large.toString(), Long.toString(entries));
    Figures.title("proofs");
    run(Proving.class, List.of(), large.toString());
    Figures.title("a small heap");
    run(SmallHeap.class, List.of("-Xmx128m"), large.toString(), Long.toString(entries));
  }

  private static void run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), main.getName()));
    command.addAll(List.of(arguments));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
