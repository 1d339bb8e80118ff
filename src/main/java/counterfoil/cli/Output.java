package counterfoil.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of text or of JSON, in UTF-8 with a line feed. Every call may throw {@link OutputLost}.
 * Nothing is sure to be out before {@link #flush}.
 */
final class Output {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final OutputStream out;

  Output(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  /** Writes fields into an object that begins and ends a line. */
  interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  void object(Fields fields) {
    try {
      try (JsonGenerator json = JSON.createGenerator(out)) {
        json.writeStartObject();
        fields.writeTo(json);
        json.writeEndObject();
      }
      out.write('\n');
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }

  void line(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }

  /** A text of whole lines, as it is. */
  void text(String lines) {
    try {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }
}
