package counterfoil.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.eventstore.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry with what is known of its content.
 *
 * @param place its number in the pack, from 1, whatever it says itself
 * @param erased whether what is known is only what is left of it
 * @param content JSON; nothing where it is gone, or not the one that was recorded
 */
record Told(long place, Entry entry, Optional<byte[]> content, boolean erased) {
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");

  private static final String SIGNING_KEY = "signing_key";

  String category() {
    return entry.stream().category();
  }

  String subject() {
    return entry.stream().subject();
  }

  String type() {
    return entry.type().name();
  }

  /**
   * @throws Unfit unless the event is of the first shape, which is the only one that there is
   */
  void demandFirstShape() throws Unfit {
    if (entry.type().schema() != 1) {
      throw new Unfit();
    }
  }

  /**
   * The facts of the content.
   *
   * @throws Unfit if there is none, or no JSON object
   */
  ObjectNode facts() throws Unfit {
    try {
      if (content.isPresent() && Json.strictly(content.get()) instanceof ObjectNode facts) {
        return facts;
      }
    } catch (JsonProcessingException _) {
      // It is no JSON.
    }
    throw new Unfit();
  }

  static String text(JsonNode facts, String name) throws Unfit {
    if (!facts.path(name).isTextual()) {
      throw new Unfit();
    }
    return facts.path(name).textValue();
  }

  static String text(JsonNode facts, String name, Pattern form) throws Unfit {
    String text = text(facts, name);
    if (!form.matcher(text).matches()) {
      throw new Unfit();
    }
    return text;
  }

  static List<String> texts(JsonNode facts, String name) throws Unfit {
    if (!facts.path(name).isArray()) {
      throw new Unfit();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : facts.path(name)) {
      if (!value.isTextual()) {
        throw new Unfit();
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  /** The public half of the key that a person's facts give them. */
  static Optional<String> signingKey(JsonNode facts) throws Unfit {
    return facts.has(SIGNING_KEY)
        ? Optional.of(text(facts.path(SIGNING_KEY), "public", KEY))
        : Optional.empty();
  }
}
