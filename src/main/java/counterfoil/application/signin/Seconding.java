package counterfoil.application.signin;

import counterfoil.application.dispatch.Hand;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffState.Member;
import java.util.Optional;

/** What came of asking a second person for their password at somebody's desk. */
public sealed interface Seconding {
  /** The person stands by; their key is in memory until this is closed. */
  final class By implements Seconding, AutoCloseable {
    private final Member member;
    private final Optional<PersonalHand> hand;

    By(Member member, Optional<PersonalHand> hand) {
      this.member = member;
      this.hand = hand;
    }

    public Member member() {
      return member;
    }

    /** Nobody where the person has no key that counts. */
    public Optional<Hand> hand() {
      return hand.map(own -> own);
    }

    @Override
    public void close() {
      hand.ifPresent(PersonalHand::wipe);
    }
  }

  record Refused(Refusal refusal) implements Seconding {}
}
