package counterfoil.payload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.eventstore.EventType;
import java.util.function.UnaryOperator;

/**
 * One step of a kind of event's evolution: how what was written in an earlier shape reads in the
 * next one. Works on the written tree, so that it outlives every class, and must be pure: the same
 * bytes read the same for ever.
 *
 * @param from the shape that was written
 * @param to the shape that comes next: the same name with the next version, or a new name
 * @param step makes the one of the other; may change the tree it is given
 */
public record Upcaster(EventType from, EventType to, UnaryOperator<ObjectNode> step) {}
