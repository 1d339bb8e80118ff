package counterfoil.application.signin;

import counterfoil.domain.Refusal;

/** What came of signing in. */
public sealed interface SignInResult {
  record SignedIn(SignedInPerson person) implements SignInResult {}

  record Refused(Refusal refusal) implements SignInResult {}
}
