package counterfoil.desktop.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.ScriptedClock;
import counterfoil.application.Session;
import counterfoil.application.StoredLedgers;
import counterfoil.application.practice.DayReckoning;
import counterfoil.application.practice.TellersDay;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tellers' day as its people live it: through the whole window, with nothing but keys and
 * clicks. Pictures of it are left in {@code target/pictures/day}.
 */
class TellersDayOnScreenTest {
  private static final String PASSWORD = "four tall brown horses";
  private static final LocalDate DATE = LocalDate.parse("2026-11-23");

  @TempDir private Path folder;
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T08:30:00Z"));
  private final TellersDay day = TellersDay.on(DATE);

  private static Ledger employ(Ledger ledger) {
    // Hashed at the least cost: here nobody breaks in.
    var passwords = new Passwords(new Cost(64, 1, 1));
    Session by = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01"));
    for (var person : TellersDay.staff()) {
      var command =
          new AddStaffMember(
              person.name(),
              person.fullName(),
              person.roles(),
              passwords.hash(PASSWORD.toCharArray()));
      Outcome added = by.post(Posting.of(new ManageStaff(command)));
      assertTrue(added instanceof Outcome.Posted, added.toString());
      if (person.name().equals(TellersDay.INES)) {
        by = signedIn(ledger, person.name());
      }
    }
    by.signOut();
    return ledger;
  }

  private Workstation workstation(Ledger ledger) {
    return new Workstation("WS-02", new OneLedger(ledger), folder, clock, PASSWORD);
  }

  private static Session signedIn(Ledger ledger, StaffName name) {
    return switch (ledger.signIn(name.value(), PASSWORD.toCharArray(), "WS-01")) {
      case SignedIn.Yes(var session) -> session;
      case SignedIn.No(var refusal) -> throw new AssertionError(refusal.code());
    };
  }

  @Test
  void at_the_end_of_the_day_every_drawer_and_balance_agrees_to_the_cent() {
    var camera = new Camera(Path.of("target", "pictures", "day"));
    try (var ledger =
            new StoredLedgers(clock)
                .found(
                    folder.resolve("ledger"),
                    Founding.charter(
                        "Riverside", CurrencyUnit.EUR, ZoneOffset.UTC, clock.instant(), false));
        var workstation = workstation(employ(ledger))) {
      var played = new DayOnScreen(ledger, clock, workstation, camera, PASSWORD);
      played.play(day);
      assertEquals(List.of(), DayReckoning.differences(ledger, 1, day.figures()));
      assertTrue(ledger.verify(Progress.NONE).intact());
      new DayPapers(ledger, workstation, camera)
          .check(day, played.positionOf(day, "deposit 87.35"));
    }
  }
}
