package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountSelection;
import counterfoil.scale.Figures.Times;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;

/** A day's questions and postings, and a proof of everything, with the heap it was started with. */
public final class SmallHeap {
  private SmallHeap() {}

  public static void main(String[] args) throws Exception {
    long entries = Long.parseLong(args[1]);
    try (Ledger ledger =
        new StoredLedgers(InstantSource.system()).open(Path.of(args[0]), Progress.NONE)) {
      Client client = new Client(ledger.store());
      Times posting = Figures.times(5_000, client::deposit);
      Figures.line("postings in a heap of " + heap() + " MiB", "%s", posting);
      int numbers = ledger.inquiries().accountNumbers(AccountSelection.ALL).size();
      Figures.line("  accounts listed", "%,d", numbers);
      int lines = ledger.inquiries().history(GeneratedTape.BUSY, Long.MAX_VALUE, 10_000).size();
      Figures.line("  lines of the busy account read", "%,d", lines);
      double seconds =
          Figures.seconds(() -> {
            var verification = ledger.verify(Progress.NONE);
            if (!verification.findings().isEmpty()) {
              throw new IllegalStateException(verification.findings().toString());
            }
          });
      Figures.line("  verify", "%,.0f entries/s, intact", entries / seconds);
    }
    Figures.line("  garbage collection took in all", "%,d ms", collectionMillis());
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  private static long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionTime())
        .sum();
  }
}
