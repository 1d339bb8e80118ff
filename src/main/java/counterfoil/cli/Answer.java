package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.application.Outcome;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.Condition;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.VersionConflict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
   * @param chosen the number of a new account, where it was left to us
   */
  record Done(Outcome.Posted posted, Optional<AccountNumber> chosen) implements Answer {
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
              chosen.map(number -> " The account's number is " + number + ".").orElse(""));
    }

    private static String inWords(Money balance) {
      return "; the balance is %s %s"
          .formatted(balance.getAmount().toPlainString(), balance.getCurrencyUnit().getCode());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", posted.commandId().toString());
      if (chosen.isPresent()) {
        json.writeStringField("account", chosen.get().value());
      }
      json.writeNumberField("position", posted.position());
      json.writeNumberField("version", posted.version());
      if (posted.balance().isPresent()) {
        json.writeStringField("balance", posted.balance().get().getAmount().toPlainString());
      }
    }
  }

  /** Refused by a rule of the account. */
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

  /** Not recorded yet: somebody else must approve. */
  record ByApproval(Outcome.ApprovalNeeded needed) implements Answer {
    @Override
    public int exitCode() {
      return ExitCode.NO;
    }

    @Override
    public String sentence() {
      return "This needs an approval (%s): ask for it with the command request_approval."
          .formatted(String.join(", ", codes()));
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", needed.commandId().toString());
      json.writeStringField("refused", "approval_needed");
      json.writeArrayFieldStart("conditions");
      for (String code : codes()) {
        json.writeString(code);
      }
      json.writeEndArray();
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
      return "Others kept posting to account %s, and this was not recorded: give the command again."
          .formatted(conflict.stream().subject());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStringField("command_id", commandId.toString());
      json.writeStringField("refused", "conflict");
      json.writeStringField("account", conflict.stream().subject());
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
