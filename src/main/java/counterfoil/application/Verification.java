package counterfoil.application;

import counterfoil.eventstore.Finding;
import java.util.List;

/**
 * What recomputing everything from the entries' bytes found.
 *
 * @param entries how many were looked at
 * @param signatures how many were computed; acts that waited together have one between them
 * @param root the tree's root over them, in Base64
 * @param findings what is wrong, in the order of positions; empty for an intact ledger
 */
public record Verification(long entries, long signatures, String root, List<Finding> findings) {
  public Verification {
    findings = List.copyOf(findings);
  }

  public boolean intact() {
    return findings.isEmpty();
  }
}
