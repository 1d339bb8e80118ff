package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.InputRefusal;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.DayEvent;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cheque.ChequeEvent;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.review.ReviewEvent;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random days of a whole branch against naive books: money is neither made nor lost, at any
 * position; everything that can happen happens, and everything that can be refused is.
 */
class BranchModelTest {
  /** As many as a build can wait for; -Dmodel.commands=300000 for a night. */
  private static final int COMMANDS = Integer.getInteger("model.commands", 3000);

  private static final int ACTS_A_DAY = 120;
  private static final int COMPARED_EVERY = 200;

  /** What no order brings about, with the reason. */
  private static final Map<String, String> UNREACHED_TYPES =
      Map.of(
          "account/OverdraftInterestCharged",
          "only taken over from another system's history",
          "workstation/WorkstationKeyAdded",
          "written by the workstation itself when it first signs a checkpoint",
          "workstation/RestoreAccepted",
          "answers a ledger that was set back; tested with the witness");

  /** What no branch can meet on this way, with the reason. */
  private static final Map<String, String> UNREACHED_REFUSALS =
      Map.ofEntries(
          Map.entry("offer_exists", "an offer's number is its command's id, which is used once"),
          Map.entry("last_administrator", "who asks is one, and nobody takes their own role away"),
          Map.entry("approval_exists", "to ask twice under one id is to ask once"),
          Map.entry("condition_missing", "what needs no approval is answered approval_not_needed"),
          Map.entry("expiry_past", "approval_minutes is one at least"),
          Map.entry("erasure_too_large", "ten thousand entries; tested of the act alone"),
          Map.entry("erasure_overtaken", "takes a race; tested of the act alone"),
          Map.entry("too_many_reversals", "ten thousand of one account; tested in the domain"));

  private final long seed = Long.getLong("model.seed", new Random().nextLong());

  @Test
  void random_days_make_and_lose_no_money_and_meet_everything() {
    System.out.println("BranchModelTest: -Dmodel.seed=" + seed);
    Random random = new Random(seed);
    try (BranchModel branch = new BranchModel()) {
      var days = new RandomBranch(branch, random);
      days.defineDear();
      days.openDay();
      days.goHome("tina");
      new RefusalTour(branch, 1, RandomBranch.till("tess")).walk();
      branch.compareAll();
      int compared = 0;
      while (days.given() < COMMANDS) {
        if (!branch.books.dayOpen()) {
          days.openDay();
        }
        for (int i = 0; i < ACTS_A_DAY && days.given() < COMMANDS; i++) {
          days.act();
          if (days.given() / COMPARED_EVERY > compared) {
            compared = days.given() / COMPARED_EVERY;
            branch.compareAll();
          }
        }
        days.closeDay();
      }
      branch.compareAll();
      assertTrue(branch.ledger.verify(Progress.NONE).intact());
      System.out.printf(
          "BranchModelTest: %d commands, %d posted, %d entries, %d types of events, %d refusals%n",
          days.given(),
          days.accepted(),
          branch.ledger.head().position(),
          branch.types.size(),
          branch.refusals.size());
      assertTrue(days.accepted() > days.given() / 2, "most of what is given makes sense");
      withoutStaff(branch);
      withoutCoins(branch);
      assertEquals(Set.of(), missing(eventTypes(), branch.types, UNREACHED_TYPES.keySet()));
      assertEquals(
          Set.of(), missing(codes(), branch.refusals.keySet(), UNREACHED_REFUSALS.keySet()));
    }
  }

  /** What only a ledger without staff refuses. */
  private static void withoutStaff(BranchModel tally) {
    var clock = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      Session session = ledger.unstaffed(new Actor("amara", Actor.TELLER, "WS-01"));
      AccountNumber number = new AccountNumber("7");
      session.post(
          Posting.of(
              new OpenAccount(number, "Holder", "current", BranchModel.money("10"), Details.NONE)));
      session.post(
          Posting.of(
              new PlaceHold(
                  number,
                  UUID.randomUUID(),
                  BranchModel.money("10"),
                  Optional.empty(),
                  "Why",
                  Details.NONE)));
      var withdrawal = new Withdraw(number, BranchModel.money("10"), Details.NONE);
      var slip = new Order.CashSlip(Optional.empty(), Optional.of(RandomBranch.ofEach(1)));
      for (Order order :
          List.of(
              new Order.Serve(withdrawal),
              BranchModel.serve(withdrawal, slip),
              new Order.BringCashIn(Cash.none(BranchModel.EUR), "Bank"),
              new Order.ManageStaff(
                  new AddStaffMember(
                      new StaffName("amara"),
                      "Amara",
                      Set.of(Role.TELLER),
                      ledger.passwords().hash(BranchModel.PASSWORD.toCharArray()))))) {
        tally.met(session.post(Posting.of(order)));
      }
    }
  }

  /** What only a branch refuses that has no small coins. */
  private static void withoutCoins(BranchModel tally) {
    try (BranchModel branch = new BranchModel()) {
      branch.done(
          BranchModel.ADA,
          new Order.ChangeSettings(new SetDenominations(List.of("50", "20", "10", "5"))));
      branch.done(BranchModel.HUGO, new Order.OpenBusinessDay(branch.ledger.today()));
      branch.done(
          "tess", new Order.OpenTill(RandomBranch.till("tess"), RandomBranch.ofEach(0), ""));
      AccountNumber number = new AccountNumber("7");
      branch.done(
          "tess",
          BranchModel.serve(
              new OpenAccount(number, "X", "current", BranchModel.money("0"), Details.NONE)));
      tally.met(
          branch.give(
              "tess",
              BranchModel.serve(new Deposit(number, BranchModel.money("0.01"), Details.NONE))));
    }
  }

  private static Set<String> missing(Set<String> demanded, Set<String> met, Set<String> excused) {
    NavigableSet<String> missing = new TreeSet<>(demanded);
    missing.removeAll(met);
    missing.removeAll(excused);
    return missing;
  }

  private static Set<String> eventTypes() {
    NavigableSet<String> types = new TreeSet<>();
    Map.of(
            "account", AccountEvent.class,
            "customer", CustomerEvent.class,
            "till", TillEvent.class,
            "day", DayEvent.class,
            "branch", BranchEvent.class,
            "staff", StaffEvent.class,
            "approval", ApprovalEvent.class,
            "review", ReviewEvent.class,
            "cheque", ChequeEvent.class,
            "workstation", WorkstationEvent.class)
        .forEach((category, events) -> {
          for (Class<?> event : events.getPermittedSubclasses()) {
            types.add(category + "/" + event.getSimpleName());
          }
        });
    return types;
  }

  /** The code of every refusal that the program knows. */
  private static Set<String> codes() {
    try {
      Path classes =
          Path.of(InputRefusal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        NavigableSet<String> codes = new TreeSet<>();
        files
            .filter(file -> file.getFileName().toString().contains("Refusal$"))
            .map(file -> classes.relativize(file).toString())
            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            .forEach(name -> code(name).ifPresent(codes::add));
        assertTrue(codes.size() > 100, () -> "codes: " + codes);
        return codes;
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<String> code(String className) {
    try {
      Class<?> found = Class.forName(className);
      if (!found.isRecord() || !Refusal.class.isAssignableFrom(found)) {
        return Optional.empty();
      }
      Class<?>[] types =
          Stream.of(found.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = found.getDeclaredConstructor(types);
      Object[] figures = Stream.of(types).map(BranchModelTest::nothing).toArray();
      return Optional.of(((Refusal) constructor.newInstance(figures)).code());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
