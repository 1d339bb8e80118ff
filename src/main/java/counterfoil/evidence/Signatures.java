package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import counterfoil.proof.ActSignature.Signed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signatures that wait to be computed, many at a time and on all processors. */
final class Signatures {
  private static final int TOGETHER = 512;

  private final PackFindings findings;
  private final Map<Signed, List<PackFinding>> waiting = new LinkedHashMap<>();
  private long computed;

  Signatures(PackFindings findings) {
    this.findings = findings;
  }

  /** Demands that a signature is good; {@code what} is wrong with that entry otherwise. */
  void demand(Signed signed, long position, String what) {
    if (waiting.size() >= TOGETHER) {
      compute();
    }
    waiting
        .computeIfAbsent(signed, _ -> new ArrayList<>())
        .add(new PackFinding(Kind.SIGNATURE, position, what));
  }

  void compute() {
    computed += waiting.size();
    waiting.entrySet().parallelStream()
        .filter(demanded -> !demanded.getKey().verifies())
        .flatMap(demanded -> demanded.getValue().stream())
        .toList()
        .forEach(findings::add);
    waiting.clear();
  }

  long computed() {
    return computed;
  }
}
