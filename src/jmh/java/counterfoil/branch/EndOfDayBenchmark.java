package counterfoil.branch;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.StoredLedgers;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The end-of-day report of a branch day of 10,000 postings by three tellers, from the ledger to the
 * PDF: the first one of a fresh process, and those after it.
 */
public final class EndOfDayBenchmark {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final String PASSWORD = "four tall brown horses";
  private static final int POSTINGS = 10_000;
  private static final int ACCOUNTS = 400;
  private static final int TELLERS = 3;
  private static final int IN_FLIGHT = 64;
  private static final int PROCESSES = 5;
  private static final int ROUNDS = 4;
  private static final long SEED = 1;

  private EndOfDayBenchmark() {}

  /**
   * @param arguments {@code report} and a folder: only make the reports, of the ledger in it
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2 && arguments[0].equals("report")) {
      report(Path.of(arguments[1]));
      return;
    }
    Path folder = Files.createTempDirectory("counterfoil-day");
    live(folder);
    for (int i = 0; i < PROCESSES; i++) {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(
          List.of(
              "-cp",
              ManagementFactory.getRuntimeMXBean().getClassPath(),
              EndOfDayBenchmark.class.getName(),
              "report",
              folder.toString()));
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }

  private static void report(Path folder) {
    long begun = System.nanoTime();
    try (Ledger ledger =
        new StoredLedgers(InstantSource.system())
            .open(new LedgerPlace.Folder(folder), Progress.NONE)) {
      System.out.printf(Locale.ROOT, "opened in %d ms; ", millisSince(begun));
      var actor = new Actor("lucia", Role.HEAD_TELLER.code(), "WS-01");
      var texts = new PaperTexts(Locale.ENGLISH, ZoneOffset.UTC);
      for (int round = 0; round < ROUNDS; round++) {
        long asked = System.nanoTime();
        var day =
            new LedgerPapers(ledger)
                .endOfDay(ledger.businessDate(), actor, texts, true)
                .orElseThrow();
        long read = millisSince(asked);
        var faces = new Typefaces();
        var layout = new Papers(faces, texts).endOfDay(day);
        long laidOut = millisSince(asked);
        int bytes = new PdfPapers(faces).write(layout).length;
        System.out.printf(
            Locale.ROOT,
            "%s read %d, laid out %d, PDF %d ms (%d postings, %d pages, %,d bytes)%n",
            round == 0 ? "first report:" : "  again:",
            read,
            laidOut,
            millisSince(asked),
            day.postings().size(),
            layout.pages().size(),
            bytes);
      }
    }
  }

  private static long millisSince(long begunNanos) {
    return (System.nanoTime() - begunNanos) / 1_000_000;
  }

  private static void live(Path folder) {
    var clock = InstantSource.system();
    var charter =
        new Charter(
            "counterfoil.example/bench", "Bench", "EUR", ZoneOffset.UTC, clock.instant(), true);
    try (Ledger ledger = new StoredLedgers(clock).found(new LedgerPlace.Folder(folder), charter)) {
      var founder = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01"));
      add(ledger, founder, "ada", Role.ADMINISTRATOR);
      Session admin = signIn(ledger, "ada");
      add(ledger, admin, "lucia", Role.HEAD_TELLER);
      for (String limit :
          List.of("supervisor.cash_in", "approval.cash_in", "till.hard", "till.soft")) {
        var beyondTheDay = new SetLimit(limit, Optional.of(money(900_000_000)));
        post(admin, new Order.ChangeSettings(beyondTheDay));
      }
      Session lucia = signIn(ledger, "lucia");
      post(lucia, new Order.OpenBusinessDay(ledger.today()));
      List<Session> tellers = new ArrayList<>();
      for (int i = 1; i <= TELLERS; i++) {
        add(ledger, admin, "teller" + i, Role.TELLER);
        Session teller = signIn(ledger, "teller" + i);
        post(teller, new Order.OpenTill(new TillId("T-0" + i), Cash.none(EUR), ""));
        tellers.add(teller);
      }
      serve(tellers);
      System.out.printf(
          Locale.ROOT,
          "a day of %,d postings, %,d accounts and %d tills: %,d entries, seed %d%n",
          POSTINGS,
          ACCOUNTS,
          TELLERS,
          ledger.head().position(),
          SEED);
    }
  }

  private static void serve(List<Session> tellers) {
    var random = new Random(SEED);
    for (int i = 0; i < ACCOUNTS; i++) {
      var opening =
          new OpenAccount(
              account(i), "Customer of number " + i, "current", money(100_000), Details.NONE);
      post(tellers.get(i % TELLERS), new Order.Serve(opening));
    }
    Deque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
    for (int i = ACCOUNTS; i < POSTINGS; i++) {
      Session teller = tellers.get(random.nextInt(TELLERS));
      underWay.add(teller.submit(Posting.of(new Order.Serve(command(random, i)))));
      if (underWay.size() == IN_FLIGHT) {
        check(underWay.remove().join());
      }
    }
    underWay.forEach(outcome -> check(outcome.join()));
  }

  private static AccountCommand command(Random random, int number) {
    var details = new Details("TX-" + number, "Over the counter");
    int own = random.nextInt(ACCOUNTS);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new Withdraw(account(own), money(500), details);
      case 3 ->
          new Transfer(
              account(own), account((own + 1) % ACCOUNTS), money(1 + random.nextInt(20)), details);
      default -> new Deposit(account(own), money(5 * (1 + random.nextInt(60))), details);
    };
  }

  private static AccountNumber account(int number) {
    return new AccountNumber("1004-%04d".formatted(number));
  }

  private static BigMoney money(int euros) {
    return BigMoney.of(EUR, BigDecimal.valueOf(euros));
  }

  private static void add(Ledger ledger, Session by, String name, Role role) {
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    var member = new AddStaffMember(new StaffName(name), name, Set.of(role), credential);
    post(by, new Order.ManageStaff(member));
  }

  private static Session signIn(Ledger ledger, String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), "WS-01")) {
      case Ledger.SignedIn.Yes(var session) -> session;
      case Ledger.SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  private static void post(Session session, Order order) {
    check(session.post(Posting.of(order)));
  }

  private static void check(Outcome outcome) {
    if (!(outcome instanceof Outcome.Posted)) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}
