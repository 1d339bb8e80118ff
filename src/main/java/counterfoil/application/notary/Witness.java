package counterfoil.application.notary;

import counterfoil.proof.Checked.Good;
import counterfoil.proof.ProofCheck;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.util.Arrays;
import java.util.List;

/** Compares a ledger with what was seen of it. */
final class Witness {
  private Witness() {}

  /**
   * @param seen from the oldest to the last
   * @param proofs of the ledger as it says that it is now
   */
  static Judgement judge(List<TreeHead> seen, TreeHead now, TreeProofs proofs) {
    if (seen.isEmpty()) {
      return new Judgement.FirstSight(now);
    }
    TreeHead last = seen.getLast();
    if (last.size() <= now.size()) {
      return begins(last, now, proofs)
          ? new Judgement.Continues(last, now)
          : new Judgement.Forked(last, now, common(seen, now, proofs));
    }
    if (seen.contains(now)) {
      return new Judgement.RolledBack(last, now);
    }
    List<TreeHead> within = seen.stream().filter(head -> head.size() <= now.size()).toList();
    return within.isEmpty() || begins(within.getLast(), now, proofs)
        ? new Judgement.Cut(last, now)
        : new Judgement.Forked(last, now, common(within, now, proofs));
  }

  /** Whether a proof shows that the ledger of now begins with what was seen. */
  private static boolean begins(TreeHead seen, TreeHead now, TreeProofs proofs) {
    if (seen.size() == 0) {
      return Arrays.equals(seen.root(), proofs.root(0));
    }
    return ProofCheck.consistency(seen, now, proofs.consistency(seen.size(), now.size()))
        instanceof Good;
  }

  private static long common(List<TreeHead> seen, TreeHead now, TreeProofs proofs) {
    for (TreeHead head : seen.reversed()) {
      if (head.size() <= now.size() && begins(head, now, proofs)) {
        return head.size();
      }
    }
    return 0;
  }
}
