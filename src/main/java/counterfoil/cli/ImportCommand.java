package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.application.history.HistoryImport;
import counterfoil.application.history.ImportReport;
import counterfoil.application.history.ImportReport.Difference;
import counterfoil.domain.staff.Permission;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records history from files. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Records history from CSV files as it happened.",
      "Every row is checked before the first is recorded. A run that was cut off is completed by"
          + " running it again; running it twice adds nothing."
    })
final class ImportCommand implements Callable<Integer> {
  /** More than that, a person reads in the answer for programs. */
  private static final int DIFFERENCES_TO_SHOW = 20;

  private final CommandSession session;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      required = true,
      description = "The accounts, with a header.")
  private Path accounts = Path.of("");

  @Option(
      names = "--transactions",
      paramLabel = "FILE",
      required = true,
      description = "Their transactions, with a header, in posting order for each account.")
  private Path transactions = Path.of("");

  ImportCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Instant begin = session.surroundings().clock().instant();
    return session.withPerson(
        List.of(Permission.MAINTAIN_LEDGER),
        Actor.ADMINISTRATOR,
        (ledger, person) -> record(ledger, person, begin));
  }

  private int record(Ledger ledger, Session person, Instant begin) {
    var report =
        new HistoryImport(ledger, person)
            .run(accounts, transactions, session.progress("Recorded %,d of %,d rows."));
    var took = Duration.between(begin, session.surroundings().clock().instant());
    if (session.json()) {
      session.out().object(json -> writeTo(json, report, took));
    } else {
      tell(report, took);
    }
    return ExitCode.DONE;
  }

  private static void writeTo(JsonGenerator json, ImportReport report, Duration took)
      throws IOException {
    json.writeNumberField("accounts", report.accounts());
    json.writeNumberField("transactions", report.transactions());
    json.writeNumberField("entries", report.entries());
    json.writeArrayFieldStart("differences");
    for (Difference difference : report.differences()) {
      json.writeStartObject();
      json.writeNumberField("row", difference.row());
      json.writeStringField("account", difference.account().value());
      json.writeStringField("recorded", difference.recorded().getAmount().toPlainString());
      json.writeStringField("computed", difference.computed().getAmount().toPlainString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("below_zero", report.belowZero());
    json.writeNumberField("seconds", seconds(took));
  }

  private void tell(ImportReport report, Duration took) {
    var out = session.out();
    out.line(
        String.format(
            Locale.ROOT,
            "Recorded %,d entries from %,d accounts and %,d transactions in %s s.",
            report.entries(),
            report.accounts(),
            report.transactions(),
            seconds(took)));
    out.line(
        String.format(Locale.ROOT, "%,d rows left an account below zero.", report.belowZero()));
    out.line(
        String.format(
            Locale.ROOT,
            "%,d rows have a balance of their own that differs from the computed one.",
            report.differences().size()));
    var table =
        new Table(
            out,
            Table.Column.figures("Row"),
            Table.Column.text("Account"),
            Table.Column.figures("Recorded"),
            Table.Column.figures("Computed"));
    report.differences().stream()
        .limit(DIFFERENCES_TO_SHOW)
        .forEach(d ->
            table.row(
                Long.toString(d.row()),
                d.account().value(),
                d.recorded().getAmount().toPlainString(),
                d.computed().getAmount().toPlainString()));
    if (!report.differences().isEmpty()) {
      table.end();
    }
    if (report.differences().size() > DIFFERENCES_TO_SHOW) {
      out.line("... and more; --json lists them all.");
    }
  }

  static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
