package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import counterfoil.cli.FieldValue.Flag;
import counterfoil.cli.FieldValue.Text;
import counterfoil.eventstore.EventStoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Posts commands: one from the command line, or many from the input. */
@Command(
    name = "post",
    mixinStandardHelpOptions = true,
    description = {
      "Posts one command, or with - those that come from the input, one JSON object a line.",
      "Commands: open_account ([account], holder_name, [product], [opening_deposit]), deposit,"
          + " withdraw, charge_fee, credit_interest (account, amount), transfer (from, to, amount),"
          + " set_overdraft (account, limit), close_account (account, [payout]); each with"
          + " [command_id], [narrative], [reference], [currency]."
    })
final class PostCommand implements Callable<Integer> {
  private static final String FROM_INPUT = "-";
  private static final int MAX_IN_FLIGHT = 1000;

  private final CommandSession session;

  @Parameters(index = "0", paramLabel = "NAME|-", description = "The command, or - for the input.")
  private String name = "";

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "The command's fields.")
  private List<String> fields = List.of();

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "With -: how many commands are under way at once, 1 to 1000; 1 by default.")
  private int inFlight = 1;

  PostCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (inFlight < 1 || inFlight > MAX_IN_FLIGHT) {
      throw new BadInput("--in-flight needs a number from 1 to %d.".formatted(MAX_IN_FLIGHT));
    }
    var actor = session.actor(Actor.TELLER);
    if (!name.equals(FROM_INPUT)) {
      var given = given();
      return session.withLedger(ledger -> postOne(ledger, actor, given));
    }
    if (!fields.isEmpty()) {
      throw new BadInput("With - the commands come from the input, without fields beside it.");
    }
    return session.withLedger(ledger -> converse(ledger, actor));
  }

  private int converse(Ledger ledger, Actor actor) {
    var conversation =
        new Conversation(
            new CommandLines(session.terminal().in()),
            new CommandSyntax(ledger.currency()),
            new CommandDesk(ledger, actor),
            session.out(),
            inFlight);
    session.end().whenEnding(conversation::end);
    int code = conversation.run();
    if (code != ExitCode.DONE) {
      session.note(
          "Refused: %d, not understood: %d; the answers say why."
              .formatted(conversation.refused(), conversation.notUnderstood()));
    }
    return code;
  }

  private int postOne(Ledger ledger, Actor actor, Map<String, FieldValue> given) {
    Answer answer;
    try {
      var command = new CommandSyntax(ledger.currency()).understand(given);
      answer = EventStoreException.await(new CommandDesk(ledger, actor).submit(command));
    } catch (MalformedCommand e) {
      answer = new Answer.NotUnderstood(e, OptionalLong.empty());
    }
    if (session.json()) {
      session.out().object(answer::writeTo);
    }
    if (answer.exitCode() != ExitCode.DONE) {
      session.note(answer.sentence());
    } else if (!session.json()) {
      session.out().line(answer.sentence());
    }
    return answer.exitCode();
  }

  private Map<String, FieldValue> given() {
    var given = new LinkedHashMap<String, FieldValue>();
    given.put("do", new Text(name));
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 1) {
        throw new BadInput(
            Quoted.of(field) + " is not a field: give key=value, such as amount=12.50.");
      }
      String key = field.substring(0, equals);
      if (given.put(key, value(key, field.substring(equals + 1))) != null) {
        throw new BadInput("The field %s is there twice.".formatted(Quoted.of(key)));
      }
    }
    return given;
  }

  private static FieldValue value(String key, String text) {
    return key.equals("payout") && (text.equals("true") || text.equals("false"))
        ? new Flag(text.equals("true"))
        : new Text(text);
  }
}
