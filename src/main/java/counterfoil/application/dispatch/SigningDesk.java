package counterfoil.application.dispatch;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.codec.Statement;
import counterfoil.eventstore.codec.Statement.Drafted;
import counterfoil.proof.ActSignature;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where acts are signed on their way to the store. What waits here together is signed together, one
 * signature for each hand, and goes on in the order in which it came: an act may have been decided
 * on the one before it.
 */
public final class SigningDesk {
  /** What one signature covers at most; far below {@link ActSignature#MAX_TOGETHER}. */
  private static final int MOST_EVENTS = 512;

  private static final int SALT_BYTES = 32;
  private static final int SALTS_DRAWN_TOGETHER = 64;

  private final EventStore store;
  private final String origin;
  private final Deque<Draft> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param origin the ledger's, see {@link counterfoil.eventstore.Charter#origin}
   */
  public SigningDesk(EventStore store, String origin) {
    this.store = store;
    this.origin = origin;
  }

  /** Not a record: two of the same words are two acts. */
  private static final class Draft {
    private final Append append;
    private final Optional<Hand> hand;
    private final int events;
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    Draft(Append append, Optional<Hand> hand) {
      this.append = append;
      this.hand = hand;
      this.events = append.writes().stream().mapToInt(write -> write.events().size()).sum();
    }
  }

  /**
   * Has an append signed, where a hand is given, and submits it. The future ends as that of {@link
   * EventStore#submit}, or with {@link Hand.Withdrawn}.
   */
  public CompletableFuture<Appended> submit(Append append, Optional<Hand> hand) {
    Draft draft = new Draft(append, hand);
    boolean begin;
    synchronized (waiting) {
      if (hand.isEmpty() && !busy) {
        // Nobody is before it, and there is nothing to sign.
        return store.submit(append);
      }
      waiting.add(draft);
      begin = !busy;
      busy = true;
    }
    if (begin) {
      Thread.startVirtualThread(this::work);
    }
    return draft.answer;
  }

  private void work() {
    Signer signer = new Signer(origin);
    for (List<Draft> together = next(); !together.isEmpty(); together = next()) {
      Map<Draft, Append> ready = signer.signed(together);
      for (Draft draft : together) {
        Append append = ready.get(draft);
        if (append != null) {
          pass(append, draft.answer);
        }
      }
    }
  }

  private void pass(Append append, CompletableFuture<Appended> answer) {
    CompletableFuture<Appended> submitted;
    try {
      submitted = store.submit(append);
    } catch (RuntimeException | Error fault) {
      answer.completeExceptionally(fault);
      return;
    }
    var _ =
        submitted.whenComplete((appended, fault) -> {
          if (fault == null) {
            answer.complete(appended);
          } else {
            answer.completeExceptionally(fault);
          }
        });
  }

  /** What waits, as far as one signature reaches; nothing where the work is done. */
  private List<Draft> next() {
    synchronized (waiting) {
      List<Draft> together = new ArrayList<>();
      int events = 0;
      while (!waiting.isEmpty()) {
        events += waiting.getFirst().events;
        if (!together.isEmpty() && events > MOST_EVENTS) {
          break;
        }
        together.add(waiting.removeFirst());
      }
      busy = !together.isEmpty();
      return together;
    }
  }

  /** For one thread. */
  private static final class Signer {
    private final String origin;
    private final Statement statement = new Statement();
    private final Iterator<byte[]> salts = new Salts();

    Signer(String origin) {
      this.origin = origin;
    }

    /** Signed or as they came, without those that cannot be: their answers say so already. */
    Map<Draft, Append> signed(List<Draft> together) {
      Map<Draft, Append> ready = new HashMap<>();
      Map<Hand, List<Draft>> byHand = new LinkedHashMap<>();
      for (Draft draft : together) {
        if (draft.hand.isPresent()) {
          byHand.computeIfAbsent(draft.hand.get(), _ -> new ArrayList<>()).add(draft);
        } else {
          ready.put(draft, draft.append);
        }
      }
      byHand.forEach((hand, drafts) -> sign(hand, drafts, ready));
      return ready;
    }

    private void sign(Hand hand, List<Draft> drafts, Map<Draft, Append> ready) {
      Map<Draft, Drafted> drafted = new LinkedHashMap<>();
      for (Draft draft : drafts) {
        try {
          drafted.put(draft, statement.draft(draft.append, salts));
        } catch (RuntimeException | Error fault) {
          draft.answer.completeExceptionally(fault);
        }
      }
      try {
        List<byte[]> statements =
            drafted.values().stream().flatMap(one -> one.statements().stream()).toList();
        if (!statements.isEmpty()) {
          put(
              drafted,
              ActSignature.sign(statements, origin, hand.publicKey(), hand::sign).iterator(),
              ready);
        }
      } catch (RuntimeException | Error fault) {
        // One act's trouble is not to keep the next ones waiting: the desk goes on.
        drafted.keySet().forEach(draft -> draft.answer.completeExceptionally(fault));
      }
    }

    private static void put(
        Map<Draft, Drafted> drafted, Iterator<ActSignature> signatures, Map<Draft, Append> ready) {
      Map<Draft, Append> signed = new HashMap<>();
      drafted.forEach((draft, own) -> {
        List<byte[]> bytes =
            own.statements().stream().map(_ -> signatures.next().toBytes()).toList();
        signed.put(draft, Statement.signed(draft.append, own, bytes));
      });
      ready.putAll(signed);
    }
  }

  /** Drawn many at a time: drawing each alone costs more than all else about a statement. */
  private static final class Salts implements Iterator<byte[]> {
    private final SecureRandom random = new SecureRandom();
    private final byte[] drawn = new byte[SALTS_DRAWN_TOGETHER * SALT_BYTES];
    private int used = drawn.length;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public byte[] next() {
      if (used == drawn.length) {
        random.nextBytes(drawn);
        used = 0;
      }
      byte[] salt = new byte[SALT_BYTES];
      System.arraycopy(drawn, used, salt, 0, SALT_BYTES);
      used += SALT_BYTES;
      return salt;
    }
  }
}
