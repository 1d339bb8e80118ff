package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveAudit;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.shell.Navigation;

/**
 * What a screen can be built on: an open ledger and what belongs to it.
 *
 * @param countersigning how what one person may not do alone gets its second signature
 */
record Premises(
    Ledger ledger,
    Desk desk,
    LiveHead head,
    LiveAudit audit,
    LiveBranch branch,
    Navigation navigation,
    Figures figures,
    Countersigning countersigning) {
  /** Who is at the desk. */
  Session session() {
    return desk.session();
  }
}
