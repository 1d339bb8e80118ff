package counterfoil.payload;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.workstation.Export;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.domain.workstation.WorkstationEvent.CommandRejected;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.domain.workstation.WorkstationEvent.RestoreAccepted;
import counterfoil.domain.workstation.WorkstationEvent.SignInFailed;
import counterfoil.domain.workstation.WorkstationEvent.WorkstationKeyAdded;
import counterfoil.domain.workstation.WorkstationState;
import counterfoil.eventstore.StreamName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What happened at workstations, as payloads and back. */
public final class WorkstationEvents {
  /** The category of the streams that hold workstations. */
  public static final String CATEGORY = "workstation";

  public static final String RECEIPT_REPRINTED = "ReceiptReprinted";
  public static final String SIGN_IN_FAILED = "SignInFailed";
  public static final String COMMAND_REJECTED = "CommandRejected";
  public static final String WORKSTATION_KEY_ADDED = "WorkstationKeyAdded";
  public static final String RESTORE_ACCEPTED = "RestoreAccepted";
  public static final String AUDIT_EXPORTED = "AuditExported";

  /** Workstations as a kind of stream. */
  public static final StreamKind<WorkstationState, WorkstationEvent> KIND = new Kind();

  private static final int MAX_SUBJECT_LENGTH = StreamName.MAX_LENGTH - CATEGORY.length() - 1;
  private static final int DIGEST_BYTES = 16;

  private WorkstationEvents() {}

  /**
   * The stream of a workstation, whatever its name: what a stream's name cannot hold is written as
   * in a web address, and a name too long for it ends in a part of its own SHA-256.
   */
  public static StreamName stream(String workstation) {
    String subject = URLEncoder.encode(workstation, StandardCharsets.UTF_8);
    if (subject.length() <= MAX_SUBJECT_LENGTH) {
      return StreamName.of(CATEGORY, subject);
    }
    // No encoded name holds a tilde: a shortened one is never another's whole name.
    String digest = "~" + digest(workstation);
    return StreamName.of(
        CATEGORY, subject.substring(0, MAX_SUBJECT_LENGTH - digest.length()) + digest);
  }

  private static String digest(String text) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Kind extends JsonKind<WorkstationState, WorkstationEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public WorkstationState nothing() {
      return WorkstationState.NEW;
    }

    @Override
    public WorkstationState after(WorkstationState state, WorkstationEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(WorkstationEvent event) {
      return switch (event) {
        case ReceiptReprinted _ -> RECEIPT_REPRINTED;
        case SignInFailed _ -> SIGN_IN_FAILED;
        case CommandRejected _ -> COMMAND_REJECTED;
        case WorkstationKeyAdded _ -> WORKSTATION_KEY_ADDED;
        case RestoreAccepted _ -> RESTORE_ACCEPTED;
        case AuditExported _ -> AUDIT_EXPORTED;
      };
    }

    @Override
    void write(FactWriter facts, WorkstationEvent event) {
      facts.text("workstation", event.workstation());
      switch (event) {
        case ReceiptReprinted e -> facts.number("position", e.position()).number("copy", e.copy());
        case SignInFailed e -> facts.text("attempt", StaffEvents.nameOf(e.attempt()));
        case CommandRejected e -> facts.text("command", e.command()).text("code", e.code());
        case WorkstationKeyAdded e -> facts.text("key", e.key());
        case RestoreAccepted e ->
            facts.number("entries", e.entries()).text("root", e.root()).text("reason", e.reason());
        case AuditExported e -> write(facts, e.export());
      }
    }

    private static void write(FactWriter facts, Export export) {
      facts.text("format", export.format().code()).text("content", export.content().code());
      export.account().ifPresent(account -> facts.text("account", account.value()));
      export
          .period()
          .ifPresent(period ->
              facts.text("from", period.from().toString()).text("to", period.to().toString()));
      facts
          .number("position", export.position())
          .number("files", export.files())
          .text("sha256", export.sha256());
    }

    @Override
    WorkstationEvent read(String type, Facts f) {
      String workstation = f.text("workstation");
      return switch (type) {
        case RECEIPT_REPRINTED ->
            new ReceiptReprinted(
                workstation, f.number("position"), Math.toIntExact(f.number("copy")));
        case SIGN_IN_FAILED ->
            new SignInFailed(workstation, StaffEvents.attempt(f.text("attempt")));
        case COMMAND_REJECTED ->
            new CommandRejected(workstation, f.text("command"), f.text("code"));
        case WORKSTATION_KEY_ADDED -> new WorkstationKeyAdded(workstation, f.text("key"));
        case RESTORE_ACCEPTED ->
            new RestoreAccepted(workstation, f.number("entries"), f.text("root"), f.text("reason"));
        case AUDIT_EXPORTED -> new AuditExported(workstation, export(f));
        default -> throw unknown(type);
      };
    }

    private static Export export(Facts f) {
      return new Export(
          Export.Format.valueOf(f.text("format").toUpperCase(Locale.ROOT)),
          Export.Content.valueOf(f.text("content").toUpperCase(Locale.ROOT)),
          f.has("account") ? Optional.of(new AccountNumber(f.text("account"))) : Optional.empty(),
          f.dateIfAny("from").map(from -> new Export.Period(from, f.date("to"))),
          f.number("position"),
          Math.toIntExact(f.number("files")),
          f.text("sha256"));
    }
  }
}
