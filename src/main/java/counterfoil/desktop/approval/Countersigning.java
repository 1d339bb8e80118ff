package counterfoil.desktop.approval;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import java.time.InstantSource;

/** How acts of one desk get a second signature: at the desk itself, or from the queue. */
public record Countersigning(SigningViewModel signing, WaitingActs waiting) {
  public static Countersigning at(
      Desk desk, ApprovalQuestions approvals, Background background, InstantSource clock) {
    var waiting = new WaitingActs(desk, approvals, background, clock);
    return new Countersigning(new SigningViewModel(desk, waiting), waiting);
  }
}
