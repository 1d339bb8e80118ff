package counterfoil.desktop.paper;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.payload.WorkstationEvents;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Records that a receipt comes out once more, before it does. */
public final class Copies {
  private final Ledger ledger;
  private final Background background;
  private final Handover handover;

  public Copies(Ledger ledger, Desk desk, Background background) {
    this.ledger = ledger;
    this.background = background;
    this.handover = new Handover(desk);
  }

  /**
   * Does nothing while another copy is being recorded.
   *
   * @param position of any entry of the act
   * @param whenRecorded hears which copy it is, 1 for the first
   * @param whenNot hears why there is none
   */
  public void record(long position, Consumer<Integer> whenRecorded, Consumer<Message> whenNot) {
    Consumer<Throwable> fault = why -> whenNot.accept(Faults.message(why));
    handover.hand(
        new Order.ReprintReceipt(position),
        OptionalLong.empty(),
        outcome -> {
          switch (outcome) {
            case Outcome.Posted posted ->
                background.run(() -> number(posted.position()), whenRecorded, fault);
            case Outcome.Refused(_, var refusal) -> whenNot.accept(Refusals.message(refusal));
            case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ ->
                whenNot.accept(Message.of("reports.why.not-permitted"));
          }
        },
        fault);
  }

  private int number(long position) {
    return ledger
        .store()
        .at(position)
        .map(recorded -> WorkstationEvents.KIND.decode(recorded.type(), recorded.payload()))
        .map(event -> event instanceof ReceiptReprinted copy ? copy.copy() : 1)
        .orElse(1);
  }
}
