package counterfoil.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.eventstore.Entry;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Payloads as they may be shown, printed and exported: the hash of a person's password and the key
 * it locks up are recorded, but nobody gets to see them, since passwords could be tried against
 * either.
 */
public final class ShownPayload {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CREDENTIAL = "credential";
  private static final String HIDDEN = "hidden";

  private ShownPayload() {}

  /** The payload's JSON, byte for byte but for what is hidden. */
  public static String json(Entry entry) {
    String recorded = new String(entry.payload(), StandardCharsets.UTF_8);
    if (!entry.stream().category().equals(StaffEvents.CATEGORY) || !recorded.contains(CREDENTIAL)) {
      return recorded;
    }
    try {
      return JSON.writeValueAsString(tree(entry));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As {@link #json}, read.
   *
   * @throws JsonProcessingException if the payload is no JSON
   */
  public static JsonNode tree(Entry entry) throws JsonProcessingException {
    JsonNode tree = read(entry);
    if (entry.stream().category().equals(StaffEvents.CATEGORY)
        && tree instanceof ObjectNode fields
        && fields.has(CREDENTIAL)) {
      fields.put(CREDENTIAL, HIDDEN);
      if (fields.path(SigningKeys.FIELD) instanceof ObjectNode key) {
        key.put(SigningKeys.SEALED, HIDDEN);
      }
    }
    return tree;
  }

  private static JsonNode read(Entry entry) throws JsonProcessingException {
    return JSON.readTree(new String(entry.payload(), StandardCharsets.UTF_8));
  }
}
