package counterfoil.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.h2.engine.Constants;

/** How figures are taken and told: percentiles, no averages. */
final class Figures {
  private Figures() {}

  /** Something whose time is taken. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  static void title(String title) {
    System.out.println();
    System.out.println("-- " + title);
  }

  // The annotation that the check asks for is another library, for this one method.
  @SuppressWarnings("AnnotateFormatMethod")
  static void line(String what, String form, Object... values) {
    System.out.printf(Locale.ROOT, "%-52s %s%n", what, String.format(Locale.ROOT, form, values));
  }

  /** The machine, the versions and what a force is here. */
  static void machine(Path folder) throws IOException {
    Runtime runtime = Runtime.getRuntime();
    line(
        "machine",
        "%s, %d cores, heap %d MiB",
        processor(),
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20);
    line(
        "versions",
        "Java %s, H2 %s, %s %s",
        System.getProperty("java.vm.version"),
        Constants.VERSION,
        System.getProperty("os.name"),
        System.getProperty("os.version"));
    line(
        "disk",
        "%s, forced with fdatasync (FileChannel.force(false))",
        Files.getFileStore(folder).type());
    line("load before", "%s", load());
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Files.isReadable(file) ? Files.readString(file).strip() : "not known";
  }

  static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Runs work so often, and returns how long each time took. */
  static Times times(int count, Work work) throws Exception {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - start;
    }
    return new Times(nanos);
  }

  /** Durations in nanoseconds; sorted by the constructor. */
  record Times(long[] nanos) {
    Times {
      Arrays.sort(nanos);
    }

    double micros(double percent) {
      return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * percent / 100))] / 1e3;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "p50 %,.0f us, p99 %,.0f us, longest %,.0f us",
          micros(50),
          micros(99),
          micros(100));
    }
  }
}
