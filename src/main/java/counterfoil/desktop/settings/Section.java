package counterfoil.desktop.settings;

import counterfoil.domain.staff.Permission;
import java.util.Locale;

/** The parts of the screen, in the order in which they are listed. */
enum Section {
  BRANCH,
  RECEIPTS,
  CASH,
  PRODUCTS,
  LIMITS,
  STAFF,
  WORKSTATION;

  /** In keys of messages and ids of nodes. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it takes to change something here; the workstation's own is everybody's. */
  Permission permission() {
    return this == STAFF ? Permission.MANAGE_STAFF : Permission.CHANGE_SETTINGS;
  }
}
