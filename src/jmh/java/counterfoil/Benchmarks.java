package counterfoil;

import counterfoil.application.Actor;
import counterfoil.application.Founding;
import counterfoil.application.ImportBenchmark;
import counterfoil.application.Ledger;
import counterfoil.application.PostingBenchmark;
import counterfoil.application.RebuildBenchmark;
import counterfoil.application.StoredLedgers;
import counterfoil.application.history.HistoryImport;
import counterfoil.desktop.FirstFrame;
import counterfoil.desktop.accounts.AccountsBenchmark;
import counterfoil.eventstore.AppendBenchmark;
import counterfoil.eventstore.Progress;
import counterfoil.report.PapersBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/** Everything that is measured, one after the other, each in a process of its own. */
public final class Benchmarks {
  private static final Path DATA = Path.of("../shared/data/bank-1993");
  private static final int STARTS = 7;

  private final Path folder;

  private Benchmarks(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    Files.createDirectories(parent);
    new Benchmarks(Files.createTempDirectory(parent, "bench-")).run();
  }

  private void run() throws IOException, InterruptedException {
    title("the store: durable appends beside the bare disk");
    show(AppendBenchmark.class, folder.toString());
    title("the service: durable deposits beside the bare disk");
    show(PostingBenchmark.class, folder.toString());
    if (Files.isDirectory(DATA)) {
      title("import of 22,927 transactions, first and later rounds of one process");
      show(ImportBenchmark.class, DATA.toString(), folder.toString());
      title("first usable frame: the imported ledger beside an empty one");
      starts();
    }
    title("a ledger proven, and made anew beside a teller");
    show(RebuildBenchmark.class, folder.toString());
    title("papers: the end-of-day report of 10,000 postings, and a receipt");
    show(PapersBenchmark.class);
    title("Accounts with 100,000 rows");
    show(AccountsBenchmark.class, folder.resolve("accounts").toString());
  }

  private void starts() throws IOException, InterruptedException {
    Path empty = folder.resolve("empty");
    Path imported = folder.resolve("imported");
    found(empty).close();
    try (Ledger ledger = found(imported)) {
      new HistoryImport(ledger, new Actor("bench", Actor.ADMINISTRATOR, "WS-1"))
          .run(DATA.resolve("accounts.csv"), DATA.resolve("transactions.csv"), Progress.NONE);
    }
    List<Double> ratios = new ArrayList<>();
    firstFrameMillis(empty);
    for (int i = 0; i < STARTS; i++) {
      long onEmpty = firstFrameMillis(empty);
      long onImported = firstFrameMillis(imported);
      ratios.add((double) onImported / onEmpty);
      System.out.printf("empty %d ms, imported %d ms%n", onEmpty, onImported);
    }
    Collections.sort(ratios);
    System.out.printf(Locale.ROOT, "median ratio imported / empty: %.2f%n", ratios.get(STARTS / 2));
  }

  private static Ledger found(Path folder) {
    InstantSource clock = InstantSource.system();
    return new StoredLedgers(clock)
        .found(
            folder,
            Founding.charter(
                "Bench", CurrencyUnit.of("CZK"), ZoneOffset.UTC, clock.instant(), true));
  }

  private static long firstFrameMillis(Path ledger) throws IOException, InterruptedException {
    Process process =
        process(FirstFrame.class, ledger.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return Long.parseLong(told);
  }

  private static void show(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    process(main, arguments).inheritIO().start().waitFor();
  }

  private static ProcessBuilder process(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static void title(String title) {
    System.out.println();
    System.out.println("== " + title);
  }
}
