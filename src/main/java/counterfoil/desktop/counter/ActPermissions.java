package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which acts cannot be done now, and why: by whom, and to which account. */
final class ActPermissions {
  /** What takes tills back, or names registered customers. */
  private static final Set<Act> NEEDS_STAFF =
      EnumSet.of(Act.REVERSE, Act.ADD_HOLDER, Act.REMOVE_HOLDER);

  private final Desk desk;
  private final AccountSheet sheet;

  ActPermissions(Desk desk, AccountSheet sheet) {
    this.desk = desk;
    this.sheet = sheet;
  }

  Optional<Message> whyNot(Act act) {
    return role(act).or(() -> act.needsAccount() ? account(act) : Optional.empty());
  }

  /** Without staff everybody may do what concerns accounts alone; nothing can be approved there. */
  private Optional<Message> role(Act act) {
    if (!desk.staffed()) {
      return NEEDS_STAFF.contains(act)
          ? Optional.of(Message.of("counter.problem.needs-staff"))
          : Optional.empty();
    }
    return desk.may(act.permission())
        ? Optional.empty()
        : Optional.of(Message.of("counter.problem.not-permitted"));
  }

  private Optional<Message> account(Act act) {
    Optional<AccountLine> line = sheet.accountProperty().get();
    if (line.isEmpty()) {
      return Optional.of(Message.of("counter.problem.no-account"));
    }
    if (line.get().status() == AccountStatus.CLOSED) {
      return Optional.of(Message.of("kit.refusal.account-closed", line.get().number()));
    }
    Optional<Open> open =
        sheet.served().map(Served::state).filter(Open.class::isInstance).map(Open.class::cast);
    return switch (act) {
      case RELEASE ->
          open.filter(account -> account.holds().isEmpty())
              .map(_ -> Message.of("counter.problem.no-holds"));
      case FREEZE ->
          open.filter(account -> account.frozen().isPresent())
              .map(_ -> Message.of("counter.problem.frozen-already"));
      case UNFREEZE ->
          open.filter(account -> account.frozen().isEmpty())
              .map(_ -> Message.of("counter.problem.not-frozen"));
      case DEPOSIT,
          WITHDRAW,
          TRANSFER,
          CHEQUE,
          OPEN,
          CLOSE,
          HOLD,
          FEE,
          OVERDRAFT,
          MINIMUM,
          ADD_HOLDER,
          REMOVE_HOLDER,
          REVERSE ->
          Optional.empty();
    };
  }
}
