package counterfoil.campaign;

import static counterfoil.campaign.NaiveBook.check;

import counterfoil.application.Ledger;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.StoredLedgers;
import counterfoil.campaign.NaiveBook.Placed;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Sessions of real processes on one ledger, each killed, and what is left of the ledger compared
 * with everything that the processes said before they died.
 */
final class Kills {
  private static final Duration LONGEST_SHORT_SESSION = Duration.ofSeconds(2);
  private static final Duration LONGEST_OPENING = Duration.ofMillis(400);

  /** H2 begins to use space in its file again after 45 seconds. */
  private static final Duration SHORTEST_LONG_SESSION = Duration.ofSeconds(61);

  private static final int TELLERS = 3;

  private final Path folder;
  private final long seed;
  private final SplittableRandom random;
  private final StoredLedgers ledgers = new StoredLedgers(InstantSource.system());
  private final Set<UUID> sent = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private final Map<UUID, Placed> posted = new HashMap<>();
  private boolean founded;
  private long session;

  /**
   * @param folder where the ledger is to be
   */
  Kills(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** How many acts were acknowledged before a kill. */
  long acknowledged() {
    return posted.size();
  }

  /** Short sessions, killed while they open or within two seconds of posting. */
  void shortSessions(int kills) throws IOException, InterruptedException {
    for (int kill = 0; kill < kills; kill++) {
      try {
        shortSession();
        // A ledger that nobody has looked at meanwhile may be killed in its recovery.
        if (kill == kills - 1 || random.nextInt(3) > 0) {
          look();
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("ledger %d, kill %d".formatted(seed, kill), e);
      }
    }
  }

  /** A session of more than a minute, killed. */
  void longSession() throws IOException, InterruptedException {
    Session tellers = Session.start(folder, ++session, TELLERS, 10_000);
    tellers.awaitOpen();
    Thread.sleep(SHORTEST_LONG_SESSION.plusMillis(random.nextInt(4000)));
    kill(tellers);
    try {
      look();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("ledger %d, long session".formatted(seed), e);
    }
  }

  private void shortSession() throws IOException, InterruptedException {
    Session tellers = Session.start(folder, ++session, 1 + random.nextInt(TELLERS), 1000);
    tellers.awaitOpening();
    if (random.nextInt(3) == 0) {
      Thread.sleep(random.nextLong(LONGEST_OPENING.toMillis()));
    } else {
      tellers.awaitOpen();
      founded = true;
      double part = random.nextDouble() * random.nextDouble();
      Thread.sleep((long) (part * LONGEST_SHORT_SESSION.toMillis()));
      if (random.nextInt(4) == 0) {
        refuseSecondProcess();
      }
    }
    kill(tellers);
  }

  private void kill(Session tellers) throws InterruptedException {
    tellers.kill();
    sent.addAll(tellers.sent());
    refused.addAll(tellers.refused());
    posted.putAll(tellers.posted());
  }

  private void refuseSecondProcess() {
    try {
      ledgers.open(folder, Progress.NONE).close();
    } catch (LedgerUnavailable e) {
      check(e.reason() == Reason.IN_USE, "a second process is refused with " + e);
      return;
    }
    throw new AssertionError("a second process is let in");
  }

  private void look() {
    try (Ledger ledger = ledgers.open(folder, Progress.NONE)) {
      NaiveBook book = LedgerCheck.everything(ledger);
      posted.forEach((id, said) ->
          check(
              said.equals(book.acts().get(id)),
              id + " was " + said + " and is " + book.acts().get(id)));
      book.acts().keySet().forEach(id -> check(sent.contains(id), "nobody has sent " + id));
      resolve(ledger, book);
      LedgerCheck.againstBook(ledger);
    } catch (LedgerUnavailable e) {
      if (founded || e.reason() != Reason.MISSING) {
        throw e;
      }
    }
  }

  /** Gives again what was not answered, and some of what was. */
  private void resolve(Ledger ledger, NaiveBook book) {
    for (UUID id : sent) {
      boolean unanswered = !posted.containsKey(id) && !refused.contains(id);
      boolean sampled = random.nextInt(200) == 0;
      if (unanswered || (posted.containsKey(id) && sampled)) {
        Placed before = book.acts().get(id);
        Outcome outcome = ledger.counter().post(LedgerCuts.posting(id), LedgerCuts.TELLER);
        if (outcome instanceof Posted now) {
          Placed placed =
              new Placed(now.position(), now.balance().orElseThrow().getAmountMinorLong());
          check(now.before() == (before != null), id + " is new, or is not");
          check(before == null || before.equals(placed), id + " has another outcome now");
          posted.put(id, placed);
        } else {
          check(before == null, id + " was recorded, and is refused now");
          refused.add(id);
        }
      }
    }
  }
}
