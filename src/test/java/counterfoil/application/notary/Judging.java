package counterfoil.application.notary;

import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.util.List;

/** What a witness says, for who has the entries of a ledger and no store. */
public final class Judging {
  private Judging() {}

  /**
   * @param seen from the oldest to the last
   */
  public static Judgement judge(List<TreeHead> seen, TreeHead now, TreeProofs proofs) {
    return Witness.judge(seen, now, proofs);
  }
}
