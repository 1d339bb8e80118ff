package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * What an append pays for its leaf and its signature when 64 clients share a commit: the same
 * deposits signed and unsigned, in turns, on one ledger with all its read models; and the leaf
 * computed alone.
 */
public final class Signing {
  private static final int ROUNDS = 33;
  private static final int WARM_UP_ROUNDS = 3;
  private static final int CLIENTS = 64;
  private static final int EACH = 400;
  private static final int LEAVES = 200_000;

  private final List<Double> ratios = new ArrayList<>();

  private Signing() {}

  public static void main(String[] args) throws Exception {
    Path parent = Files.createDirectories(Path.of(args[0]));
    new Signing().run(Files.createTempDirectory(parent, "signing-"));
  }

  private void run(Path folder) throws Exception {
    Figures.machine(folder);
    Hand hand = new BenchHand();
    try (Ledger ledger =
        new StoredLedgers(InstantSource.system())
            .found(folder.resolve("ledger"), GeneratedTape.charter())) {
      SigningDesk desk = new SigningDesk(ledger.store(), ledger.charter().origin());
      List<Client> unsigned = clients(desk, Optional.empty());
      List<Client> signed = clients(desk, Optional.of(hand));
      double leaf = leafSeconds(unsigned.getFirst().deposit());
      double plain = 0;
      for (int round = 0; round < ROUNDS; round++) {
        plain = perEntry(unsigned);
        double with = perEntry(signed);
        boolean counts = round >= WARM_UP_ROUNDS;
        if (counts) {
          ratios.add(with / plain);
        }
        Figures.line(
            "round " + round + (counts ? "" : " (warm-up)"),
            "unsigned %,.0f/s, signed %,.0f/s: %.3f",
            1 / plain,
            1 / with,
            with / plain);
      }
      ratios.sort(Double::compare);
      double median = ratios.get(ratios.size() / 2);
      double leafShare = leaf / (plain - leaf);
      Figures.line("an append for its signature, median", "%.3f", median);
      Figures.line(
          "an append for its leaf", "%.3f (%.2f us alone)", 1 + leafShare, leaf * 1_000_000);
      Figures.line("for both", "%.3f (1.15 wanted)", median * (1 + leafShare));
    }
  }

  private static List<Client> clients(SigningDesk desk, Optional<Hand> hand) {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Client(append -> EventStoreException.await(desk.submit(append, hand))));
    }
    return clients;
  }

  private static double perEntry(List<Client> clients) throws Exception {
    List<Thread> threads = new ArrayList<>();
    double seconds =
        Figures.seconds(() -> {
          for (Client client : clients) {
            threads.add(
                Thread.startVirtualThread(() -> {
                  for (int n = 0; n < EACH; n++) {
                    client.deposit();
                  }
                }));
          }
          for (Thread thread : threads) {
            thread.join();
          }
        });
    return seconds / (CLIENTS * EACH);
  }

  /** A leaf is hashed for the head and for the tiles, and put into the tree, each time anew. */
  private static double leafSeconds(Entry like) throws Exception {
    TreeHash hash = new TreeHash();
    byte[] envelope = like.envelope();
    double seconds = 0;
    for (int warm = 0; warm < 3; warm++) {
      seconds =
          Figures.seconds(() -> {
            Frontier frontier = Frontier.EMPTY;
            for (int i = 0; i < LEAVES; i++) {
              frontier = frontier.append(hash.leaf(envelope), hash);
              hash.leaf(envelope);
            }
            Figures.line("tree over " + LEAVES, "%d bytes of root", frontier.root(hash).length);
          });
    }
    return seconds / LEAVES;
  }

  private static final class BenchHand implements Hand {
    private final byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    BenchHand() {
      seed[0] = 7;
      Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    @Override
    public byte[] publicKey() {
      return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
      return signature;
    }
  }
}
