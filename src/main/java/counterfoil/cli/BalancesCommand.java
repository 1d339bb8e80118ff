package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.domain.staff.Permission;
import counterfoil.projection.AccountLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every account's balance, now or then. */
@Command(
    name = "balances",
    mixinStandardHelpOptions = true,
    description = "Lists every account's balance, now or as of any moment.")
final class BalancesCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(
      names = "--at",
      paramLabel = "POSITION|TIME",
      description = "As of an entry's position or a time with its zone (ISO 8601).")
  private Optional<String> at = Optional.empty();

  BalancesCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withPerson(
        List.of(Permission.SEE_BRANCH, Permission.SERVE_CUSTOMERS),
        Actor.TELLER,
        (ledger, _) -> list(ledger));
  }

  private int list(Ledger ledger) {
    long position =
        at.map(text -> LedgerMoment.position(text, ledger))
            .orElseGet(() -> ledger.inquiries().lastPosition());
    if (session.json()) {
      ledger.inquiries().eachAccount(position, this::object);
    } else {
      table(ledger, position);
    }
    return ExitCode.DONE;
  }

  private void object(AccountLine line) {
    session
        .out()
        .object(json -> {
          json.writeStringField("account", line.number().value());
          json.writeStringField("status", status(line));
          json.writeStringField("ledger", plain(line.ledger()));
          json.writeStringField("available", plain(line.available()));
          json.writeStringField("currency", line.ledger().getCurrencyUnit().getCode());
          json.writeNumberField("version", line.version());
        });
  }

  private void table(Ledger ledger, long position) {
    var table =
        new Table(
            session.out(),
            Table.Column.text("Account"),
            Table.Column.text("Status"),
            Table.Column.figures("Ledger"),
            Table.Column.figures("Available"),
            Table.Column.text("Currency"),
            Table.Column.figures("Version"),
            Table.Column.text("Holder"));
    ledger
        .inquiries()
        .eachAccount(
            position,
            line ->
                table.row(
                    line.number().value(),
                    status(line),
                    plain(line.ledger()),
                    plain(line.available()),
                    line.ledger().getCurrencyUnit().getCode(),
                    Long.toString(line.version()),
                    line.holder()));
    table.end();
  }

  private static String status(AccountLine line) {
    return line.status().name().toLowerCase(Locale.ROOT);
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
