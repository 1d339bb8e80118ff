package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Session;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.signin.Door;
import java.time.Duration;

/** How people come to an open ledger, and what its screens ask of the branch. */
interface Entrance {
  /** Whether people must sign in. Reads: not on the screen's thread. */
  boolean staffed();

  /** Somebody at a ledger without staff. */
  Session unstaffed(Actor actor);

  Door door();

  /** How the branch stands. Reads: not on the screen's thread. */
  BranchNow branch();

  /** How long nobody touches a workstation until it locks. */
  default Duration lockAfter() {
    return branch().settings().lockAfter();
  }
}
