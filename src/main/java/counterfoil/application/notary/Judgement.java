package counterfoil.application.notary;

import counterfoil.proof.TreeHead;

/** Whether a ledger is the continuation of what a witness has seen of it. */
public sealed interface Judgement {
  /** The witness has seen nothing of it before. */
  record FirstSight(TreeHead now) implements Judgement {}

  /** It begins with all that was seen. */
  record Continues(TreeHead seen, TreeHead now) implements Judgement {}

  /** It is not the ledger that was seen. */
  sealed interface Broken extends Judgement {
    /** The last that was seen. */
    TreeHead seen();

    TreeHead now();
  }

  /** It is what it was some time before, entry for entry: an older copy is in its place. */
  record RolledBack(TreeHead seen, TreeHead now) implements Broken {}

  /** It lacks its last entries; up to where it ends, nothing contradicts what was seen. */
  record Cut(TreeHead seen, TreeHead now) implements Broken {}

  /**
   * It has other entries than those that were seen.
   *
   * @param common so many first entries are certainly the same; 0 if nothing is known
   */
  record Forked(TreeHead seen, TreeHead now, long common) implements Broken {}
}
