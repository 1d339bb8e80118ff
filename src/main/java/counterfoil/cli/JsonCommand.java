package counterfoil.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import counterfoil.cli.FieldValue.Flag;
import counterfoil.cli.FieldValue.Items;
import counterfoil.cli.FieldValue.Nested;
import counterfoil.cli.FieldValue.Nothing;
import counterfoil.cli.FieldValue.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a command from a line of JSON, strictly. */
final class JsonCommand {
  /** A command within a request, acts in it, and the pieces of an act's cash. */
  private static final int MAX_DEPTH = 8;

  /** NaN is taken as a number, so that it is answered as the malformed amount that it is. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private JsonCommand() {}

  /**
   * @throws MalformedCommand if the line is not one JSON object in UTF-8 without repeated names
   */
  static Map<String, FieldValue> fields(byte[] line) {
    try (JsonParser json = JSON.createParser(text(line))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("The line is not a JSON object.");
      }
      var fields = object(json);
      if (json.nextToken() != null) {
        throw malformed("The line holds more than one JSON object.");
      }
      return fields;
    } catch (CharacterCodingException _) {
      throw malformed("The line is not UTF-8.");
    } catch (IOException e) {
      throw malformed(
          String.valueOf(e.getMessage()).startsWith("Duplicate")
              ? "A field is there twice."
              : "The line is not well-formed JSON.");
    }
  }

  private static FieldValue value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> new Text(json.getText());
      case VALUE_TRUE -> new Flag(true);
      case VALUE_FALSE -> new Flag(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new FieldValue.Numeral(json.getText());
      case START_OBJECT -> new Nested(object(json));
      case START_ARRAY -> new Items(array(json));
      default -> new Nothing();
    };
  }

  /** Reads to the end of an object that has begun. */
  private static Map<String, FieldValue> object(JsonParser json) throws IOException {
    var fields = new LinkedHashMap<String, FieldValue>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, value(json));
    }
    return fields;
  }

  private static List<FieldValue> array(JsonParser json) throws IOException {
    var items = new ArrayList<FieldValue>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return items;
  }

  private static String text(byte[] line) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
  }

  private static MalformedCommand malformed(String sentence) {
    return new MalformedCommand(MalformedCommand.COMMAND, Optional.empty(), sentence);
  }
}
