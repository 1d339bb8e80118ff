package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.SHIFT;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Order.Serve;
import counterfoil.application.ScriptedClock;
import counterfoil.application.practice.DayStep;
import counterfoil.application.practice.DayStep.Ending;
import counterfoil.application.practice.DayStep.Manner;
import counterfoil.application.practice.TellersDay;
import counterfoil.desktop.Robot;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Plays a scripted day at one workstation, where everybody takes turns. Whatever a step asks for is
 * typed and clicked; that it is recorded is only looked up.
 */
final class DayOnScreen {
  private final Ledger ledger;
  private final ScriptedClock clock;
  private final Workstation at;
  private final Camera camera;
  private final String password;
  private final Map<UUID, Long> positions = new HashMap<>();
  private final Map<Long, AccountNumber> accounts = new HashMap<>();
  private final Map<CustomerNumber, CustomerNumber> customers = new HashMap<>();

  DayOnScreen(Ledger ledger, ScriptedClock clock, Workstation at, Camera camera, String password) {
    this.ledger = ledger;
    this.clock = clock;
    this.at = at;
    this.camera = camera;
    this.password = password;
  }

  /** Plays every step; fails where one ends otherwise than the script says. */
  void play(TellersDay day) {
    for (DayStep step : day.steps()) {
      clock.set(day.date().atTime(step.at()).toInstant(ZoneOffset.UTC));
      at.seat(step.who());
      try {
        play(step);
      } catch (AssertionError e) {
        camera.take(at, "failed");
        throw new AssertionError(step.who() + ": " + step.what(), e);
      }
    }
  }

  /** The first entry of a step, by its words. */
  long positionOf(TellersDay day, String what) {
    return day.steps().stream()
        .filter(step -> step.what().startsWith(what))
        .map(step -> Objects.requireNonNull(positions.get(step.commandId())))
        .findFirst()
        .orElseThrow();
  }

  private void play(DayStep step) {
    long before = ledger.head().position();
    Order order = step.order().apply(id -> Objects.requireNonNull(positions.get(id)));
    boolean again = positions.containsKey(step.commandId());
    switch (step.ending()) {
      case Ending.Posted _ when again -> {
        at.go("counter");
        at.robot().untilShown("post-granted");
        picture("granted");
        at.robot().press(SHIFT, F2);
        recorded(step, before);
      }
      case Ending.Posted _ -> {
        type(order);
        record(order);
        if (step.manner() == Manner.SIGNED) {
          sign();
        }
        recorded(step, before);
        positions.putIfAbsent(step.commandId(), before + 1);
        if (order instanceof Serve(var commands, _)) {
          accounts.put(before + 1, CounterPage.account(commands.getFirst()));
        }
        picture(name(step));
      }
      case Ending.Asked _ -> {
        type(order);
        record(order);
        at.robot().untilShown("signing");
        picture("approval-asked");
        at.robot().press(CONTROL, ENTER);
        recorded(step, before);
        positions.put(step.commandId(), before + 1);
        at.robot().untilShown("waiting");
        picture("approval-waits");
      }
      case Ending.Refused(String code) when again -> {
        at.go("counter");
        at.robot().untilShown("put-away");
        picture(code);
        at.robot().click("put-away");
      }
      case Ending.Refused(String code) -> refused(order, code);
    }
  }

  private void picture(String name) {
    camera.take(at, name);
  }

