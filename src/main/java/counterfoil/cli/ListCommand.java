package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import counterfoil.application.Session;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the branch has and how it stands: one line each. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists, one a line:",
      "approvals: what waits for a second person. offers: cash that is neither accepted nor"
          + " declined. tills: every till and the vault, with their cash. sessions [--date]: the"
          + " till sessions of a business date, by default the present one.",
      "limits, settings, products: by the names that `post` sets them by, and what holds.",
      "staff. customers.",
      "Who may not see the branch sees what concerns them."
    })
final class ListCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "WHAT", description = "One of the above.")
  private String what = "";

  @Option(names = "--date", paramLabel = "DATE", description = "With sessions: a business date.")
  private Optional<String> date = Optional.empty();

  ListCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Listing listing =
        Arrays.stream(Listing.values())
            .filter(one -> one.code().equals(what))
            .findFirst()
            .orElseThrow(() ->
                new BadInput(
                    "There is no list of %s: give one of %s."
                        .formatted(
                            Quoted.of(what),
                            Arrays.stream(Listing.values())
                                .map(Listing::code)
                                .collect(Collectors.joining(", ")))));
    Optional<LocalDate> on = date.map(typed -> BusinessDates.date("--date", typed));
    if (on.isPresent() && listing != Listing.SESSIONS) {
      throw new BadInput("--date does not go with %s.".formatted(listing.code()));
    }
    return session.withPerson(
        listing.permissions(), Actor.TELLER, (ledger, person) -> list(ledger, person, listing, on));
  }

  private int list(Ledger ledger, Session person, Listing listing, Optional<LocalDate> on) {
    List<Facts> lines = new BranchFactsheet(ledger, person).lines(listing, on);
    if (session.json()) {
      lines.forEach(line -> session.out().object(line::writeTo));
    } else {
      table(listing, lines);
    }
    return ExitCode.DONE;
  }

  private void table(Listing listing, List<Facts> lines) {
    var table =
        new Table(
            session.out(),
            listing.columns().stream()
                .map(name ->
                    Listing.figures(name)
                        ? Table.Column.figures(heading(name))
                        : Table.Column.text(heading(name)))
                .toArray(Table.Column[]::new));
    lines.forEach(
        line -> table.row(listing.columns().stream().map(line::text).toArray(String[]::new)));
    table.end();
  }

  private static String heading(String name) {
    String words = name.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
