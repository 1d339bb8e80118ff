package counterfoil.campaign;

import static counterfoil.application.StaffedBranch.JONAS;
import static counterfoil.application.StaffedBranch.NADIA;
import static counterfoil.application.StaffedBranch.PASSWORD;
import static counterfoil.application.StaffedBranch.amount;

import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Session;
import counterfoil.application.StaffedBranch;
import counterfoil.application.notary.FileShelf;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.Workstation;
import counterfoil.application.signin.OpenedKey;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.ForgedLedgers;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.payload.StaffEvents;
import counterfoil.projection.ReadModels;
import counterfoil.proof.TreeHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.joda.money.BigMoney;

/**
 * A ledger as it was before anybody touched it, and what others keep of it: the checkpoints that a
 * witness has seen and the receipts that customers took home.
 *
 * @param seen from the oldest to the last; behind the last there are entries that nobody has seen
 * @param fork as long as {@code entries} and the same up to {@code forkedAt}, by everybody's own
 *     hands as well: what came of the same morning on a copy of the disk
 * @param ownKey the private key of the administrator, who is the attacker
 * @param workstation where the witness keeps what it has seen
 */
record SignedBranch(
    Charter charter,
    List<Entry> entries,
    List<TreeHead> seen,
    List<Receipt> receipts,
    List<Entry> fork,
    int forkedAt,
    byte[] ownKey,
    Path workstation) {
  static final String ATTACKER = "ada";

  /** Has a key of their own making, which the head teller vouches for. */
  static final String CERTIFIED = "amara";

  /** Has the key that the administrator made for them. */
  static final String UNCERTIFIED = "tess";

  private static final String OWN_PASSWORD = "five small grey donkeys";
  private static final String WITNESS = "witness";
  private static final int CHECKPOINTS = 6;

  /**
   * What a customer was given with an entry.
   *
   * @param size of the tree that the proof is about
   */
  record Receipt(long position, byte[] proof, long size) {}

  SignedBranch {
    entries = List.copyOf(entries);
    seen = List.copyOf(seen);
    receipts = List.copyOf(receipts);
    fork = List.copyOf(fork);
  }

  /** So many first entries are in a checkpoint that is kept outside. */
  long covered() {
    return seen.getLast().size();
  }

  /**
   * Lets a branch live through a day.
   *
   * @param rounds so many times somebody does something, which comes to three or four entries
   * @param folder for what the workstation keeps; made if missing
   */
  static SignedBranch of(int rounds, SplittableRandom random, Path folder) {
    try (StaffedBranch branch = new StaffedBranch()) {
      return new Day(branch.open(), random, folder).live(rounds);
    }
  }

  private static final class Day {
    private final StaffedBranch branch;
    private final SplittableRandom random;
    private final Path folder;
    private final Notary notary;
    private Optional<Session> tess = Optional.empty();
    private final List<TreeHead> seen = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    Day(StaffedBranch branch, SplittableRandom random, Path folder) {
      this.branch = branch;
      this.random = random;
      this.folder = folder;
      this.notary =
          new Notary(
              (LedgerStore) branch.ledger().store(),
              new Workstation(StaffedBranch.WORKSTATION, folder.resolve(WITNESS)),
              new FileShelf(folder.resolve(FileShelf.FILE)),
              branch.ledger().clock());
    }

    SignedBranch live(int rounds) {
      beginSigning();
      List<Entry> morning = List.of();
      int every = Math.max(1, rounds / CHECKPOINTS);
      for (int round = 0; round < rounds; round++) {
        if (round == rounds / 3) {
          morning = entries();
        }
        act();
        // What comes behind the last one is for nobody to know but those who signed it.
        if (round % every == 0 && round + every / 2 < rounds) {
          checkpoint();
        }
      }
      return new SignedBranch(
          branch.ledger().charter(),
          entries(),
          seen,
          receipts,
          fork(morning, rounds),
          morning.size(),
          OpenedKey.open(key(branch.ledger(), ATTACKER), PASSWORD),
          folder.resolve(WITNESS));
    }

    /** One of the keys that the administrator made is replaced by its owner, and certified. */
    private void beginSigning() {
      branch.limit("approval.cash_out", "100.00");
      branch.add(branch.administrator(), UNCERTIFIED, "Tess Young", Role.TELLER);
      tess = Optional.of(signIn(branch.ledger(), UNCERTIFIED, PASSWORD));
      branch.teller().changePassword(PASSWORD.toCharArray(), OWN_PASSWORD.toCharArray());
      branch.post(
          branch.headTeller(),
          new ManageStaff(
              new CertifyKey(
                  new StaffName(CERTIFIED), key(branch.ledger(), CERTIFIED).publicKey())));
    }

    /** What comes of the same morning on a copy of the disk, by people's own hands. */
    private List<Entry> fork(List<Entry> morning, int acts) {
      Path copy = folder.resolve("copy");
      Charter charter = branch.ledger().charter();
      try {
        ForgedLedgers.write(copy, charter, morning, ReadModels.of(charter));
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
      InstantSource clock = branch.ledger().clock();
      EmbeddedStore store = EmbeddedStore.open(copy, ReadModels.of(charter), clock, Progress.NONE);
      try (Ledger ledger = new Ledger(store, clock)) {
        Session teller = signIn(ledger, CERTIFIED, OWN_PASSWORD);
        for (int i = 0; i < acts; i++) {
          BigMoney amount = amount(random.nextInt(1, 90) + ".25");
          branch.post(teller, new Order.Serve(new Deposit(NADIA, amount, Details.NONE)));
        }
        return store.read(1, Integer.MAX_VALUE);
      }
    }

    private static Session signIn(Ledger ledger, String name, String password) {
      var outcome = ledger.signIn(name, password.toCharArray(), StaffedBranch.WORKSTATION);
      if (outcome instanceof SignedIn.Yes(Session session)) {
        return session;
      }
      throw new AssertionError(outcome);
    }

    private List<Entry> entries() {
      return branch.ledger().store().read(1, Integer.MAX_VALUE);
    }

    private void checkpoint() {
      long position = branch.deposit(NADIA, "10.00").position();
      byte[] proof = notary.prove(position).orElseThrow().toText().getBytes(StandardCharsets.UTF_8);
      TreeHead head = notary.sign().checkpoint().checkpoint().tree();
      receipts.add(new Receipt(position, proof, head.size()));
      seen.add(head);
    }

    private void act() {
      String amount = random.nextInt(1, 90) + ".50";
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> branch.deposit(NADIA, amount);
        case 3 -> branch.deposit(JONAS, amount);
        case 4 -> {
          branch.deposit(NADIA, "150.00");
          branch.withdraw(NADIA, "120.00");
        }
        case 5 -> {
          branch.deposit(NADIA, "90.00");
          branch.transfer(amount);
        }
        case 6 -> branch.reverse(branch.deposit(JONAS, amount).position(), "wrong account");
        case 7 -> {
          branch.teller().lock(Cause.ASKED);
          branch.teller().unlock(OWN_PASSWORD.toCharArray());
        }
        case 8 ->
            branch.post(
                tess.orElseThrow(),
                new KeepCustomer(
                    new ChangeCustomerDetails(
                        new CustomerNumber("C-000001"),
                        CustomerDetails.named("Nadia Rahimi " + random.nextInt()))));
        default ->
            branch.post(
                branch.headTeller(),
                new Order.Serve(new ChargeFee(JONAS, amount("0.10"), Details.NONE)));
      }
    }
  }

  static SigningKey key(Ledger ledger, String name) {
    var stream = StaffEvents.stream(new StaffName(name));
    return ((Member) ledger.streams().load(stream, StaffEvents.KIND).state())
        .signsWith()
        .orElseThrow();
  }
}
