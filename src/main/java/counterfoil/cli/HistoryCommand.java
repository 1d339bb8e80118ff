package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.Permission;
import counterfoil.projection.JournalLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One account's history with its running balance. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists one account's history with its running balance.")
final class HistoryCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "ACCOUNT", description = "The account's number.")
  private String account = "";

  @Option(
      names = "--at",
      paramLabel = "POSITION|TIME",
      description = "Up to an entry's position or a time with its zone (ISO 8601).")
  private Optional<String> at = Optional.empty();

  HistoryCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var number = GivenAccount.number(account);
    return session.withPerson(
        List.of(Permission.SEE_BRANCH, Permission.SERVE_CUSTOMERS),
        Actor.TELLER,
        (ledger, _) -> list(ledger, number));
  }

  private int list(Ledger ledger, AccountNumber number) {
    if (ledger.inquiries().account(number).isEmpty()) {
      throw GivenAccount.missing(number);
    }
    long position =
        at.map(text -> LedgerMoment.position(text, ledger))
            .orElseGet(() -> ledger.inquiries().lastPosition());
    if (session.json()) {
      ledger
          .inquiries()
          .eachOfHistory(
              number,
              position,
              line -> session.out().object(json -> writeTo(json, line, ledger.currency())));
    } else {
      table(ledger, number, position);
    }
    return ExitCode.DONE;
  }

  private static void writeTo(JsonGenerator json, JournalLine line, CurrencyUnit currency)
      throws IOException {
    json.writeNumberField("position", line.position());
    json.writeNumberField("version", line.version());
    json.writeStringField("type", line.type());
    json.writeStringField("amount", plain(line.amount(), currency));
    json.writeStringField("balance", plain(line.balance(), currency));
    json.writeStringField("posted_on", line.postedOn().toString());
    json.writeStringField("recorded_at", line.recordedAt().toString());
    json.writeStringField("reference", line.reference());
    json.writeStringField("narrative", line.narrative());
  }

  private void table(Ledger ledger, AccountNumber number, long position) {
    var table =
        new Table(
            session.out(),
            Table.Column.figures("Entry"),
            Table.Column.text("Posted on"),
            Table.Column.text("What"),
            Table.Column.figures("Amount"),
            Table.Column.figures("Balance"),
            Table.Column.text("Reference"),
            Table.Column.text("Narrative"));
    ledger
        .inquiries()
        .eachOfHistory(
            number,
            position,
            line ->
                table.row(
                    Long.toString(line.position()),
                    line.postedOn().toString(),
                    line.type(),
                    plain(line.amount(), ledger.currency()),
                    plain(line.balance(), ledger.currency()),
                    line.reference(),
                    line.narrative()));
    table.end();
  }

  /** What moved no money moved zero, so that the column of amounts can be added up as it is. */
  private static String plain(Optional<Money> money, CurrencyUnit currency) {
    return money.orElseGet(() -> Money.zero(currency)).getAmount().toPlainString();
  }
}
