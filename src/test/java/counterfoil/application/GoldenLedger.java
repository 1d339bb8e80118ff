package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Writes a golden ledger of the program as it is, and what it reads as. To be run once for a new
 * format, with a new number; an earlier one is never written again.
 */
final class GoldenLedger {
  static final Ledgers LEDGERS =
      new StoredLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final AccountNumber TOMAS = new AccountNumber("1002-4471");
  private static final AccountNumber LIN = new AccountNumber("1001");
  private static final Actor AMARA = new Actor("amara", Actor.TELLER, "WS-02");

  private GoldenLedger() {}

  /**
   * @param arguments the folder to write to, and the number
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path work = Files.createTempDirectory("golden");
    Path backup = work.resolve("ledger.backup");
    try (Ledger ledger = LEDGERS.found(work.resolve("ledger"), charter())) {
      record(ledger);
      ledger.backup(backup, Progress.NONE);
      Files.write(
          folder.resolve("golden-ledger-" + arguments[1] + ".txt"),
          describe(ledger),
          StandardCharsets.UTF_8);
    }
    try (ZipOutputStream zip =
            new ZipOutputStream(
                Files.newOutputStream(folder.resolve("golden-ledger-" + arguments[1] + ".zip")));
        Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(work.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
  }

  /** Root, charter, entries with all their bytes, balances and journal, a line each. */
  static List<String> describe(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    lines.add(root(ledger.head().root()));
    lines.add(describe(ledger.charter()));
    ledger.store().read(1, 1000).forEach(entry -> lines.add(describe(entry)));
    long last = ledger.head().position();
    for (long position : new long[] {last / 3, last}) {
      ledger
          .inquiries()
          .eachAccount(position, account -> lines.add("as of " + position + describe(account)));
    }
    for (JournalLine line : ledger.inquiries().journal(1, last)) {
      lines.add(
          "journal %d %s %s %s"
              .formatted(line.position(), line.type(), line.amount(), line.balance()));
    }
    return lines;
  }

  private static String describe(Charter charter) {
    return String.join(
        " | ",
        charter.origin(),
        charter.branch(),
        charter.currency(),
        charter.zone().getId(),
        charter.createdAt().toString(),
        Boolean.toString(charter.practice()));
  }

  private static String describe(Entry entry) {
    return "%d %s %d %s %d %s %s %s %s"
        .formatted(
            entry.position(),
            entry.stream().value(),
            entry.version(),
            entry.type().name(),
            entry.type().schema(),
            entry.commandId(),
            entry.recordedAt(),
            new String(entry.payload(), StandardCharsets.UTF_8),
            HexFormat.of().formatHex(entry.envelope()));
  }

  private static String describe(AccountLine account) {
    return ": %s %s %s %s %s %s %d"
        .formatted(
            account.number(),
            account.holder(),
            account.product(),
            account.status(),
            account.ledger(),
            account.available(),
            account.version());
  }

  static String root(byte[] root) {
    return "root " + HexFormat.of().formatHex(root);
  }

  private static Charter charter() {
    return new Charter(
        "counterfoil.local/golden/1",
        "St. Mary\u2019s \u67DC\u53F0",
        "EUR",
        ZoneId.of("Africa/Nairobi"),
        Instant.parse("2026-11-01T08:00:00Z"),
        false);
  }

  private static void record(Ledger ledger) {
    for (AccountNumber number : List.of(NADIA, TOMAS, LIN)) {
      post(
          ledger,
          new OpenAccount(
              number, "Holder \u6797 " + number, "current", euros("100.00"), Details.NONE));
    }
    post(ledger, new Deposit(NADIA, euros("25.50"), new Details("TX-1", "Rent, November")));
    post(ledger, new Withdraw(TOMAS, euros("10.00"), Details.NONE));
    post(ledger, new Transfer(NADIA, TOMAS, euros("12.34"), new Details("", "School fees")));
    post(ledger, new SetOverdraftLimit(TOMAS, euros("200.00"), Details.NONE));
    post(ledger, new ChargeFee(TOMAS, euros("1.00"), Details.NONE));
    post(ledger, new CreditInterest(NADIA, euros("0.07"), Details.NONE));
    append(ledger, new ChequeDeposited(NADIA, money("80.00"), new Details("4711", "")));
    append(ledger, new OverdraftInterestCharged(NADIA, money("0.30"), Details.NONE));
    post(ledger, new CloseAccount(LIN, true, Details.NONE));
    for (int i = 0; i < 55; i++) {
      post(ledger, new Deposit(NADIA, euros("1.00"), Details.NONE));
    }
  }

  private static void post(Ledger ledger, AccountCommand command) {
    Outcome outcome = ledger.counter().post(Posting.of(command), AMARA);
    if (!(outcome instanceof Outcome.Posted)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  /** What no command records, but history that is taken over. */
  private static void append(Ledger ledger, AccountEvent event) {
    UUID id = UUID.randomUUID();
    Provenance provenance =
        new Provenance(
            "amara",
            Actor.ADMINISTRATOR,
            "St. Mary\u2019s",
            "WS-02",
            Optional.of("T-01/7"),
            ledger.businessDate(),
            Optional.of(ledger.businessDate().minusDays(2)),
            id,
            Optional.of(UUID.randomUUID()),
            Optional.of("taken over"),
            Optional.of("joseph"));
    ledger
        .store()
        .append(
            new Append(
                id,
                new byte[32],
                provenance,
                List.of(
                    new Write(
                        AccountEvents.stream(event.account()),
                        ExpectedVersion.any(),
                        List.of(AccountEvents.encode(event)))),
                List.of()));
  }

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static Money money(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
