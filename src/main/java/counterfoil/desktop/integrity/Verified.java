package counterfoil.desktop.integrity;

import counterfoil.application.Verification;
import counterfoil.projection.SignatureAudit.Extent;
import java.time.Duration;
import java.time.Instant;

/** What a run over the whole ledger came to. */
record Verified(Verification outcome, Extent extent, Instant at, Duration taken) {
  double seconds() {
    return taken.toNanos() / 1e9;
  }

  /** Entries a second. */
  long speed() {
    return Math.round(outcome.entries() / Math.max(seconds(), 1e-9));
  }
}
