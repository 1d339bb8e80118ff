package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Quoted;
import counterfoil.application.Session;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.EventStoreException;
import counterfoil.projection.CustomerInquiries.Erasure;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a customer's personal data out of the ledger, on record and on the disk. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a customer's personal data out of the ledger for good: name, details, narratives,"
          + " references, and what was asked and approved in words. Numbers, amounts and dates"
          + " stay, and with them every balance, proof and root; a signed entry says what is gone.",
      "The customer may hold no open account. The ledger is written anew at once, which takes it"
          + " alone.",
      "Backups, exports and copies from before still hold the data, and so do aside-TIME folders:"
          + " they are yours to delete."
    })
final class EraseCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "CUSTOMER", description = "The customer's number.")
  private String customer = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it stays on record, so name nobody in it.")
  private String reason = "";

  EraseCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CustomerNumber number =
        CustomerNumber.parse(customer)
            .orElseThrow(() ->
                new BadInput(
                    "%s is not a customer's number, such as C-000123."
                        .formatted(Quoted.of(customer))));
    int said =
        session.withPerson(
            List.of(Permission.ERASE_CUSTOMERS),
            Actor.ADMINISTRATOR,
            (_, person) -> say(person, number));
    // The next opening carries it out.
    return said == ExitCode.DONE ? session.withLedger(ledger -> tell(ledger, number)) : said;
  }

  private int say(Session person, CustomerNumber number) {
    var posting =
        new Posting(
            UUID.randomUUID(), new Order.EraseCustomer(number, reason), OptionalLong.empty());
    return switch (EventStoreException.await(person.submit(posting))) {
      case Outcome.Posted _ -> ExitCode.DONE;
      case Outcome.Refused(_, var refusal) ->
          throw new BadInput("Nothing was erased. " + RefusalWords.sentence(refusal));
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ ->
          throw new BadInput("Nothing was erased: the customer has just been changed; try again.");
    };
  }

  private int tell(Ledger ledger, CustomerNumber number) {
    Erasure erasure = ledger.inquiries().customers().erasure(number).orElseThrow();
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeStringField("customer", number.value());
            json.writeNumberField("position", erasure.position());
            json.writeBooleanField("carried_out", erasure.carriedOut());
          });
    } else {
      session
          .out()
          .line("Erased customer %s: entry %d says so.".formatted(number, erasure.position()));
    }
    session.note(
        erasure.carriedOut()
            ? "Backups, exports and copies from before still hold the data: delete them."
            : "The data is not gone from the disk yet: the ledger could not be written anew; free"
                + " some room, and any command that opens it tries again.");
    return erasure.carriedOut() ? ExitCode.DONE : ExitCode.NO;
  }
}
