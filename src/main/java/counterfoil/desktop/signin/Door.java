package counterfoil.desktop.signin;

import counterfoil.application.Session;
import counterfoil.domain.Refusal;

/** The way into a ledger that has staff. */
@FunctionalInterface
public interface Door {
  /**
   * Takes as long as a password's hash costs: not on the screen's thread.
   *
   * @param name as it was typed
   * @param password is wiped
   */
  Answer signIn(String name, char[] password, String workstation);

  /** Whether the door opened. */
  sealed interface Answer {
    record Welcome(Session session) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }
}
