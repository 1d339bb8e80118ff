package counterfoil.payload;

import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.approval.ApprovalState;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.StreamName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened to approvals, as payloads and back. */
public final class ApprovalEvents {
  /** The category of the streams that hold approvals. */
  public static final String CATEGORY = "approval";

  public static final String APPROVAL_REQUESTED = "ApprovalRequested";
  public static final String APPROVAL_GRANTED = "ApprovalGranted";
  public static final String APPROVAL_REJECTED = "ApprovalRejected";
  public static final String APPROVAL_USED = "ApprovalUsed";
  public static final String APPROVAL_WITHDRAWN = "ApprovalWithdrawn";

  /** Approvals as a kind of stream. */
  public static final StreamKind<ApprovalState, ApprovalEvent> KIND = new Kind();

  private ApprovalEvents() {}

  public static StreamName stream(UUID approval) {
    return StreamName.of(CATEGORY, approval.toString());
  }

  private static Set<Condition> conditions(Collection<String> codes) {
    return codes.stream().map(ApprovalEvents::condition).collect(Collectors.toUnmodifiableSet());
  }

  private static Condition condition(String code) {
    return Condition.of(code)
        .orElseThrow(() -> new IllegalArgumentException("no condition " + code));
  }

  private static final class Kind extends JsonKind<ApprovalState, ApprovalEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public ApprovalState nothing() {
      return new Unasked();
    }

    @Override
    public ApprovalState after(ApprovalState state, ApprovalEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(ApprovalEvent event) {
      return switch (event) {
        case ApprovalRequested _ -> APPROVAL_REQUESTED;
        case ApprovalGranted _ -> APPROVAL_GRANTED;
        case ApprovalRejected _ -> APPROVAL_REJECTED;
        case ApprovalUsed _ -> APPROVAL_USED;
        case ApprovalWithdrawn _ -> APPROVAL_WITHDRAWN;
      };
    }

    @Override
    void write(FactWriter facts, ApprovalEvent event) {
      facts.text("approval", event.approval().toString());
      switch (event) {
        case ApprovalRequested e ->
            facts
                .text("maker", e.maker().value())
                .text("text", e.text())
                .text("digest", e.digest().hex())
                .texts("conditions", e.conditions().stream().sorted().map(Condition::code).toList())
                .moneyIfAny("amount", e.amount())
                .text("expires_at", e.expiresAt().toString());
        case ApprovalGranted e -> {
          facts.text("approver", e.approver().value());
          e.signature()
              .ifPresent(
                  by -> facts.text("public_key", by.publicKey()).text("signature", by.signature()));
        }
        case ApprovalRejected e ->
            facts.text("approver", e.approver().value()).text("reason", e.reason());
        case ApprovalUsed _ -> {}
        case ApprovalWithdrawn e -> facts.text("maker", e.maker().value());
      }
    }

    private static Optional<TextSignature> signatureIfAny(Facts f) {
      return f.has("signature")
          ? Optional.of(new TextSignature(f.text("public_key"), f.text("signature")))
          : Optional.empty();
    }

    @Override
    ApprovalEvent read(String type, Facts f) {
      UUID approval = f.id("approval");
      return switch (type) {
        case APPROVAL_REQUESTED ->
            new ApprovalRequested(
                approval,
                new StaffName(f.text("maker")),
                f.text("text"),
                new ActDigest(f.text("digest")),
                conditions(f.texts("conditions")),
                f.moneyIfAny("amount"),
                f.instant("expires_at"));
        case APPROVAL_GRANTED ->
            new ApprovalGranted(approval, new StaffName(f.text("approver")), signatureIfAny(f));
        case APPROVAL_REJECTED ->
            new ApprovalRejected(approval, new StaffName(f.text("approver")), f.text("reason"));
        case APPROVAL_USED -> new ApprovalUsed(approval);
        case APPROVAL_WITHDRAWN -> new ApprovalWithdrawn(approval, new StaffName(f.text("maker")));
        default -> throw unknown(type);
      };
    }
  }
}
