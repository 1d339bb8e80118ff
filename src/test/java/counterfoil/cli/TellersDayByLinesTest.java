package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.ScriptedClock;
import counterfoil.application.practice.DayPlayer;
import counterfoil.application.practice.DayReckoning;
import counterfoil.application.practice.DayStep;
import counterfoil.application.practice.DayStep.Ending;
import counterfoil.application.practice.DayStep.Manner;
import counterfoil.application.practice.TellersDay;
import counterfoil.application.practice.TellersDay.Person;
import counterfoil.cli.Shell.Run;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The scripted day as lines of {@code post -} comes to what it comes to anywhere else. */
class TellersDayByLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIGURES =
      Set.of("account", "till", "customer", "day", "branch", "review");

  private final MemoryLedgers ledgers = new MemoryLedgers(InstantSource.fixed(Shell.NOW));
  private final Shell shell = new Shell(ledgers, Path.of("ledger"));
  private final TellersDay day = TellersDay.on(LocalDate.parse("2026-11-23"));
  private final Map<UUID, Long> positions = new HashMap<>();

  @Test
  void the_day_posted_line_by_line_gives_the_same_figures_and_the_same_journal()
      throws IOException {
    employ();
    for (int i = 0; i < day.steps().size(); ) {
      StaffName who = day.steps().get(i).who();
      List<DayStep> turn = new ArrayList<>();
      // What names the position of an earlier line waits for its answer.
      do {
        turn.add(day.steps().get(i++));
      } while (i < day.steps().size()
          && day.steps().get(i).who().equals(who)
          && day.steps().get(i).manner() != Manner.SIGNED);
      post(who, turn);
    }
    try (Ledger ledger = ledgers.open(new LedgerPlace.Folder(Path.of("ledger")), Progress.NONE)) {
      assertEquals(List.of(), DayReckoning.differences(ledger, 1, day.figures()));
      assertLinesMatch(played(), figures(ledger));
    }
  }

  private void employ() throws IOException {
    TellersDay.staff().forEach(person -> shell.knowing(person.name().value(), OrderLines.PASSWORD));
    shell.done(
        "init", "--branch", "Riverside branch", "--currency", "EUR", "--admin", "ines.alves");
    var lines = new StringBuilder();
    for (Person person : TellersDay.staff().subList(1, TellersDay.staff().size())) {
      ObjectNode line =
          JSON.createObjectNode()
              .put("do", "add_staff")
              .put("name", person.name().value())
              .put("full_name", person.fullName())
              .put("password", OrderLines.PASSWORD);
      person.roles().stream().map(Role::code).forEach(line.putArray("roles")::add);
      lines.append(line).append('\n');
    }
    Run run = shell.runWith(lines.toString(), "post", "-", "--user", "ines.alves");
    assertEquals(0, run.code(), run::toString);
  }

  private void post(StaffName who, List<DayStep> turn) throws IOException {
    var lines = new StringBuilder();
    for (DayStep step : turn) {
      ObjectNode line =
          OrderLines.of(step.commandId(), step.order().apply(id -> positions.getOrDefault(id, 1L)));
      switch (step.manner()) {
        case PLAIN -> {
          // As it is.
        }
        case ASKS -> line.put("request_approval", true);
        case SIGNED ->
            line.put("approver", TellersDay.HELEN.value())
                .put("approver_password", OrderLines.PASSWORD);
      }
      lines.append(line).append('\n');
    }
    Run run = shell.runWith(lines.toString(), "post", "-", "--user", who.value());
    assertEquals(turn.size(), run.lines().size(), run::toString);
    for (int i = 0; i < turn.size(); i++) {
      answered(turn.get(i), JSON.readTree(run.lines().get(i)));
    }
  }

  private void answered(DayStep step, JsonNode answer) {
    String refused = answer.path("refused").asText("");
    switch (step.ending()) {
      case Ending.Posted _ -> {
        assertEquals("", refused, answer::toString);
        positions.putIfAbsent(step.commandId(), answer.path("position").longValue());
      }
      case Ending.Asked _ -> {
        assertEquals("approval_needed", refused, answer::toString);
        assertEquals(step.commandId().toString(), answer.path("approval").textValue());
        assertTrue(answer.path("text").textValue().contains("withdraw"), answer::toString);
      }
      case Ending.Refused(String code) -> assertEquals(code, refused, answer::toString);
    }
  }

  /** The same day, played through sessions. */
  private List<String> played() {
    var clock = new ScriptedClock(Shell.NOW);
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      new DayPlayer(ledger, clock, OrderLines.PASSWORD.toCharArray()).play(day, _ -> {});
      return figures(ledger);
    }
  }

  /** Everything that happened to money, customers and rules, by whom, in order. */
  private static List<String> figures(Ledger ledger) {
    List<String> figures = new ArrayList<>();
    for (Entry entry : ledger.store().read(1, 10_000)) {
      if (FIGURES.contains(entry.stream().category()) && !signsIn(entry)) {
        figures.add(
            "%s %d %s by %s %s"
                .formatted(
                    entry.stream().value().replaceFirst("^review-.*", "review"),
                    entry.version(),
                    entry.type().name(),
                    entry.provenance().actor(),
                    withoutPositions(new String(entry.payload(), StandardCharsets.UTF_8))));
      }
    }
    return figures;
  }

  /** That people sign in from now on: by whom differs with who founded the ledger. */
  private static boolean signsIn(Entry entry) {
    return entry.stream().category().equals("branch") && entry.version() == 0;
  }

  /** Signing in and out takes positions too, and a script does so more often. */
  private static String withoutPositions(String payload) {
    return payload.replaceAll("\"position\":[0-9]+", "\"position\":0");
  }
}
