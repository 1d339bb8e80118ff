package counterfoil.application.notary;

import java.nio.file.Path;

/**
 * A witness beside the workstation's own, with a memory in a folder of its own: on another machine,
 * on a stick that an auditor carries, or somewhere that the ledger's keeper cannot write.
 */
public final class SecondWitness {
  private final Seen seen;

  /**
   * @param folder made where missing
   * @param origin the ledger
   * @throws AnotherLedger if the folder remembers another ledger
   * @throws counterfoil.eventstore.LedgerUnavailable if the folder holds something else
   */
  public SecondWitness(Path folder, String origin) {
    Seen.origin(folder)
        .filter(known -> !known.equals(origin))
        .ifPresent(known -> {
          throw new AnotherLedger(known, origin);
        });
    this.seen = new Seen(folder, origin);
  }

  /** Demands that the ledger continues what was seen last, and if it does, remembers it. */
  public Judgement look(Notary notary) {
    Judgement judgement = notary.judge(seen.heads());
    switch (judgement) {
      case Judgement.FirstSight(var now) -> seen.add(now);
      case Judgement.Continues(_, var now) -> seen.add(now);
      case Judgement.Broken _ -> {
        // What was seen stays what must be continued.
      }
    }
    return judgement;
  }
}
