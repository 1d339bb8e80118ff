package counterfoil.desktop.integrity;

import java.util.Locale;

/** The parts of the screen, in the order in which they are listed. */
enum Section {
  VERIFY,
  CHECK,
  CHECKPOINTS,
  KEYS,
  EVIDENCE,
  LIMITS;

  /** In keys of messages and ids of nodes. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
