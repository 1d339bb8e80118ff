package counterfoil.application.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Finds the first byte of a file that is not UTF-8. A decoder says only that there is one. */
final class MalformedText {
  private MalformedText() {}

  /** A sentence that names the file, line and column of the byte. */
  static String find(Path path) {
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      byte[] line = nextLine(in);
      for (long number = 1; line.length > 0; number++) {
        int place = firstMalformed(line);
        if (place < line.length) {
          return "%s, line %d, column %d: byte %s is not UTF-8; save the file as UTF-8."
              .formatted(
                  path,
                  number,
                  columnOf(line, place),
                  HexFormat.of().withUpperCase().toHexDigits(line[place]));
        }
        line = nextLine(in);
      }
    } catch (IOException e) {
      return path + " cannot be read: is it there, and may you read it?";
    }
    return path + " is not UTF-8; save the file as UTF-8.";
  }

  /** The next line with its end: no character of several bytes has a line feed inside. */
  private static byte[] nextLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  private static int firstMalformed(byte[] line) {
    var bytes = ByteBuffer.wrap(line);
    StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(line.length), true);
    return bytes.position();
  }

  private static int columnOf(byte[] line, int place) {
    int column = 1;
    boolean quoted = false;
    for (int i = 0; i < place; i++) {
      quoted ^= line[i] == '"';
      column += line[i] == ',' && !quoted ? 1 : 0;
    }
    return column;
  }
}
