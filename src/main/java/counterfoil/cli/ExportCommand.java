package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Quoted;
import counterfoil.application.export.EvidenceExport;
import counterfoil.application.export.Exports;
import counterfoil.application.export.Exports.Result;
import counterfoil.application.export.LedgerExport;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the ledger holds into files that other programs read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what the ledger holds into files that other programs read, and records that.",
      "csv: accounts.csv and journal.csv in the folder OUT; no cell starts a formula.",
      "jsonl: every entry, one a line, as `journal --json` gives it, in the file OUT.",
      "camt053: the statements of a period, one file an account in the folder OUT; with --account"
          + " only that one's, in the file OUT.",
      "evidence: every entry with checkpoints, keys and proofs in the file OUT, and a verifier that"
          + " needs nothing of this program; see verify-pack.",
      "Where a file is wanted and OUT is a folder, it is made in there. Nothing is overwritten: all"
          + " files are made, or none."
    })
final class ExportCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "csv, jsonl, camt053 or evidence.")
  private String format = "";

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "With camt053: of this account alone.")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "With camt053: the first business date, such as 2026-11-01.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "With camt053: the last one.")
  private Optional<String> to = Optional.empty();

  @Parameters(paramLabel = "OUT", description = "The file or folder to make.")
  private Path out = Path.of("");

  ExportCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Format wanted = wanted();
    Optional<AccountNumber> one = account.map(GivenAccount::number);
    Optional<Period> period =
        wanted == Format.CAMT053 ? Optional.of(BusinessDates.period(from, to)) : Optional.empty();
    if (wanted != Format.CAMT053 && (account.isPresent() || from.isPresent() || to.isPresent())) {
      throw new BadInput(
          "--account, --from and --to go with --format camt053; %s takes the whole ledger."
              .formatted(wanted.code()));
    }
    return session.withPerson(
        List.of(Permission.EXPORT),
        Actor.TELLER,
        (ledger, person) -> {
          var exports = new Exports(ledger, person);
          var export = new LedgerExport(ledger, exports);
          return new ExportedFiles(session)
              .answer(
                  switch (wanted) {
                    case CSV -> export.csv(out, entries());
                    case JSONL -> export.jsonLines(out, entries());
                    case CAMT053 -> statements(export, one, period.orElseThrow());
                    case EVIDENCE ->
                        new EvidenceExport(ledger, session.notary(ledger), exports)
                            .write(out, entries());
                  });
        });
  }

  private Format wanted() {
    return Arrays.stream(Format.values())
        .filter(known -> known.code().equals(format))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "--format %s: give one of %s."
                    .formatted(
                        Quoted.of(format),
                        Arrays.stream(Format.values())
                            .map(Format::code)
                            .collect(Collectors.joining(", ")))));
  }

  private Result statements(LedgerExport export, Optional<AccountNumber> one, Period period) {
    return one.isPresent()
        ? export
            .statement(one.get(), period, out)
            .orElseThrow(() -> GivenAccount.missing(one.get()))
        : export
            .statements(period, out, session.progress("Made %,d of %,d statements."))
            .orElseThrow(() ->
                new BadInput(
                    "No account was open from %s to %s, so there is no statement to export."
                        .formatted(period.from(), period.to())));
  }

  private Progress entries() {
    return session.progress("Exported %,d of %,d entries.");
  }
}
