package counterfoil.application.history;

import counterfoil.application.Quoted;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values with a header (RFC 4180, UTF-8), read strictly: every row has
 * the header's columns, and a byte that is not UTF-8 is an error, not a question mark.
 */
final class CsvFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path path;
  private final List<String> required;
  private final List<String> optional;

  /** Columns may stand in any order; {@code optional} ones may be missing. */
  CsvFile(Path path, List<String> required, List<String> optional) {
    this.path = path;
    this.required = required;
    this.optional = optional;
  }

  /** Hands over the rows in the order of the file. */
  void eachRow(Consumer<Row> consumer) {
    try (var reader = open();
        var csv =
            CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader)) {
      read(csv.iterator(), consumer);
    } catch (CsvParseException e) {
      throw e.getCause() instanceof IOException cause ? unreadable(cause) : malformed(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Reader open() throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(Files.newInputStream(path), strict);
  }

  private void read(Iterator<CsvRecord> records, Consumer<Row> consumer) {
    if (!records.hasNext()) {
      throw new HistoryRefused(path + " is empty: its first line must name the columns.");
    }
    List<String> header = header(records.next());
    int[] places = places(header);
    while (records.hasNext()) {
      CsvRecord next = records.next();
      if (next.getFieldCount() != header.size()) {
        throw new HistoryRefused(
            "%s, line %d, column %d: the row has %d columns where the header has %d."
                .formatted(
                    path,
                    next.getStartingLineNumber(),
                    Math.min(next.getFieldCount(), header.size() + 1),
                    next.getFieldCount(),
                    header.size()));
      }
      consumer.accept(new Row(next, places));
    }
  }

  private List<String> header(CsvRecord first) {
    var header = new ArrayList<>(first.getFields());
    if (header.getFirst().startsWith(BYTE_ORDER_MARK)) {
      header.set(0, header.getFirst().substring(1));
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      String what =
          !required.contains(name) && !optional.contains(name)
              ? "is not a column of this file"
              : seen.add(name) ? "" : "is there twice";
      if (!what.isEmpty()) {
        throw new HistoryRefused(
            "%s, line 1, column %d: %s %s; the columns are %s."
                .formatted(path, i + 1, Quoted.of(name), what, String.join(",", required)));
      }
    }
    return header;
  }

  /** Where in a row each column stands, in the order of required and optional; -1 for nowhere. */
  private int[] places(List<String> header) {
    var columns = new ArrayList<>(required);
    columns.addAll(optional);
    var places = columns.stream().mapToInt(header::indexOf).toArray();
    for (int i = 0; i < required.size(); i++) {
      if (places[i] < 0) {
        throw new HistoryRefused(
            "%s, line 1, column %d: the column %s is missing; the columns are %s."
                .formatted(path, header.size(), required.get(i), String.join(",", required)));
      }
    }
    return places;
  }

  private HistoryRefused malformed(CsvParseException e) {
    return new HistoryRefused(
        "%s is not a well-formed CSV file: %s"
            .formatted(path, Quoted.plain(Objects.requireNonNullElse(e.getMessage(), ""))),
        e);
  }

  private HistoryRefused unreadable(Throwable e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new HistoryRefused(MalformedText.find(path), e);
      }
    }
    return new HistoryRefused(path + " cannot be read: is it there, and may you read it?", e);
  }

  /** One row; columns are named by their index in required and optional. */
  final class Row {
    private final CsvRecord fields;
    private final int[] places;

    private Row(CsvRecord fields, int[] places) {
      this.fields = fields;
      this.places = places;
    }

    long line() {
      return fields.getStartingLineNumber();
    }

    /** The text in a column; empty where the file does not have the column. */
    String text(int column) {
      return places[column] < 0 ? "" : fields.getField(places[column]);
    }

    /** What is wrong with a column: "…" {@code what}. */
    HistoryRefused refuse(int column, String what) {
      String name =
          column < required.size() ? required.get(column) : optional.get(column - required.size());
      return new HistoryRefused(
          "%s, line %d, column %d (%s): %s %s."
              .formatted(path, line(), places[column] + 1, name, given(column), what));
    }

    private String given(int column) {
      return text(column).isEmpty() ? "an empty field" : Quoted.of(text(column));
    }
  }
}