  private static String name(DayStep step) {
    return step.what().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  /** The screen says so, and the ledger has it. */
  private void recorded(DayStep step, long before) {
    at.robot().until("it is recorded: " + step.what(), () -> ledger.head().position() > before);
    at.robot().until("nothing is under way", () -> !at.robot().shows("signing"));
  }

  private void type(Order order) {
    switch (order) {
      case Serve serve -> new CounterPage(at, this::customer).type(serve);
      case Order.Reverse(long position, String reason, _) ->
          new CounterPage(at, this::customer)
              .reverseNewest(Objects.requireNonNull(accounts.get(position)), reason);
      case Order.KeepCustomer _,
          Order.AcceptCash _,
          Order.DeclineCash _,
          Order.OpenBusinessDay _,
          Order.CloseBusinessDay _ -> {}
      case Order.OpenTill(var till, var cash, _) -> new TillPage(at).open(till, cash);
      case Order.CountTill(var till, var cash, String why) ->
          new TillPage(at).countOf(till, cash, why);
      case Order.CloseTill(_, var cash, String why, _) -> new TillPage(at).close(cash, why);
      case Order.OfferCash(var from, var to, var cash) -> new TillPage(at).offer(from, to, cash);
      case Order.BringCashIn(var cash, String source) -> new TillPage(at).bringIn(cash, source);
      case Order.ChangeSettings(SetLimit limit) -> new OfficePages(at).limit(limit);
      case Order.Approve _ -> new OfficePages(at).approve();
      case Order.Reject(_, String why) -> new OfficePages(at).reject(why);
      case Order.SignOff(long position, String comment) ->
          new OfficePages(at).signOff(position, comment);
      default -> throw new AssertionError("nobody does this in the day: " + order);
    }
  }

  /** The last key, or the one click that does it. */
  private void record(Order order) {
    switch (order) {
      case Serve _, Order.Reverse _, Order.ChangeSettings _, Order.SignOff _ ->
          at.robot().press(ENTER);
      case Order.OpenTill _,
          Order.CountTill _,
          Order.CloseTill _,
          Order.OfferCash _,
          Order.BringCashIn _ ->
          new TillPage(at).record();
      case Order.AcceptCash(_, _, TillId to) -> new TillPage(at).accept(to);
      case Order.DeclineCash(_, _, TillId to, String why) -> new TillPage(at).decline(to, why);
      case Order.OpenBusinessDay _ -> new TillPage(at).openDay();
      case Order.CloseBusinessDay _ -> new TillPage(at).closeDay();
      case Order.Approve _ -> at.robot().click("approve");
      case Order.Reject _ -> at.robot().press(ENTER);
      case Order.KeepCustomer(RegisterCustomer(var number, var details)) ->
          customers.put(number, new OfficePages(at).register(details));
      case Order.KeepCustomer(ChangeCustomerDetails(var number, var details)) ->
          new OfficePages(at).changePhone(customer(number), details.phone());
      default -> throw new AssertionError("nobody does this in the day: " + order);
    }
  }

  private CustomerNumber customer(CustomerNumber scripted) {
    return Objects.requireNonNull(customers.get(scripted));
  }

  private void sign() {
    Robot robot = at.robot();
    robot.untilFocused("approver");
    robot.type(TellersDay.HELEN.value() + "\n");
    robot.untilFocused("approver-password");
    robot.type(password);
    picture("signing");
    robot.press(ENTER);
  }

  /** What the ledger would refuse, the screen says beforehand, or does not offer at all. */
  private void refused(Order order, String code) {
    Robot robot = at.robot();
    long before = ledger.head().position();
    switch (code) {
      case "teller_has_till" -> check(!new TillPage(at).offersToOpen(), "a second till is offered");
      case "left_open" -> {
        var till = new TillPage(at);
        till.closeDay();
        check(till.leftOpen().contains("3"), till.leftOpen());
        picture(code);
        till.goBack();
      }
      case "account_closed" -> {
        var page = new CounterPage(at, this::customer);
        at.go("counter");
        page.bring(CounterPage.account(((Serve) order).commands().getFirst()));
        robot.untilText("why-not-text", "closed");
        check(robot.node("confirm").isDisabled(), "something can be posted");
        picture(code);
      }
      default -> {
        var page = new CounterPage(at, this::customer);
        page.typeOnly((Serve) order);
        at.robot().click("confirm");
        robot.untilText(place(code), words(code));
        picture(code);
        at.robot().click("clear");
      }
    }
    check(before == ledger.head().position(), code + " was recorded as an act");
  }

  private static String place(String code) {
    return switch (code) {
      case "insufficient_funds" -> "amount-problem";
      case "account_frozen" -> "confirm-problem";
      case "transfer_to_itself" -> "payee-problem";
      default -> throw new AssertionError("nobody hears this in the day: " + code);
    };
  }

  private static String words(String code) {
    return switch (code) {
      case "insufficient_funds" -> "available";
      case "account_frozen" -> "frozen";
      default -> "comes from";
    };
  }

  private static void check(boolean is, String otherwise) {
    if (!is) {
      throw new AssertionError(otherwise);
    }
  }
}
