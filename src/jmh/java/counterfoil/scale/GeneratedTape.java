package counterfoil.scale;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.Tape;
import counterfoil.payload.AccountEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The years of a branch, made up from a seed and written straight to a tape, which is far faster
 * than posting them. A tenth of the entries opens accounts, a tenth concerns one busy account, the
 * rest is deposits, withdrawals, fees and transfers; no balance ever goes below zero.
 */
final class GeneratedTape {
  /** The account that a tenth of all entries is about. */
  static final AccountNumber BUSY = number(0);

  private static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;
  private static final Instant BEGINNING = Instant.parse("2016-01-04T08:00:00Z");
  private static final int APPENDS_FORCED_TOGETHER = 500;

  private final long entries;
  private final Random random;
  private final long[] balances;
  private final int[] versions;
  private final EntryCodec codec = new EntryCodec();
  private final byte[] salt = new byte[Commitment.SALT_BYTES];
  private int accounts;
  private long position;
  private Instant time = BEGINNING;

  private GeneratedTape(long entries, long seed) {
    this.entries = entries;
    this.random = new Random(seed);
    int most = accountsOf(entries);
    this.balances = new long[most];
    this.versions = new int[most];
  }

  /** How many accounts a ledger of so many entries has. */
  static int accountsOf(long entries) {
    return Math.toIntExact(Math.max(2, entries / 10));
  }

  static AccountNumber number(int account) {
    return new AccountNumber(String.format("%04d-%06d", 1000 + account % 7, account));
  }

  static Charter charter() {
    return new Charter(
        "bench.example/scale", "Bench", CURRENCY.getCode(), ZoneOffset.UTC, BEGINNING, true);
  }

  /** Makes the tape of a ledger in {@code folder}; its database is made by the first opening. */
  static void write(Path folder, long entries, long seed) throws IOException {
    DiskFolder tapeFolder = new DiskFolder(folder.resolve("tape"));
    tapeFolder.make();
    GeneratedTape years = new GeneratedTape(entries, seed);
    try (Tape tape = Tape.found(tapeFolder, Tape.Preparation.usual(), charter())) {
      for (int i = 0; years.position < entries; i++) {
        tape.add(years.next());
        if (i % APPENDS_FORCED_TOGETHER == 0) {
          tape.write();
          tape.force();
        }
      }
      tape.write();
      tape.force();
    }
  }

  private List<Entry> next() {
    time = time.plusMillis(1 + random.nextInt(600_000_000) / Math.max(1, (int) (entries / 2000)));
    boolean opens = accounts < 2 || (accounts < balances.length && position % 10 == 0);
    if (opens) {
      return List.of(opening());
    }
    int account = random.nextInt(10) == 0 ? 0 : random.nextInt(accounts);
    int kind = random.nextInt(100);
    long amount = 100L + random.nextInt(500_000);
    if (kind < 50 || balances[account] < amount) {
      return List.of(
          seal(
              account,
              amount,
              new MoneyDeposited(number(account), money(amount), Means.CASH, text())));
    }
    if (kind < 80 || entries - position < 2) {
      return List.of(
          seal(
              account,
              -amount,
              new MoneyWithdrawn(number(account), money(amount), Means.CASH, text())));
    }
    if (kind < 90) {
      return List.of(
          seal(account, -100, new FeeCharged(number(account), money(100), Details.NONE)));
    }
    int to = (account + 1 + random.nextInt(accounts - 1)) % accounts;
    UUID command = id();
    return List.of(
        seal(
            account,
            -amount,
            new TransferSent(
                number(account), money(amount), new Counterparty("", number(to).value()), text()),
            command),
        seal(
            to,
            amount,
            new TransferReceived(
                number(to), money(amount), new Counterparty("", number(account).value()), text()),
            command));
  }

  private Entry opening() {
    int account = accounts++;
    versions[account] = (int) ExpectedVersion.NONE;
    return seal(
        account,
        1000,
        new AccountOpened(
            number(account), "Holder " + account, "current", money(1000), Details.NONE));
  }

  private Entry seal(int account, long change, AccountEvent event) {
    return seal(account, change, event, id());
  }

  private Entry seal(int account, long change, AccountEvent event, UUID command) {
    balances[account] += change;
    random.nextBytes(salt);
    NewEvent encoded = AccountEvents.encode(event);
    Append.Write write =
        new Append.Write(
            AccountEvents.stream(event.account()), ExpectedVersion.any(), List.of(encoded));
    Append append =
        new Append(command, new byte[32], provenance(command), List.of(write), List.of());
    Slot slot = new Slot(++position, write.stream(), ++versions[account], time);
    return codec.seal(slot, encoded, append, salt.clone());
  }

  private Provenance provenance(UUID command) {
    return new Provenance(
        "teller-" + random.nextInt(5),
        "teller",
        "Bench",
        "WS-" + random.nextInt(4),
        Optional.of("till-" + random.nextInt(5)),
        LocalDate.ofInstant(time, ZoneOffset.UTC),
        Optional.empty(),
        command,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Details text() {
    return new Details("R" + position, WORDS.get(random.nextInt(WORDS.size())));
  }

  private static final List<String> WORDS =
      new ArrayList<>(
          List.of("Rent, November", "Market takings", "School fees", "Wages", "Seed and tools"));

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static Money money(long minor) {
    return Money.ofMinor(CURRENCY, minor);
  }
}
