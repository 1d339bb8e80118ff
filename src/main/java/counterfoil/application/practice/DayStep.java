package counterfoil.application.practice;

import counterfoil.application.Order;
import counterfoil.domain.staff.StaffName;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One thing that somebody does in the scripted day.
 *
 * @param at the branch's local time
 * @param what in words, for who watches
 * @param order given the position that an earlier step's first entry got: what is reversed or
 *     signed off is named by it
 */
public record DayStep(
    LocalTime at,
    StaffName who,
    UUID commandId,
    String what,
    Function<ToLongFunction<UUID>, Order> order,
    Manner manner,
    Ending ending) {

  /** How the approval comes about that a step may need. */
  public enum Manner {
    /** It needs none, or has it by now. */
    PLAIN,
    /** It is asked for, and waits in the queue. */
    ASKS,
    /** The supervisor signs at the desk. */
    SIGNED
  }

  /** What must come of it. */
  public sealed interface Ending {
    record Posted() implements Ending {}

    /** The approval was asked for; the same step comes again. */
    record Asked() implements Ending {}

    record Refused(String code) implements Ending {}
  }
}
