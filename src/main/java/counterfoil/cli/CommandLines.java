package counterfoil.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines of bytes, none longer than memory should hold. */
final class CommandLines {
  static final int MAX_LINE_BYTES = 64 << 10;

  private final InputStream in;
  private long number;

  CommandLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The number of the line read last, from 1. */
  long number() {
    return number;
  }

  /**
   * The next line without its end; nothing at the end of the input.
   *
   * @throws MalformedCommand for a line that is too long; the line after it can be read
   */
  Optional<byte[]> next() throws IOException {
    var line = new ByteArrayOutputStream();
    long length = 0;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (++length <= MAX_LINE_BYTES) {
        line.write(b);
      }
    }
    if (length > MAX_LINE_BYTES) {
      throw new MalformedCommand(
          MalformedCommand.COMMAND,
          Optional.empty(),
          "The line is %d bytes long; %d are allowed: give its acts in several commands."
              .formatted(length, MAX_LINE_BYTES));
    }
    return Optional.of(line.toByteArray());
  }
}
