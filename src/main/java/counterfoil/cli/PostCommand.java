package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import counterfoil.application.Session;
import counterfoil.cli.FieldValue.Flag;
import counterfoil.cli.FieldValue.Text;
import counterfoil.eventstore.EventStoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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
      "At the counter: open_account ([account], holder_name or customer, [product],"
          + " [opening_deposit]), deposit, withdraw (account, amount, [cash], or"
          + " [received] and [given] where there is change), transfer (from, to,"
          + " amount), deposit_cheque (account, amount, cheque_number, drawer_bank, cheque_date,"
          + " [drawer_account], release_on), close_account (account, [payout], [into]), hold"
          + " (account, amount, reason), release_hold (account, hold, reason), freeze, unfreeze"
          + " (account, reason), set_overdraft (account, limit), set_minimum, charge_fee,"
          + " credit_interest (account, amount), add_holder, remove_holder (account, customer),"
          + " reverse (position, reason), serve (acts, [received], [given]), register_customer"
          + " (name, ...), change_customer (customer, ...), erase_customer (customer, reason; see"
          + " `counterfoil erase`).",
      "Cash: open_till, count_till, close_till (till, cash, [reason]), offer_cash (from, to, cash),"
          + " accept_cash, decline_cash (offer, from, to), bring_cash_in (cash, source),"
          + " send_cash_out (cash, destination). Cash is written 50x2,0.50x7. Where deposit,"
          + " withdraw, close_account, open_account, serve or reverse leave it out at a till, the"
          + " pieces are proposed, not counted: the fewest for what comes in, from the drawer for"
          + " what goes out; the entry says so.",
      "Control: open_business_day ([date]), close_business_day ([force], [reason]), approve,"
          + " withdraw_request (approval), reject (approval, reason), sign_off (position, comment),"
          + " reprint_receipt (position).",
      "Administration: add_staff (name, full_name, roles, password, [temporary]), grant_role,"
          + " revoke_role (name, role), suspend_staff, reinstate_staff (name, reason),"
          + " change_password (name, password, [temporary]), unlock_staff (name), certify_key"
          + " (name, public_key), revoke_key (name, reason), set_limit (limit, amount), set_setting"
          + " (setting, value), define_product (product, name, kind, ...), set_denominations"
          + " (faces).",
      "Who may: a teller the counter, their own till and reverse on the same day. A head teller"
          + " these and freeze, unfreeze, set_overdraft, set_minimum, add_holder, remove_holder,"
          + " credit_interest, the vault, count_till, anybody's close_till, earlier reversals, the"
          + " business day, approve, reject, sign_off. An administrator the administration and"
          + " erase_customer. Keys and unlock_staff: a head teller or an administrator.",
      "Each with [command_id], [narrative], [reference], [currency], [request_approval]; amounts"
          + " are written 12.50."
    })
final class PostCommand implements Callable<Integer> {
  private static final String FROM_INPUT = "-";
  private static final Set<String> PASSWORDS = Set.of("password", "approver_password");
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
    if (!name.equals(FROM_INPUT)) {
      var given = given();
      return session.withPerson(Actor.TELLER, (ledger, person) -> postOne(ledger, person, given));
    }
    if (!fields.isEmpty()) {
      throw new BadInput("With - the commands come from the input, without fields beside it.");
    }
    return session.withPerson(Actor.TELLER, this::converse);
  }

  private int converse(Ledger ledger, Session person) {
    var conversation =
        new Conversation(
            new CommandLines(session.terminal().in()),
            syntax(ledger),
            new CommandDesk(ledger, person),
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

  private static CommandSyntax syntax(Ledger ledger) {
    return new CommandSyntax(ledger.currency(), new LedgerFacts(ledger), ledger.passwords());
  }

  private int postOne(Ledger ledger, Session person, Map<String, FieldValue> given) {
    Answer answer;
    try {
      var command = syntax(ledger).understand(given);
      answer = EventStoreException.await(new CommandDesk(ledger, person).submit(command));
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
    if (PASSWORDS.contains(key)) {
      throw new BadInput(
          "A password on the command line is seen by everybody on this machine: give the command on"
              + " the input, to `post -`.");
    }
    return CommandFields.FLAGS.contains(key) && (text.equals("true") || text.equals("false"))
        ? new Flag(text.equals("true"))
        : new Text(text);
  }
}
