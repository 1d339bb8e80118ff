package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.staff.StaffState.KeyStanding;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A head teller looks at the keys of the branch. */
class KeysViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();

  @AfterEach
  void close() {
    branch.close();
  }

  private KeysViewModel at(Session session) {
    var desk =
        new Desk(
            counterfoil.application.StaffedBranch.waiting(session), Runnable::run, Runnable::run);
    var keys = new KeysViewModel(branch.ledger(), desk, new DirectBackground());
    keys.refresh();
    return keys;
  }

  private static StaffKey of(KeysViewModel keys, String name) {
    return keys.keysProperty().get().orElseThrow().staff().stream()
        .filter(key -> key.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<String> key(Optional<Message> message) {
    return message.map(Message::key);
  }

  /** Amara chooses a password of her own, and so has a key that nobody else could have opened. */
  private void amaraChoosesHerPassword() {
    assertEquals(
        Optional.empty(),
        branch
            .teller()
            .changePassword(
                StaffedBranch.PASSWORD.toCharArray(), "nine slow green boats".toCharArray()));
  }

  @Test
  void everybody_sees_the_fingerprint_of_their_own_key() {
    var own = at(branch.teller()).own().orElseThrow();
    assertEquals("amara", own.name().value());
    assertTrue(own.fingerprint().orElseThrow().text().matches("([0-9a-f]{4} ){4}[0-9a-f]{4}"));
  }

  @Test
  void a_key_that_a_person_made_alone_is_certified_once() {
    var keys = at(branch.headTeller());
    var before = of(keys, "amara");
    assertEquals(KeyStanding.CERTIFIED, before.standing());
    amaraChoosesHerPassword();
    keys.refresh();
    var own = of(keys, "amara");
    assertEquals(KeyStanding.OWN, own.standing());
    assertNotEquals(before.fingerprint(), own.fingerprint());
    keys.choose(Optional.of(own));
    assertEquals(Optional.empty(), keys.whyNotCertify());
    keys.certify();
    assertEquals(Optional.of("integrity.keys.done.certified"), key(keys.outcomeProperty().get()));
    assertEquals(KeyStanding.CERTIFIED, of(keys, "amara").standing());
    assertEquals(Optional.of("integrity.keys.why.certified"), key(keys.whyNotCertify()));
  }

  @Test
  void a_key_is_revoked_for_a_reason_only() {
    var keys = at(branch.headTeller());
    keys.choose(Optional.of(of(keys, "amara")));
    keys.revoke();
    assertTrue(keys.problemProperty().get().isPresent());
    assertEquals(KeyStanding.CERTIFIED, of(keys, "amara").standing());
    keys.reasonProperty().set("lost her badge");
    keys.revoke();
    assertEquals(Optional.empty(), keys.problemProperty().get());
    assertEquals(KeyStanding.REVOKED, of(keys, "amara").standing());
    assertEquals("", keys.reasonProperty().get());
    assertEquals(Optional.of("integrity.keys.why.none"), key(keys.whyNotRevoke()));
  }

  @Test
  void nobody_vouches_for_their_own_key() {
    var keys = at(branch.headTeller());
    keys.choose(keys.own());
    assertEquals(Optional.of("integrity.keys.why.own"), key(keys.whyNotCertify()));
    assertEquals(Optional.of("integrity.keys.why.own"), key(keys.whyNotRevoke()));
  }

  @Test
  void a_teller_only_looks() {
    var keys = at(branch.teller());
    keys.choose(Optional.of(of(keys, "lucia")));
    keys.revoke();
    assertEquals(Optional.of("integrity.keys.why.read-only"), key(keys.problemProperty().get()));
    assertEquals(KeyStanding.CERTIFIED, of(keys, "lucia").standing());
  }
}
