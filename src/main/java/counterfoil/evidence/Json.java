package counterfoil.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON from anywhere, read as strictly as other readers do. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /**
   * One value in UTF-8. From bytes the library would guess other encodings too, and pass by a mark
   * of the byte order.
   *
   * @throws JsonProcessingException if it is none
   */
  static JsonNode strictly(byte[] bytes) throws JsonProcessingException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw MismatchedInputException.from(null, JsonNode.class, "not UTF-8");
    }
    if (text.startsWith("\uFEFF")) {
      throw MismatchedInputException.from(null, JsonNode.class, "a byte order mark");
    }
    return MAPPER.readTree(text);
  }
}
