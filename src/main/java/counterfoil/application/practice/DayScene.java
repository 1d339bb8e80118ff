package counterfoil.application.practice;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.domain.staff.StaffName;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The scripted day at a moment at which it stands still, to be looked at. Whoever looks records
 * nothing: the day goes on where it stood.
 *
 * @param people who works there, signed in
 * @param positions the first entry of each step that was posted, by the step's command
 */
public record DayScene(
    Moment moment,
    TellersDay day,
    Ledger ledger,
    Map<StaffName, Session> people,
    Map<UUID, Long> positions) {
  /** Where the day stands still. */
  public enum Moment {
    /** The tills are open, and an approval waits. */
    NOON,
    /** Everything is counted and closed, and nobody has signed out yet. */
    EVENING
  }

  public DayScene {
    people = Map.copyOf(people);
    positions = Map.copyOf(positions);
  }

  /**
   * @throws NullPointerException if they do not work there
   */
  public Session session(StaffName name) {
    return Objects.requireNonNull(people.get(name), name::toString);
  }

  /**
   * The first entry of the step that is told in words that begin so.
   *
   * @throws java.util.NoSuchElementException if no such step was posted yet
   */
  public long positionOf(String what) {
    return day.steps().stream()
        .filter(step -> step.what().startsWith(what) && positions.containsKey(step.commandId()))
        .mapToLong(step -> Objects.requireNonNull(positions.get(step.commandId())))
        .findFirst()
        .orElseThrow();
  }
}
