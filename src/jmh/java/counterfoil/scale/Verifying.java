package counterfoil.scale;

import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.SampleStaff;
import counterfoil.application.Session;
import counterfoil.application.StoredLedgers;
import counterfoil.application.Verification;
import counterfoil.application.history.HistoryImport;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.projection.SignatureAudit.Extent;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/**
 * Verifying a signed ledger of {@code entries} (a system property), taken over by an administrator
 * from files made here: the hashes alone, everything with a sample of the signatures, and
 * everything with all of them.
 */
public final class Verifying {
  private static final String PASSWORD = "seven pears under a bridge";
  private static final int ACCOUNTS_ARE_ONE_IN = 20;
  private static final int READ_TOGETHER = 1_000;
  private static final int DAYS = 2_000;

  private Verifying() {}

  public static void main(String[] args) throws Exception {
    long entries = Long.getLong("entries", 1_000_000);
    Path parent = Files.createDirectories(Path.of(args[0]));
    Path folder = Files.createTempDirectory(parent, "verifying-");
    Figures.machine(folder);
    try (Ledger ledger = found(folder)) {
      Session administrator = administrator(ledger);
      double seconds =
          Figures.seconds(() -> {
            new HistoryImport(ledger, administrator)
                .run(accounts(folder, entries), transactions(folder, entries), Progress.NONE);
          });
      long all = ledger.head().position();
      Figures.line("import, signed", "%,d entries, %,.0f/s", all, all / seconds);
      hashes(ledger, all);
      for (Extent extent : List.of(Extent.SAMPLE, Extent.ALL, Extent.SAMPLE, Extent.ALL)) {
        verify(ledger, extent, all);
      }
    }
  }

  private static Ledger found(Path folder) {
    var clock = InstantSource.system();
    Ledger ledger =
        new StoredLedgers(clock)
            .found(
                folder.resolve("ledger"),
                Founding.charter(
                    "Bench", CurrencyUnit.of("CZK"), ZoneOffset.UTC, clock.instant(), false));
    new SampleStaff(ledger, PASSWORD.toCharArray()).join(_ -> {});
    return ledger;
  }

  private static Session administrator(Ledger ledger) {
    return switch (ledger.signIn("admin", PASSWORD.toCharArray(), "WS-01")) {
      case SignedIn.Yes(var session) -> session;
      case SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  private static Path accounts(Path folder, long entries) throws IOException {
    Path file = folder.resolve("accounts.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "account,opened_on,branch,holder_reference,holder_birth_date,overdraft_limit,currency\n");
      for (long i = 1; i <= entries / ACCOUNTS_ARE_ONE_IN; i++) {
        out.write("%d,1993-01-01,Praha,C%d,1945-02-04,0.00,CZK%n".formatted(i, i));
      }
    }
    return file;
  }

  private static Path transactions(Path folder, long entries) throws IOException {
    Path file = folder.resolve("transactions.csv");
    long accounts = entries / ACCOUNTS_ARE_ONE_IN;
    long transactions = entries - accounts;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "posted_on,sequence,account,type,amount,currency,balance_after,reference,"
              + "counterparty_bank,counterparty_account,narrative\n");
      for (long i = 0; i < transactions; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "%s,%d,%d,cash_deposit,100.00,CZK,%d.00,R%d,,,%n",
                LocalDate.of(1993, 1, 1).plusDays(i * DAYS / transactions),
                i + 1,
                1 + i % accounts,
                100 * (1 + i / accounts),
                i));
      }
    }
    return file;
  }

  private static void hashes(Ledger ledger, long all) throws Exception {
    var hash = new TreeHash();
    var codec = new EntryCodec();
    double seconds =
        Figures.seconds(() -> {
          Frontier frontier = Frontier.EMPTY;
          for (long from = 1; from <= all; from += READ_TOGETHER) {
            for (Entry entry : ledger.store().read(from, READ_TOGETHER)) {
              frontier = frontier.append(hash.leaf(entry.envelope()), hash);
              if (!codec.payloadMayStand(entry)) {
                throw new IllegalStateException("entry " + entry.position());
              }
            }
          }
          Figures.line("root", "%s", Base64.getEncoder().encodeToString(frontier.root(hash)));
        });
    Figures.line(
        "hashes alone: leaf, commitment and tree, one thread",
        "%,.0f entries/s (150,000 wanted)",
        all / seconds);
  }

  private static void verify(Ledger ledger, Extent extent, long all) throws Exception {
    long[] signatures = new long[1];
    double seconds =
        Figures.seconds(() -> {
          Verification verification = ledger.verify(extent, Progress.NONE);
          if (!verification.intact()) {
            throw new IllegalStateException(verification.findings().toString());
          }
          signatures[0] = verification.signatures();
        });
    Figures.line(
        "verify, signatures: " + extent.name().toLowerCase(Locale.ROOT),
        "%.1f s, %,.0f entries/s, %,d signatures computed",
        seconds,
        all / seconds,
        signatures[0]);
  }
}
