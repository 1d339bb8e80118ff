package counterfoil.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a pack.
 *
 * @param contents nothing where the pack could not be read so far
 * @param findings what is wrong, in the order of positions, at most 1,000
 * @param more how many findings there are beyond those
 */
public record PackVerdict(
    Optional<Contents> contents, Optional<Proven> proven, List<PackFinding> findings, long more) {
  public PackVerdict {
    findings = List.copyOf(findings);
  }

  /**
   * What the pack says that it is.
   *
   * @param root in Base64
   */
  public record Contents(
      String origin, String branch, String currency, boolean practice, long entries, String root) {}

  /**
   * How much of it was looked at.
   *
   * @param signed entries with their maker's signature
   * @param signatures how many were computed; acts signed together have one between them
   * @param retold contents without their secrets: these are the pack's word
   * @param erased contents that personal data was erased from
   * @param checkpoints how many there are
   * @param checkpointed entries that the last of them covers
   * @param keys the keys that checkpoints had to be signed with, as verifier keys: to be compared
   *     with what one knows from elsewhere
   */
  public record Proven(
      long signed,
      long signatures,
      long retold,
      long erased,
      int checkpoints,
      long checkpointed,
      List<String> keys) {
    public Proven {
      keys = List.copyOf(keys);
    }
  }

  public boolean valid() {
    return findings.isEmpty();
  }
}
