package counterfoil.report.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) in UTF-8, with a line of headings, as they are written; no cell
 * starts a formula. A byte order mark comes first: without it Excel shows Chinese names as signs.
 */
public final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer writer;
  private final CsvWriter csv;

  /** Writes to {@code out}, which is the caller's to close. */
  public CsvFile(OutputStream out, List<String> headings) throws IOException {
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    csv.writeRecord(headings);
  }

  /**
   * Writes a line.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void row(String... cells) {
    csv.writeRecord(Arrays.stream(cells).map(FormulaGuard::guard).toArray(String[]::new));
  }

  /** Everything is with {@code out} after this. */
  public void end() throws IOException {
    csv.flush();
    writer.flush();
  }
}
