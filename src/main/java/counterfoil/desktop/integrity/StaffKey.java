package counterfoil.desktop.integrity;

import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.proof.Fingerprint;
import java.util.Base64;
import java.util.Optional;

/**
 * A person and the key that they sign with.
 *
 * @param publicKey in Base64; nothing where there is none
 */
record StaffKey(StaffName name, String fullName, KeyStanding standing, Optional<String> publicKey) {
  static StaffKey of(Member member) {
    return new StaffKey(
        member.name(),
        member.fullName(),
        member.keyStanding(),
        member.credential().key().map(SigningKey::publicKey));
  }

  Optional<Fingerprint> fingerprint() {
    return publicKey.map(key -> Fingerprint.of(Base64.getDecoder().decode(key)));
  }
}
