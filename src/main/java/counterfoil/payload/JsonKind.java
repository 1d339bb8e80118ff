package counterfoil.payload;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.payload.Upcasters.Shaped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;

/**
 * A kind of stream whose events are written as JSON objects, all in their first shape. A kind says
 * its events' names, writes their facts and reads them; what is alike for all of them is here.
 *
 * @param <S> the state, immutable
 * @param <E> the events
 */
abstract class JsonKind<S, E> implements StreamKind<S, E> {
  /** The shape that is written today, of every event. A change takes the next one. */
  private static final int SCHEMA = 1;

  /** How earlier shapes read today: there are none yet. */
  private static final Upcasters HISTORY = new Upcasters(List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Knows what it reads from the start: finding that out anew costs as much as the reading. */
  private static final ObjectReader TREES = JSON.readerFor(JsonNode.class);

  private final String category;

  JsonKind(String category) {
    this.category = category;
  }

  /** The event's name in history, which outlives the name of its class. */
  abstract String nameOf(E event);

  abstract void write(FactWriter facts, E event);

  /**
   * The event of a name.
   *
   * @throws LaterVersion if the name is not known
   * @throws IllegalArgumentException if the facts are not of its shape
   */
  abstract E read(String name, Facts facts);

  @Override
  public final String category() {
    return category;
  }

  @Override
  public final NewEvent encode(E event) {
    var bytes = new ByteArrayOutputStream(160);
    try (JsonGenerator json = JSON.getFactory().createGenerator(bytes)) {
      json.writeStartObject();
      write(new FactWriter(json), event);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NewEvent(new EventType(nameOf(event), SCHEMA), bytes.toByteArray());
  }

  @Override
  public final E decode(EventType type, byte[] payload) {
    return decode(HISTORY, type, payload);
  }

  final E decode(Upcasters history, EventType type, byte[] payload) {
    try {
      if (!(TREES.readTree(payload) instanceof ObjectNode tree)) {
        throw new IllegalArgumentException("not an object");
      }
      Shaped newest = history.newest(new Shaped(type, tree));
      if (newest.type().schema() != SCHEMA) {
        throw new LaterVersion(type.name() + " of schema version " + type.schema());
      }
      return read(newest.type().name(), new Facts(newest.tree()));
    } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new UnknownEvent(type.name() + " with a payload of another shape", e);
    }
  }

  /** For {@link #read}: a name that this program does not know. */
  static LaterVersion unknown(String name) {
    return new LaterVersion("an event of the unknown type " + name);
  }
}
