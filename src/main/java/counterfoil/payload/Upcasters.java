package counterfoil.payload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.eventstore.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All steps from the shapes of history to those of today. What is stored never changes: it is
 * brought up each time it is read, by as many steps as it takes.
 */
final class Upcasters {
  /** A payload in some shape. */
  record Shaped(EventType type, ObjectNode tree) {}

  private final Map<EventType, Upcaster> steps = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two begin at one shape, or they lead in a circle
   */
  Upcasters(List<Upcaster> all) {
    for (Upcaster upcaster : all) {
      if (steps.put(upcaster.from(), upcaster) != null) {
        throw new IllegalArgumentException("two ways on from " + upcaster.from());
      }
    }
    steps.keySet().forEach(this::refuseCircle);
  }

  /** The payload in its newest shape; as it is, where no step begins at its shape. */
  Shaped newest(Shaped written) {
    Shaped shaped = written;
    for (@Nullable Upcaster next = steps.get(shaped.type());
        next != null;
        next = steps.get(shaped.type())) {
      shaped = new Shaped(next.to(), next.step().apply(shaped.tree()));
    }
    return shaped;
  }

  private void refuseCircle(EventType start) {
    Set<EventType> seen = new HashSet<>();
    EventType at = start;
    for (@Nullable Upcaster next = steps.get(at); next != null; next = steps.get(at)) {
      if (!seen.add(at)) {
        throw new IllegalArgumentException("a circle at " + at);
      }
      at = next.to();
    }
  }
}
