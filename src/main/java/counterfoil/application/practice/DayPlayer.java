package counterfoil.application.practice;

import counterfoil.application.Founder;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.ScriptedClock;
import counterfoil.application.Session;
import counterfoil.application.practice.DayScene.Moment;
import counterfoil.application.practice.DayStep.Ending;
import counterfoil.application.practice.TellersDay.Person;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** Plays a {@link TellersDay} on a ledger without staff: makes them, signs them in, and posts. */
public final class DayPlayer {
  private static final LocalTime BEGINS = LocalTime.of(8, 30);
  private static final LocalTime ENDS = LocalTime.of(17, 30);
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final Duration SHORTEST_DAY = Duration.ofHours(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Ledger ledger;
  private final ScriptedClock clock;
  private final char[] password;
  private final Map<StaffName, Session> sessions = new HashMap<>();
  private final Map<UUID, Long> positions = new HashMap<>();

  /**
   * @param clock the one that the ledger was opened with. It is set through the day and left where
   *     it stood
   * @param password what everybody signs in with; left as it is, for its owner to wipe
   */
  public DayPlayer(Ledger ledger, ScriptedClock clock, char[] password) {
    this.ledger = ledger;
    this.clock = clock;
    this.password = password;
  }

  /**
   * Plays the whole day.
   *
   * @param told hears a line for each step
   * @throws IllegalStateException where a step ends otherwise than the script says
   */
  public void play(TellersDay day, Consumer<String> told) {
    play(day, told, _ -> {});
  }

  /**
   * Plays the whole day, and stands still at each {@link DayScene.Moment} of it.
   *
   * @param told hears a line for each step
   * @param onlooker looks at each moment, and records nothing
   * @throws IllegalStateException where a step ends otherwise than the script says
   */
  public void play(TellersDay day, Consumer<String> told, Consumer<DayScene> onlooker) {
    Instant now = clock.instant();
    Hours hours = hours(day, now);
    clock.set(hours.open());
    employ();
    boolean morning = true;
    for (DayStep step : day.steps()) {
      if (morning && step.at().isAfter(NOON)) {
        morning = false;
        clock.set(hours.at(NOON));
        onlooker.accept(scene(Moment.NOON, day));
      }
      clock.set(hours.at(step.at()));
      told.accept(
          "  %s  %-13s %s: %s"
              .formatted(
                  TIME.format(step.at()), step.who(), step.what(), inWords(step, post(step))));
    }
    onlooker.accept(scene(Moment.EVENING, day));
    sessions.values().forEach(Session::signOut);
    clock.set(now);
  }

  private DayScene scene(Moment moment, TellersDay day) {
    return new DayScene(moment, day, ledger, sessions, positions);
  }

  private void employ() {
    for (Person person : TellersDay.staff()) {
      if (sessions.isEmpty()) {
        new Founder(person.name(), person.fullName())
            .join(ledger, Arrays.copyOf(password, password.length), "WS-01");
      } else {
        var command =
            new AddStaffMember(
                person.name(),
                person.fullName(),
                person.roles(),
                ledger.passwords().hash(password));
        session(TellersDay.INES).post(Posting.of(new Order.ManageStaff(command)));
      }
      sessions.put(person.name(), signIn(person.name()));
    }
  }

  private Session signIn(StaffName name) {
    String workstation = "WS-0" + (sessions.size() + 1);
    char[] copy = Arrays.copyOf(password, password.length);
    return switch (ledger.signIn(name.value(), copy, workstation)) {
      case SignedIn.Yes(Session session) -> session;
      case SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  private Session session(StaffName name) {
    return Objects.requireNonNull(sessions.get(name));
  }

  private Outcome post(DayStep step) {
    Session session = session(step.who());
    Order order = step.order().apply(id -> positions.getOrDefault(id, 0L));
    var posting = new Posting(step.commandId(), order, OptionalLong.empty());
    Outcome outcome =
        switch (step.manner()) {
          case PLAIN -> session.post(posting);
          case ASKS -> session.requestApproval(posting).join();
          case SIGNED -> signed(session, posting, session.post(posting));
        };
    if (outcome instanceof Outcome.Posted posted) {
      positions.putIfAbsent(step.commandId(), posted.position());
    }
    return outcome;
  }

  /** By the head teller, who has read what it comes to. */
  private Outcome signed(Session session, Posting posting, Outcome first) {
    return first instanceof Outcome.ApprovalNeeded needed
        ? session
            .submitApproved(
                posting,
                Optional.of(needed.text()),
                TellersDay.HELEN.value(),
                Arrays.copyOf(password, password.length))
            .join()
        : first;
  }

  private static String inWords(DayStep step, Outcome outcome) {
    return switch (step.ending()) {
      case Ending.Posted _ when outcome instanceof Outcome.Posted posted ->
          "entry %d%s"
              .formatted(
                  posted.position(),
                  posted.balance().map(money -> ", balance " + money.getAmount()).orElse(""));
      case Ending.Asked _ when outcome instanceof Outcome.Posted -> "approval asked for";
      case Ending.Refused(String code)
          when outcome instanceof Outcome.Refused refused
              && refused.refusal().code().equals(code) ->
          "refused, " + code;
      case Ending.Posted _, Ending.Asked _, Ending.Refused _ ->
          throw new IllegalStateException(step.what() + " came to " + outcome);
    };
  }

  /** When the day began and ended. */
  private record Hours(Instant open, Instant close) {
    Instant at(LocalTime time) {
      long all = Duration.between(BEGINS, ENDS).toSeconds();
      return open.plus(
          Duration.between(open, close)
              .multipliedBy(Duration.between(BEGINS, time).toSeconds())
              .dividedBy(all));
    }
  }

  /** Where the day is not over yet, what happened in it lies before now all the same. */
  private Hours hours(TellersDay day, Instant now) {
    ZoneId zone = ledger.zone();
    var hours =
        new Hours(
            day.date().atTime(BEGINS).atZone(zone).toInstant(),
            day.date().atTime(ENDS).atZone(zone).toInstant());
    if (!hours.close().isAfter(now)) {
      return hours;
    }
    Instant midnight = day.date().atStartOfDay(zone).toInstant();
    Instant anHourAgo = now.minus(SHORTEST_DAY);
    Instant begin = hours.open().isBefore(anHourAgo) ? hours.open() : anHourAgo;
    return new Hours(begin.isBefore(midnight) ? midnight : begin, now);
  }
}
