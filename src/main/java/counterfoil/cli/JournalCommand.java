package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.application.export.EntryJson;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Entry;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entries. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Lists the ledger's entries; in JSON with everything that is recorded.")
final class JournalCommand implements Callable<Integer> {
  private static final int ENTRIES_A_READ = 1000;

  private final CommandSession session;
  private final EntryJson fields = new EntryJson();

  @Option(names = "--from", paramLabel = "N", description = "The first position; 1 by default.")
  private long from = 1;

  @Option(names = "--to", paramLabel = "N", description = "The last position; by default the end.")
  private long to = Long.MAX_VALUE;

  JournalCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (from < 1 || to < from) {
      throw new BadInput(
          "--from %d --to %d: positions begin at 1, and the last is not before the first."
              .formatted(from, to));
    }
    return session.withPerson(
        List.of(Permission.SEE_BRANCH, Permission.SEE_OWN_JOURNAL), Actor.TELLER, this::list);
  }

  /** Who may not see the branch sees what they did themselves. */
  private int list(Ledger ledger, Session person) {
    long last = Math.min(to, ledger.head().position());
    Predicate<String> visible =
        person.may(Permission.SEE_BRANCH) ? _ -> true : person.actor().name()::equals;
    if (session.json()) {
      objects(ledger, last, visible);
    } else {
      table(ledger, last, visible);
    }
    return ExitCode.DONE;
  }

  private void objects(Ledger ledger, long last, Predicate<String> visible) {
    for (long next = from; next <= last; ) {
      int howMany = (int) Math.min(ENTRIES_A_READ, last - next + 1);
      List<Entry> entries = ledger.store().read(next, howMany);
      for (Entry entry : entries) {
        if (visible.test(entry.provenance().actor())) {
          session.out().object(json -> fields.write(json, entry));
        }
      }
      next += howMany;
    }
  }

  private void table(Ledger ledger, long last, Predicate<String> visible) {
    var table =
        new Table(
            session.out(),
            Table.Column.figures("Entry"),
            Table.Column.text("Posted on"),
            Table.Column.text("Recorded at"),
            Table.Column.text("Account"),
            Table.Column.text("What"),
            Table.Column.figures("Amount"),
            Table.Column.figures("Balance"),
            Table.Column.text("By"),
            Table.Column.text("Reference"),
            Table.Column.text("Narrative"));
    for (long next = from; next <= last; next += Inquiries.MAX_LINES) {
      long end = Math.min(last, next + Inquiries.MAX_LINES - 1);
      ledger.inquiries().journal(next, end).stream()
          .filter(line -> visible.test(line.actor()))
          .forEach(line -> row(table, line));
    }
    table.end();
  }

  private static void row(Table table, JournalLine line) {
    table.row(
        Long.toString(line.position()),
        line.postedOn().toString(),
        line.recordedAt().toString(),
        line.account().map(number -> number.value()).orElse(""),
        line.type(),
        plain(line.amount()),
        plain(line.balance()),
        line.actor(),
        line.reference(),
        line.narrative());
  }

  private static String plain(Optional<Money> money) {
    return money.map(m -> m.getAmount().toPlainString()).orElse("");
  }
}
