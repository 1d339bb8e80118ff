package counterfoil.projection;

import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.payload.ApprovalEvents;
import counterfoil.proof.ActSignature.Signed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The approvals as they were at each entry of a walk: who approved what is approved, and that it
 * was signed. For one thread at a time.
 */
final class ApprovalsThen {
  private final Map<UUID, ApprovalRequested> asked = new HashMap<>();

  /** Those whose text is gone: what was signed cannot be computed any more. */
  private final Set<UUID> erased = new HashSet<>();

  private final Map<UUID, StaffName> granted = new HashMap<>();
  private final Set<String> usedOfAct = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /** The signatures that it rests on, to be computed. */
  List<Signed> take(Entry entry, PeopleThen people) {
    if (!entry.stream().category().equals(ApprovalEvents.CATEGORY)) {
      return List.of();
    }
    ApprovalEvent event = ApprovalEvents.KIND.decode(entry.type(), entry.payload());
    UUID id = event.approval();
    switch (event) {
      case ApprovalRequested e -> {
        asked.put(id, e);
        if (EntryCodec.isErased(entry)) {
          erased.add(id);
        }
      }
      case ApprovalGranted e -> {
        granted.put(id, e.approver());
        return signed(entry, e, people);
      }
      case ApprovalUsed _ -> {
        Optional.ofNullable(granted.remove(id)).map(StaffName::value).ifPresent(usedOfAct::add);
        forget(id);
      }
      case ApprovalRejected _, ApprovalWithdrawn _ -> {
        granted.remove(id);
        forget(id);
      }
    }
    return List.of();
  }

  private void forget(UUID id) {
    asked.remove(id);
    erased.remove(id);
  }

  private List<Signed> signed(Entry entry, ApprovalGranted event, PeopleThen people) {
    Optional<Member> approver = people.member(event.approver());
    Optional<SigningKey> key = approver.flatMap(Member::signsWith);
    ApprovalRequested request = asked.get(event.approval());
    if (event.signature().isEmpty()) {
      if (people.begun()) {
        find(entry, Kind.APPROVAL_UNSIGNED);
      }
      return List.of();
    }
    TextSignature by = event.signature().get();
    if (request == null || !key.map(SigningKey::publicKey).equals(Optional.of(by.publicKey()))) {
      find(entry, Kind.APPROVAL_KEY, event.approver().toString());
      return List.of();
    }
    if (erased.contains(event.approval())) {
      return List.of();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return List.of(
        new Signed(
            base64.decode(by.publicKey()),
            TextSignature.message(request.approval(), request.digest(), request.text()),
            base64.decode(by.signature())));
  }

  private void find(Entry entry, Kind kind, String... particulars) {
    findings.add(Finding.of(entry.position(), kind, particulars));
  }

  /**
   * What is wrong with the approvals of an act, whose entries were all taken.
   *
   * @param begun whether people sign
   */
  List<Finding> findings(List<Entry> act, boolean begun) {
    if (begun) {
      act.stream()
          .filter(entry ->
              entry.provenance().approver().filter(by -> !usedOfAct.contains(by)).isPresent())
          .forEach(entry -> find(entry, Kind.APPROVAL_MISSING));
    }
    List<Finding> found = List.copyOf(findings);
    findings.clear();
    usedOfAct.clear();
    return found;
  }
}
