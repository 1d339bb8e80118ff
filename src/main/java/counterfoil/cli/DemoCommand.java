package counterfoil.cli;

import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.ScriptedClock;
import counterfoil.application.ScriptedDay;
import counterfoil.application.Verification;
import counterfoil.application.practice.DayFigures;
import counterfoil.application.practice.DayPlayer;
import counterfoil.application.practice.DayReckoning;
import counterfoil.application.practice.DayScene;
import counterfoil.application.practice.TellersDay;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A scripted teller's day on a ledger that is thrown away. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Plays a teller's day on a ledger that is thrown away, and proves it intact.")
final class DemoCommand implements Callable<Integer> {
  private static final String BRANCH = "Riverside branch";
  private static final String CURRENCY = "EUR";

  private final CommandSession session;
  private final Screens screens;

  @Option(
      names = "--screens",
      paramLabel = "DIR",
      description = "Also writes a picture of every screen, light and dark, and of every paper.")
  private Optional<Path> pictures = Optional.empty();

  DemoCommand(CommandSession session, Screens screens) {
    this.session = session;
    this.screens = screens;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("counterfoil-demo");
    try {
      var now = session.surroundings().clock().instant();
      var clock = new ScriptedClock(now);
      var charter =
          Founding.charter(
              BRANCH, CurrencyUnit.of(CURRENCY), session.surroundings().zone(), now, false);
      var ledger =
          session
              .ledgers()
              .throwaway(folder.resolve("workstation"))
              .at(clock)
              .found(folder.resolve("ledger"), charter);
      return session.with(ledger, open -> play(open, clock));
    } finally {
      delete(folder);
    }
  }

  private int play(Ledger ledger, ScriptedClock clock) {
    LocalDate today = ledger.today();
    new ScriptedDay(clock).playEarlier(ledger, this::tell);
    if (pictures.isEmpty()) {
      var differences = playToday(ledger, clock, TellersDay.on(today), _ -> {});
      return prove(ledger, differences, List.of());
    }
    try (var taken = screens.pictures(pictures.get())) {
      var differences = playToday(ledger, clock, TellersDay.on(today), taken::look);
      taken.papers().forEach(paper -> tell("Wrote " + paper));
      return prove(ledger, differences, taken.screens());
    }
  }

  private int prove(Ledger ledger, List<String> differences, List<Path> written) {
    var verification = ledger.verify(Progress.NONE);
    if (session.json()) {
      object(verification, written);
    } else {
      tell(
          verification.intact()
              ? "Verified: %d entries, root %s."
                  .formatted(verification.entries(), verification.root())
              : "Not intact: " + verification.findings().getFirst().what());
      written.forEach(picture -> tell("Wrote " + picture));
    }
    return verification.intact() && differences.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  /** The teller's day itself, added up at its end; returns where it does not agree. */
  private List<String> playToday(
      Ledger ledger, ScriptedClock clock, TellersDay day, Consumer<DayScene> onlooker) {
    tell("%s: three tellers and a supervisor".formatted(day.date()));
    long from = ledger.head().position() + 1;
    // Nobody needs to know it: the ledger is thrown away.
    char[] password = UUID.randomUUID().toString().toCharArray();
    new DayPlayer(ledger, clock, password).play(day, this::tell, onlooker);
    DayFigures figures = day.figures();
    figures
        .balances()
        .forEach((account, balance) -> tell("  %s holds %s".formatted(account, balance)));
    figures.drawers().forEach((till, cash) -> tell("  %s holds %s".formatted(till, cash.total())));
    tell("  over and short: " + figures.overShort());
    List<String> differences = DayReckoning.differences(ledger, from, figures);
    differences.forEach(difference -> tell("  Does not agree: " + difference));
    if (differences.isEmpty()) {
      tell("  Every balance, every drawer, the vault and the journal agree to the cent.");
    }
    return differences;
  }

  private void tell(String what) {
    if (session.json()) {
      session.note(what);
    } else {
      session.out().line(what);
      session.out().flush();
    }
  }

  private void object(Verification verification, List<Path> written) {
    session
        .out()
        .object(json -> {
          json.writeNumberField("entries", verification.entries());
          json.writeStringField("root", verification.root());
          json.writeArrayFieldStart("screens");
          for (Path picture : written) {
            json.writeString(picture.toString());
          }
          json.writeEndArray();
        });
  }

  private static void delete(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> found = Files.walk(folder)) {
      inside = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.deleteIfExists(path);
    }
  }
}
