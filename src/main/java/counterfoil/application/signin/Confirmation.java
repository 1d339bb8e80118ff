package counterfoil.application.signin;

import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffState.Member;

/** What came of a password that was given at somebody's desk. */
public sealed interface Confirmation {
  /** It was the person's; they are not suspended. */
  record Confirmed(Member member) implements Confirmation {}

  record Refused(Refusal refusal) implements Confirmation {}
}
