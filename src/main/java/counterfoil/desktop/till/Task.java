package counterfoil.desktop.till;

import java.util.Locale;

/** What can be done with a drawer: each takes cash by denomination. */
public enum Task {
  /** Take a till over. */
  OPEN,
  /** End one's own session, or somebody else's. */
  CLOSE,
  /** Count in between. */
  COUNT,
  /** Give cash to another drawer. */
  OFFER,
  /** Into the vault from outside. */
  BRING_IN,
  /** Out of the branch from the vault. */
  SEND_OUT;

  /** As the message bundle calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether what is typed is compared with what should be there. */
  boolean counts() {
    return switch (this) {
      case OPEN, CLOSE, COUNT -> true;
      case OFFER, BRING_IN, SEND_OUT -> false;
    };
  }
}
