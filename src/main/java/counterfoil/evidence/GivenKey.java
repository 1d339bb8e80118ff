package counterfoil.evidence;

import counterfoil.payload.StaffEvents;
import counterfoil.payload.WorkstationEvents;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.VerifierKey;
import java.util.Optional;

/**
 * A key that an entry gives to a person or a workstation: a line of the list of keys.
 *
 * @param key a person's as 32 bytes in Base64, a workstation's as a verifier key
 */
record GivenKey(long position, String stream, String key) {
  static final String WORKSTATION_KEY_ADDED = "WorkstationKeyAdded";

  String line() {
    return position + " " + stream + " " + key + "\n";
  }

  /** The same as a key of checkpoints, if it is a workstation's. */
  Optional<VerifierKey> verifier() {
    return stream.startsWith(WorkstationEvents.CATEGORY + "-")
            && VerifierKey.parse(key) instanceof Good<VerifierKey>(VerifierKey verifier)
        ? Optional.of(verifier)
        : Optional.empty();
  }

  /**
   * The key that an entry gives, if it gives one.
   *
   * @throws Unfit if it should and does not
   */
  static Optional<GivenKey> of(Told told) throws Unfit {
    return switch (told.category()) {
      case StaffEvents.CATEGORY -> ofPerson(told);
      case WorkstationEvents.CATEGORY -> ofWorkstation(told);
      default -> Optional.empty();
    };
  }

  private static Optional<GivenKey> ofPerson(Told told) throws Unfit {
    return switch (told.type()) {
      case StaffEvents.STAFF_MEMBER_ADDED, StaffEvents.PASSWORD_CHANGED ->
          Told.signingKey(told.facts()).map(key -> of(told, key));
      default -> Optional.empty();
    };
  }

  private static Optional<GivenKey> ofWorkstation(Told told) throws Unfit {
    if (!told.type().equals(WORKSTATION_KEY_ADDED)) {
      return Optional.empty();
    }
    told.demandFirstShape();
    GivenKey given = of(told, Told.text(told.facts(), "key"));
    if (given.verifier().isEmpty()) {
      throw new Unfit();
    }
    return Optional.of(given);
  }

  private static GivenKey of(Told told, String key) {
    return new GivenKey(told.place(), told.entry().stream().value(), key);
  }
}
