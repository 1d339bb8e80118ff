package counterfoil.campaign;

import counterfoil.application.Ledger;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.StoredLedgers;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program in which several tellers post at one counter until it is killed. It opens a ledger, or
 * founds it, and tells on its output, a line each:
 *
 * <pre>
 *   opening                     it begins to open the ledger
 *   open                        the ledger is open, and the accounts are
 *   sent ID                     an act is about to be handed over
 *   posted ID POSITION CENTS    it was acknowledged, with the balance after it
 *   refused ID                  it was answered with a refusal
 * </pre>
 *
 * Its arguments: the folder, the session's number, the tellers' number, and how many microseconds
 * each rests after an act.
 */
final class TellersProcess {
  private static final int MOST_IN_FLIGHT = 4;

  private final PrintStream out;
  private final Ledger ledger;

  private TellersProcess(PrintStream out, Ledger ledger) {
    this.out = out;
    this.ledger = ledger;
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    long session = Long.parseLong(args[1]);
    int tellers = Integer.parseInt(args[2]);
    long restNanos = 1000 * Long.parseLong(args[3]);
    tell(System.out, "opening");
    TellersProcess process = new TellersProcess(System.out, open(folder));
    for (int account = 0; account < Acts.ACCOUNTS; account++) {
      process.post(Acts.opening(account), new Semaphore(1));
    }
    tell(System.out, "open");
    AtomicLong next = new AtomicLong();
    for (int teller = 0; teller < tellers; teller++) {
      Thread.ofPlatform().start(() -> process.postForEver(session, next, restNanos));
    }
  }

  private static Ledger open(Path folder) {
    StoredLedgers ledgers = new StoredLedgers(InstantSource.system());
    try {
      return ledgers.open(folder, Progress.NONE);
    } catch (LedgerUnavailable e) {
      if (e.reason() != Reason.MISSING) {
        throw e;
      }
      return ledgers.found(folder, LedgerCuts.CHARTER);
    }
  }

  private void postForEver(long session, AtomicLong next, long restNanos) {
    Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    while (true) {
      post(Acts.id(session, next.getAndIncrement()), inFlight);
      LockSupport.parkNanos(restNanos);
    }
  }

  private void post(UUID id, Semaphore inFlight) {
    inFlight.acquireUninterruptibly();
    tell(out, "sent " + id);
    var _ =
        ledger
            .counter()
            .submit(LedgerCuts.posting(id), LedgerCuts.TELLER)
            .whenComplete((outcome, fault) -> {
              answered(id, outcome, fault);
              inFlight.release();
            });
  }

  private void answered(UUID id, @Nullable Outcome outcome, @Nullable Throwable fault) {
    switch (outcome) {
      case Posted posted ->
          tell(
              out,
              "posted %s %d %d"
                  .formatted(
                      id, posted.position(), posted.balance().orElseThrow().getAmountMinorLong()));
      case Outcome.Refused _, Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ ->
          tell(out, "refused " + id);
      case null -> {
        if (fault != null) {
          fault.printStackTrace();
        }
        Runtime.getRuntime().halt(1);
      }
    }
  }

  /** One write of the whole line, so that a kill cannot mix it with another one. */
  private static void tell(PrintStream out, String what) {
    byte[] line = (what + "\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (out) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }
}
