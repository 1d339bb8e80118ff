package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.notary.CheckpointShelf;
import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.Workstation;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.projection.Patrol;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A branch in which nobody does anything wrong, day after day, under everybody's eyes. */
public final class CleanBranch implements AutoCloseable {
  private static final int MOST_ACTS = 8;
  private static final int STEP = 100;

  private final Random random;
  private final BranchModel branch = new BranchModel();
  private final RandomBranch days;
  private final Notary notary;
  private final Patrol patrol;

  /**
   * @param witness a folder for what the witness remembers; made if missing
   */
  public CleanBranch(long seed, Path witness) {
    random = new Random(seed);
    days = new RandomBranch(branch, random);
    LedgerStore store = (LedgerStore) branch.ledger.store();
    notary = new Notary(store, new Workstation("WS-00", witness), new NoShelf(), branch.clock);
    patrol =
        new Patrol(
            store.reads(),
            store,
            branch.ledger.currency(),
            branch.ledger.zone(),
            new SignatureAudit(store.charter().origin(), Extent.ALL));
  }

  /**
   * Lives through a day, and asks everybody in the evening.
   *
   * @throws AssertionError if anybody raises an alarm
   */
  public void day() {
    days.openDay();
    int acts = random.nextInt(1, MOST_ACTS);
    for (int i = 0; i < acts; i++) {
      days.act();
    }
    days.closeDay();
    long receipt = random.nextLong(1, branch.ledger.head().position() + 1);
    byte[] proof = notary.prove(receipt).orElseThrow().toText().getBytes(StandardCharsets.UTF_8);
    assertInstanceOf(Examination.Valid.class, notary.check(proof));
    Head head = branch.ledger.head();
    while (patrol.position() < head.position()) {
      assertEquals(Optional.empty(), patrol.step(head, STEP));
    }
  }

  /**
   * Verifies all of it.
   *
   * @return the number of entries
   */
  public long verify() {
    Verification verification = branch.ledger.verify(Progress.NONE);
    assertTrue(verification.intact(), () -> verification.findings().toString());
    return verification.entries();
  }

  @Override
  public void close() {
    branch.close();
  }

  /** Keeps nothing. */
  private static final class NoShelf implements CheckpointShelf {
    @Override
    public void add(long size, String note) {
      // What was signed is remembered by the witness.
    }

    @Override
    public List<String> last(int atMost) {
      return List.of();
    }
  }
}
