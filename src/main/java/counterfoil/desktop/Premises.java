package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.SecondPerson;
import counterfoil.desktop.shell.Navigation;

/** What a screen can be built on: an open ledger and what belongs to it. */
record Premises(
    Ledger ledger,
    Desk desk,
    LiveHead head,
    LiveBranch branch,
    SecondPerson secondPerson,
    Navigation navigation,
    Figures figures) {
  /** Who is at the desk. */
  Session session() {
    return desk.session();
  }
}
