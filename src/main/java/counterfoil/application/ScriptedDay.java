package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.joda.money.BigMoney;

/**
 * Plays some weeks of a branch, the last day being today, so that there is something to look at and
 * to practise with: openings, deposits, withdrawals, transfers, fees, interest, refusals, a
 * closing. The same every time, but for the dates.
 */
public final class ScriptedDay {
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final Duration SHORTEST_DAY = Duration.ofHours(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final Actor AMARA = new Actor("amara.okafor", Actor.TELLER, "WS-02");
  private static final Actor LUCIA = new Actor("lucia.meyer", Actor.TELLER, "WS-01");

  private final ScriptedClock clock;

  /**
   * @param clock the one that the ledger was opened with. It is set through the weeks and left
   *     where it stood
   */
  public ScriptedDay(ScriptedClock clock) {
    this.clock = clock;
  }

  /**
   * Posts everything, into a ledger without entries.
   *
   * @param told hears a line for each earlier day and for each act of the last one
   */
  public void play(Ledger ledger, Consumer<String> told) {
    play(ledger, ledger.today(), told);
  }

  /** The same, the last day being the working day before today: today is still to come. */
  public void playEarlier(Ledger ledger, Consumer<String> told) {
    LocalDate last = ledger.today().minusDays(1);
    while (isWeekend(last)) {
      last = last.minusDays(1);
    }
    play(ledger, last, told);
  }

  private void play(Ledger ledger, LocalDate until, Consumer<String> told) {
    Instant now = clock.instant();
    ZoneId zone = ledger.zone();
    List<LocalDate> days = businessDays(until);
    var script = new ScriptedDays(ledger.currency());
    for (int day = 0; day < days.size(); day++) {
      LocalDate date = days.get(day);
      var acts = script.next(day, date);
      told.accept("%s: %d customers to serve".formatted(date, acts.size()));
      boolean last = day == days.size() - 1;
      long refused = play(ledger, acts, hours(date, now, zone), last ? told : _ -> {});
      told.accept("  %d posted, %d refused".formatted(acts.size() - refused, refused));
    }
    clock.set(now);
  }

  /** When a business day began and ended. */
  private record Hours(Instant open, Instant close) {
    Instant at(int second) {
      return open.plus(
          Duration.between(open, close).multipliedBy(second).dividedBy(ScriptedAct.SECONDS_A_DAY));
    }
  }

  /** Posts the acts of one day; returns how many were refused. */
  private long play(Ledger ledger, List<ScriptedAct> acts, Hours hours, Consumer<String> told) {
    long refused = 0;
    for (ScriptedAct act : acts) {
      clock.set(hours.at(act.second()));
      var outcome = post(ledger, act);
      refused += outcome instanceof Outcome.Posted ? 0 : 1;
      told.accept(
          "  %s  %s: %s"
              .formatted(
                  TIME.format(clock.instant().atZone(ledger.zone())),
                  inWords(act.command()),
                  inWords(outcome)));
    }
    return refused;
  }

  private static Outcome post(Ledger ledger, ScriptedAct act) {
    // Two tellers share the work.
    var teller = act.second() % 3 == 1 ? LUCIA : AMARA;
    return ledger
        .counter()
        .post(new Posting(act.commandId(), act.command(), OptionalLong.empty()), teller);
  }

  /** Working days up to today, which is one whatever the day. */
  private static List<LocalDate> businessDays(LocalDate today) {
    var days = new ArrayList<LocalDate>();
    for (var date = today.minusDays(1); days.size() < ScriptedDays.EARLIER_DAYS; ) {
      if (!isWeekend(date)) {
        days.addFirst(date);
      }
      date = date.minusDays(1);
    }
    days.addLast(today);
    return days;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Where the day is not over yet, what happened in it lies before now all the same. */
  private static Hours hours(LocalDate date, Instant now, ZoneId zone) {
    var hours =
        new Hours(
            date.atTime(OPENS).atZone(zone).toInstant(),
            date.atTime(CLOSES).atZone(zone).toInstant());
    if (!hours.close().isAfter(now)) {
      return hours;
    }
    Instant midnight = date.atStartOfDay(zone).toInstant();
    Instant anHourAgo = now.minus(SHORTEST_DAY);
    Instant begin = hours.open().isBefore(anHourAgo) ? hours.open() : anHourAgo;
    return new Hours(begin.isBefore(midnight) ? midnight : begin, now);
  }

  private static String inWords(AccountCommand command) {
    return switch (command) {
      case OpenAccount c ->
          "open %s for %s with %s".formatted(c.account(), c.holder(), figure(c.openingDeposit()));
      case Deposit c -> "deposit %s to %s".formatted(figure(c.amount()), c.account());
      case Withdraw c -> "withdraw %s from %s".formatted(figure(c.amount()), c.account());
      case Transfer c ->
          "transfer %s from %s to %s".formatted(figure(c.amount()), c.from(), c.to());
      case ChargeFee c -> "charge %s a fee of %s".formatted(c.account(), figure(c.amount()));
      case CreditInterest c ->
          "credit %s with interest of %s".formatted(c.account(), figure(c.amount()));
      case SetOverdraftLimit c ->
          "set the overdraft limit of %s to %s".formatted(c.account(), figure(c.limit()));
      case SetMinimumBalance c ->
          "set the minimum balance of %s to %s".formatted(c.account(), figure(c.amount()));
      case DepositCheque c ->
          "deposit a cheque of %s to %s".formatted(figure(c.amount()), c.account());
      case PlaceHold c -> "hold %s of %s".formatted(figure(c.amount()), c.account());
      case ReleaseHold c -> "release a hold on %s".formatted(c.account());
      case Freeze c -> "freeze %s".formatted(c.account());
      case Unfreeze c -> "unfreeze %s".formatted(c.account());
      case AddHolder c -> "make %s a holder of %s".formatted(c.holder(), c.account());
      case RemoveHolder c -> "%s is no holder of %s any more".formatted(c.holder(), c.account());
      case Reverse c -> "reverse entry %d of %s".formatted(c.position(), c.account());
      case CloseAccount c -> "close %s and pay out the rest".formatted(c.account());
      case CloseInto c -> "close %s and transfer the rest to %s".formatted(c.from(), c.to());
    };
  }

  private static String inWords(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted ->
          "entry %d, balance %s"
              .formatted(posted.position(), posted.balance().orElseThrow().getAmount());
      case Outcome.Refused refused -> "refused, " + refused.refusal().code();
      case Outcome.ApprovalNeeded _ -> "approval needed";
      case Outcome.ChangedMeanwhile _ -> "refused, changed meanwhile";
    };
  }

  private static String figure(BigMoney amount) {
    return amount.toMoney(RoundingMode.UNNECESSARY).getAmount().toPlainString();
  }
}
