package counterfoil.application.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import counterfoil.application.Ledger;
import counterfoil.application.export.Exports.Result;
import counterfoil.application.export.Exports.Subject;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.workstation.Export.Content;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountLine;
import counterfoil.report.export.Camt053;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Takes a whole ledger out of the program, as of where it stands at the beginning. Every method
 * throws {@link ExportFailed} where the files cannot be, and {@link CancellationException} where
 * {@code progress} says so; nothing is left behind then.
 */
public final class LedgerExport {
  /** The names of files in a folder. */
  public static final String ENTRIES = "entries.jsonl";

  private static final int ENTRIES_A_READ = 1000;
  private static final JsonFactory JSON_LINES =
      new JsonFactoryBuilder()
          .rootValueSeparator("\n")
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final Ledger ledger;
  private final Exports exports;
  private final long position;

  public LedgerExport(Ledger ledger, Exports exports) {
    this.ledger = ledger;
    this.exports = exports;
    this.position = ledger.inquiries().lastPosition();
  }

  /** The last entry that is in it. */
  public long position() {
    return position;
  }

  /** {@code accounts.csv} and {@code journal.csv} in a folder, for spreadsheets. */
  public Result csv(Path folder, Progress progress) {
    try (var files = NewFiles.inFolder(folder)) {
      var tables = new LedgerTables(ledger, position);
      files.write(LedgerTables.ACCOUNTS, tables::accounts);
      files.write(LedgerTables.JOURNAL, out -> tables.journal(out, progress));
      return exports.hand(files, whole(Format.CSV));
    }
  }

  /** Every entry, one a line, with all that is recorded of it. */
  public Result jsonLines(Path out, Progress progress) {
    try (var files = NewFiles.file(out, ENTRIES)) {
      files.write(ENTRIES, lines -> entries(lines, progress));
      return exports.hand(files, whole(Format.JSONL));
    }
  }

  private Subject whole(Format format) {
    return new Subject(Content.LEDGER, format, Optional.empty(), Optional.empty(), position);
  }

  private void entries(OutputStream out, Progress progress) throws IOException {
    var fields = new EntryJson();
    try (JsonGenerator json = JSON_LINES.createGenerator(out)) {
      for (long next = 1; next <= position; next += ENTRIES_A_READ) {
        int howMany = (int) Math.min(ENTRIES_A_READ, position - next + 1);
        for (Entry entry : ledger.store().read(next, howMany)) {
          json.writeStartObject();
          fields.write(json, entry);
          json.writeEndObject();
        }
        report(progress, next + howMany - 1, position);
      }
    }
    if (position > 0) {
      out.write('\n');
    }
  }

  static void report(Progress progress, long done, long total) {
    if (!progress.report(done, total)) {
      throw new CancellationException("export");
    }
  }

  /**
   * One account's statement for a period as a camt.053 file.
   *
   * @return nothing where there is no such account
   */
  public Optional<Result> statement(AccountNumber account, Period period, Path out) {
    return new LedgerPapers(ledger)
        .statement(account, period.from(), period.to())
        .map(statement -> {
          try (var files = NewFiles.file(out, fileName(account.value()))) {
            files.write(fileName(account.value()), file -> file.write(Camt053.write(statement)));
            return exports.hand(files, statements(Optional.of(account), period));
          }
        });
  }

  /**
   * A camt.053 file in a folder for every account that was open at any time of a period.
   *
   * @return nothing where there was none
   */
  public Optional<Result> statements(Period period, Path folder, Progress progress) {
    List<AccountNumber> accounts = within(period);
    if (accounts.isEmpty()) {
      return Optional.empty();
    }
    var statements = new LedgerPapers(ledger).statements();
    try (var files = NewFiles.inFolder(folder)) {
      for (int i = 0; i < accounts.size(); i++) {
        AccountNumber account = accounts.get(i);
        var statement = statements.of(account, period.from(), period.to()).orElseThrow();
        files.write(fileName(account.value()), file -> file.write(Camt053.write(statement)));
        report(progress, i + 1, accounts.size());
      }
      return Optional.of(exports.hand(files, statements(Optional.empty(), period)));
    }
  }

  /** In the order of their files' names. */
  private List<AccountNumber> within(Period period) {
    List<AccountLine> accounts = new ArrayList<>();
    ledger.inquiries().eachAccount(position, accounts::add);
    return accounts.stream()
        .filter(line -> !line.openedOn().isAfter(period.to()))
        .filter(line -> line.closedOn().filter(end -> end.isBefore(period.from())).isEmpty())
        .map(AccountLine::number)
        .sorted((one, other) -> fileName(one.value()).compareTo(fileName(other.value())))
        .toList();
  }

  private static String fileName(String account) {
    return account + ".camt053.xml";
  }

  private Subject statements(Optional<AccountNumber> account, Period period) {
    return new Subject(Content.LEDGER, Format.CAMT053, account, Optional.of(period), position);
  }
}
