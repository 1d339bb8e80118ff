package counterfoil.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.payload.ApprovalEvents;
import counterfoil.proof.ActSignature.Signed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The approvals as they were at each entry of a walk. */
final class ApprovalsTold {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{86}==");
  private static final String PURPOSE = "counterfoil.local/approval/v1";

  private final Map<String, Asked> asked = new HashMap<>();
  private final Map<String, String> granted = new HashMap<>();
  private final Set<String> usedOfAct = new HashSet<>();

  private record Asked(String digest, String text, boolean erased) {}

  /** What a grant comes to. */
  sealed interface Ruling {
    /** Nothing to prove. */
    record None() implements Ruling {}

    /** This must have been signed. */
    record Proven(Signed by) implements Ruling {}

    record Wrong(String what) implements Ruling {}
  }

  /**
   * Takes an entry of an approval's, on the people as they are with it.
   *
   * @throws Unfit if it is none
   */
  Ruling take(Told told, PeopleTold people) throws Unfit {
    told.demandFirstShape();
    String id = told.subject();
    switch (told.type()) {
      case ApprovalEvents.APPROVAL_REQUESTED -> {
        ObjectNode facts = facts(told);
        asked.put(
            id,
            new Asked(Told.text(facts, "digest", DIGEST), Told.text(facts, "text"), told.erased()));
      }
      case ApprovalEvents.APPROVAL_GRANTED -> {
        return grant(id, facts(told), people);
      }
      case ApprovalEvents.APPROVAL_USED -> {
        Optional.ofNullable(granted.remove(id)).ifPresent(usedOfAct::add);
        asked.remove(id);
      }
      case ApprovalEvents.APPROVAL_REJECTED, ApprovalEvents.APPROVAL_WITHDRAWN -> {
        granted.remove(id);
        asked.remove(id);
      }
      default -> throw new Unfit();
    }
    return new Ruling.None();
  }

  private static ObjectNode facts(Told told) throws Unfit {
    ObjectNode facts = told.facts();
    if (!Told.text(facts, "approval").equals(told.subject())) {
      throw new Unfit();
    }
    return facts;
  }

  private Ruling grant(String id, ObjectNode facts, PeopleTold people) throws Unfit {
    String approver = Told.text(facts, "approver");
    if (!facts.has("signature")) {
      granted.put(id, approver);
      return people.begun()
          ? new Ruling.Wrong("the approver has not signed what was approved")
          : new Ruling.None();
    }
    String key = Told.text(facts, "public_key", Told.KEY);
    String signature = Told.text(facts, "signature", SIGNATURE);
    granted.put(id, approver);
    Asked request = asked.get(id);
    if (request == null || !people.keyOf(approver).equals(Optional.of(key))) {
      return new Ruling.Wrong("it is approved with a key that was not " + approver + "'s then");
    }
    if (request.erased()) {
      // Of a text that is gone nobody can tell any more whether it was the one that was signed.
      return new Ruling.None();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Ruling.Proven(
        new Signed(
            base64.decode(key),
            "%s\n%s\n%s\n%s"
                .formatted(PURPOSE, id, request.digest(), request.text())
                .getBytes(StandardCharsets.UTF_8),
            base64.decode(signature)));
  }

  /** Whether somebody's approval was used in the act that ends now. */
  boolean usedBy(String approver) {
    return usedOfAct.contains(approver);
  }

  void endAct() {
    usedOfAct.clear();
  }
}
