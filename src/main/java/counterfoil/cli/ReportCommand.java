package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import counterfoil.application.Session;
import counterfoil.cli.PaperKind.Question;
import counterfoil.domain.till.TillSession;
import counterfoil.report.layout.PaperFormat;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one of the branch's papers, as the screens do. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Makes one of the branch's papers as PDF, as the screen shows it.",
      "end-of-day [--date]: the report of a business day, by default the present one.",
      "proof-sheet --session: a till session that was counted, such as T-01/2026-11-23/1.",
      "cash --from --to: customers whose cash reached the branch's threshold; also csv.",
      "journal --from --to: the postings of a period; also csv.",
      "statement --account --from --to: an account's period; also csv and camt053.",
      "receipt --entry [--paper]: a copy of the receipt of an act, numbered and recorded; beside"
          + " it, as .tlog-proof, the proof for `counterfoil check`.",
      "What is not PDF is recorded as an export. Nothing is overwritten."
    })
final class ReportCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(index = "0", paramLabel = "PAPER", description = "One of the above.")
  private String paper = "";

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to make, or its folder.")
  private Path out = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = "pdf by default.")
  private String format = "pdf";

  @Option(names = "--date", paramLabel = "DATE", description = "A business date.")
  private Optional<String> date = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "The first business date.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "The last business date.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--session", paramLabel = "SESSION", description = "A till session.")
  private Optional<String> tillSession = Optional.empty();

  @Option(names = "--account", paramLabel = "ACCOUNT", description = "An account's number.")
  private Optional<String> account = Optional.empty();

  @Option(names = "--entry", paramLabel = "POSITION", description = "An entry of the act.")
  private Optional<Long> entry = Optional.empty();

  @Option(
      names = "--paper",
      paramLabel = "PAPER",
      description = "Of a receipt: roll, 80 mm wide and the default, or a4.")
  private Optional<String> size = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Of the paper: en, the default, or zh.")
  private String language = "en";

  ReportCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PaperKind kind = PaperKind.of(paper);
    PaperKind.Form form = kind.form(format);
    Locale spoken = language();
    kind.refuseOthers(answered());
    PaperWish wish = wish(kind);
    return session.withPerson(
        List.of(kind.permission()),
        Actor.TELLER,
        (ledger, person) -> make(ledger, person, wish, form, spoken));
  }

  private int make(
      Ledger ledger, Session person, PaperWish wish, PaperKind.Form form, Locale spoken) {
    return new ExportedFiles(session)
        .answer(new PaperFiles(ledger, person, spoken).make(wish, form, out));
  }

  private Locale language() {
    return switch (language) {
      case "en" -> Locale.ENGLISH;
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      default -> throw new BadInput("--language %s: give en or zh.".formatted(Quoted.of(language)));
    };
  }

  private Set<Question> answered() {
    var answered = EnumSet.noneOf(Question.class);
    for (Question question : Question.values()) {
      Optional<?> answer =
          switch (question) {
            case DATE -> date;
            case SESSION -> tillSession;
            case ACCOUNT -> account;
            case FROM -> from;
            case TO -> to;
            case ENTRY -> entry;
            case PAPER -> size;
          };
      if (answer.isPresent()) {
        answered.add(question);
      }
    }
    return answered;
  }

  private PaperWish wish(PaperKind kind) {
    return switch (kind) {
      case END_OF_DAY ->
          new PaperWish.EndOfDay(date.map(typed -> BusinessDates.date("--date", typed)));
      case PROOF_SHEET -> new PaperWish.ProofSheet(tillSession());
      case CASH -> new PaperWish.Cash(BusinessDates.paperPeriod(from, to));
      case JOURNAL -> new PaperWish.Journal(BusinessDates.paperPeriod(from, to));
      case STATEMENT ->
          new PaperWish.Statement(
              GivenAccount.number(
                  account.orElseThrow(
                      () -> new BadInput("--account is missing: give the number of an account."))),
              BusinessDates.period(from, to));
      case RECEIPT ->
          new PaperWish.Receipt(
              entry
                  .filter(position -> position > 0)
                  .orElseThrow(() ->
                      new BadInput(
                          "--entry is missing: give the number of an entry; `counterfoil journal`"
                              + " lists them.")),
              size());
    };
  }

  private TillSession tillSession() {
    String typed =
        tillSession.orElseThrow(() ->
            new BadInput("--session is missing: give a till session such as T-01/2026-11-23/1."));
    return TillSession.parse(typed)
        .orElseThrow(() ->
            new BadInput(
                "--session %s: give a till session such as T-01/2026-11-23/1."
                    .formatted(Quoted.of(typed))));
  }

  private PaperFormat size() {
    return switch (size.orElse("roll")) {
      case "roll" -> PaperFormat.ROLL_80;
      case "a4" -> PaperFormat.A4;
      default ->
          throw new BadInput("--paper %s: give roll or a4.".formatted(Quoted.of(size.orElse(""))));
    };
  }
}
