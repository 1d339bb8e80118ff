package counterfoil.application.papers;

import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.TillEvents;
import counterfoil.projection.AccountInquiries.Original;
import counterfoil.projection.QueryFailed;
import counterfoil.proof.TlogProof;
import counterfoil.report.EntryKind;
import counterfoil.report.QrCode;
import counterfoil.report.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The receipt of an act: everything that was done for the customer by one command. */
final class ActReceipt {
  private final Branch branch;

  ActReceipt(Branch branch) {
    this.branch = branch;
  }

  /**
   * Nothing for an entry that moved no money of an account.
   *
   * @param position of any entry of an account in the act
   * @param copy 0 for the first print
   */
  Optional<Receipt> of(long position, int copy) {
    return branch
        .ledger()
        .inquiries()
        .postings()
        .original(position)
        .flatMap(original -> receipt(original, copy));
  }

  private Optional<Receipt> receipt(Original original, int copy) {
    Cash received = Cash.none(branch.currency());
    Cash given = Cash.none(branch.currency());
    List<Receipt.Act> acts = new ArrayList<>();
    for (Entry entry : original.act()) {
      if (entry.stream().category().equals(AccountEvents.CATEGORY)) {
        act(entry).ifPresent(acts::add);
      } else if (entry.stream().category().equals(TillEvents.CATEGORY)
          && TillEvents.KIND.decode(entry.type(), entry.payload()) instanceof TillCashMoved cash) {
        received = received.plus(cash.received());
        given = given.plus(cash.given());
      }
    }
    // Who pays gets the receipt, and does not learn what the other one has.
    boolean sent = acts.stream().anyMatch(act -> act.kind() == EntryKind.TRANSFER_SENT);
    if (sent) {
      acts.removeIf(act -> act.kind() == EntryKind.TRANSFER_RECEIVED);
    }
    return acts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Receipt(
                branch.letterhead(),
                branch.imprint(original.entry()),
                acts,
                received,
                given,
                copy,
                proof(acts.getFirst().position())));
  }

  /**
   * The longest proof that a code has room for, or the shortest, which the receipt's file has at
   * its side; a paper without one is a receipt all the same.
   */
  private String proof(long position) {
    return branch.ledger().notary().map(notary -> proof(notary, position)).orElse("");
  }

  private static String proof(Notary notary, long position) {
    try {
      return notary
          .prove(position)
          .filter(ActReceipt::fits)
          .or(() -> notary.proveEnvelope(position))
          .map(TlogProof::toText)
          .orElse("");
    } catch (NotContinued | EventStoreException | QueryFailed _) {
      // The customer is waiting: what is wrong is said where the ledger is looked after.
      return "";
    }
  }

  private static boolean fits(TlogProof proof) {
    return proof.toText().getBytes(StandardCharsets.UTF_8).length <= QrCode.MOST_BYTES;
  }

  private Optional<Receipt.Act> act(Entry entry) {
    AccountEvent event = AccountEvents.decode(entry.type(), entry.payload());
    return Move.of(event)
        .map(move ->
            new Receipt.Act(
                move.kind(),
                event.account(),
                branch.holder(event.account()),
                event instanceof TransferReceived e ? e.from().label() : move.with(),
                move.amount().abs(),
                branch
                    .ledger()
                    .inquiries()
                    .account(event.account(), entry.position())
                    .map(then -> then.ledger()),
                event.details().reference(),
                move.narrative(),
                entry.position()));
  }
}
