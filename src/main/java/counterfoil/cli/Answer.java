package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.application.Outcome;
import counterfoil.domain.approval.Condition;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.VersionConflict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What one posted command is answered with. */
sealed interface Answer {

  /** The exit code that this answer alone makes. */
  int exitCode();

  /** For people, in one sentence. */
  String sentence();

  void writeTo(JsonGenerator json) throws IOException;

  /**
   * Recorded.
   *
   * @param named what the act has made and is called by from now on: an account or a customer whose
   *     number was left to us, a hold, an offer
   */
  record Done(Outcome.Posted posted, List<Named> named) implements Answer {
    public Done {
      named = List.copyOf(named);
    }

    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public String sentence() {
      return "%s as entry %d%s.%s"
          .formatted(
              posted.before() ? "Had been posted" : "Posted",
              posted.position(),
              posted.balance().map(Done::inWords).orElse(""),
              named.stream().map(Named::sentence).collect(Collectors.joining()));
    }

    private static String inWords(Money balance) {
      return "; the balance is %s %s"
          .formatted(balance.getAmount().toPlainString(), balance.getCurrencyUnit().getCode());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", posted.commandId().toString());
      for (Named made : named) {
        json.writeStringField(made.field(), made.value());
      }
      json.writeNumberField("position", posted.position());
      json.writeNumberField("version", posted.version());
      if (posted.balance().isPresent()) {
        json.writeStringField("balance", posted.balance().get().getAmount().toPlainString());
      }
    }
  }

  /** What something is called by, under the name of the field that other commands take it in. */
  record Named(String field, String value) {
    static final String ACCOUNT = "account";
    static final String CUSTOMER = "customer";

    private String sentence() {
      return field.equals(ACCOUNT) || field.equals(CUSTOMER)
          ? " The " + field + "'s number is " + value + "."
          : " The " + field + "'s id is " + value + ".";
    }
  }

  /** Refused by a rule. */
  record ByRule(Outcome.Refused refused) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      return RefusalWords.sentence(refused.refusal());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", refused.commandId().toString());
      json.writeStringField("refused", refused.refusal().code());
      RefusalWords.writeFigures(json, refused.refusal());
      json.writeStringField("message", sentence());
    }
  }

  /**
   * Not recorded yet: somebody else must approve.
   *
   * @param asked whether the approval was asked for; its id is the command's
   */
  record ByApproval(Outcome.ApprovalNeeded needed, boolean asked) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      String codes = String.join(", ", codes());
      return asked
          ? "The approval was asked for (%s): once it is granted, give the same command again."
              .formatted(codes)
          : "This needs an approval (%s): give the command with request_approval, or with approver"
                  .formatted(codes)
              + " and approver_password.";
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", needed.commandId().toString());
      json.writeStringField("refused", "approval_needed");
      if (asked) {
        json.writeStringField("approval", needed.commandId().toString());
      }
      json.writeArrayFieldStart("conditions");
      for (String code : codes()) {
        json.writeString(code);
      }
      json.writeEndArray();
      json.writeStringField("text", needed.text());
      json.writeStringField("message", sentence());
    }

    private List<String> codes() {
      return needed.conditions().stream().sorted().map(Condition::code).toList();
    }
  }

  /** Refused, as others kept changing the account. */
  record ByChange(Outcome.ChangedMeanwhile changed) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      return "Account %s has changed meanwhile: look at it, then give the command again."
          .formatted(changed.account());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", changed.commandId().toString());
      json.writeStringField("refused", "changed_meanwhile");
      json.writeStringField("account", changed.account().value());
      json.writeStringField("message", sentence());
    }
  }

  /** Refused, as others, at other workstations, kept being faster. */
  record ByConflict(UUID commandId, VersionConflict conflict) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      return "Others kept changing %s %s, and this was not recorded: give the command again."
          .formatted(conflict.stream().category(), conflict.stream().subject());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", commandId.toString());
      json.writeStringField("refused", "conflict");
      json.writeStringField(conflict.stream().category(), conflict.stream().subject());
      json.writeStringField("message", sentence());
    }
  }

  /** Refused, as the id names another act. */
  record ByReusedId(CommandIdReused reused) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      return "The command_id names another act already, at entry %d: give this one an id of its own."
          .formatted(reused.firstPosition());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", reused.commandId().toString());
      json.writeStringField("refused", "command_id_reused");
      json.writeNumberField("position", reused.firstPosition());
      json.writeStringField("message", sentence());
    }
  }

  /** Not understood. */
  record NotUnderstood(MalformedCommand malformed, OptionalLong line) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.BAD_INPUT;
    }

    @Override
    public String sentence() {
      return String.valueOf(malformed.getMessage());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      Optional<UUID> commandId = malformed.commandId();
      if (commandId.isPresent()) {
        json.writeStringField("command_id", commandId.get().toString());
      }
      json.writeStringField("refused", malformed.code());
      if (line.isPresent()) {
        json.writeNumberField("line", line.getAsLong());
      }
      json.writeStringField("message", sentence());
    }
  }
}
