package counterfoil.application.acts;

import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.cheque.ChequeDecider;
import counterfoil.domain.cheque.ChequeEvent;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import counterfoil.domain.cheque.ChequeKey;
import counterfoil.domain.cheque.ChequeState;
import counterfoil.domain.cheque.DrawerKey;
import counterfoil.proof.TreeHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cheques on paper of an act while it is decided. For one thread, once. */
final class Cheques {
  private final Standing standing;
  private final LocalDate businessDate;
  private final Map<ChequeKey, List<ChequeEvent>> events = new LinkedHashMap<>();

  Cheques(Standing standing, LocalDate businessDate) {
    this.standing = standing;
    this.businessDate = businessDate;
  }

  private static ChequeKey key(Cheque cheque) {
    return ChequeKey.of(TreeHash.sha256().digest(ChequeKey.message(cheque)));
  }

  private static Optional<DrawerKey> drawer(Cheque cheque) {
    return DrawerKey.message(cheque).map(TreeHash.sha256()::digest).map(DrawerKey::of);
  }

  /** The streams of the cheques that the commands take in, each once. */
  static List<Concern> concerns(List<AccountCommand> commands) {
    return concernsOf(
        commands.stream()
            .filter(DepositCheque.class::isInstance)
            .map(command -> key(((DepositCheque) command).cheque())));
  }

  /** The streams of cheques that were taken in, each once. */
  static List<Concern> concerns(Stream<ChequePresented> taken) {
    return concernsOf(taken.map(ChequePresented::cheque));
  }

  private static List<Concern> concernsOf(Stream<ChequeKey> cheques) {
    return cheques.distinct().map(cheque -> Concern.writes(Subjects.cheque(cheque))).toList();
  }

  /** Takes in the cheque of a command that has one, or says why not. */
  Optional<Refusal> take(AccountCommand command) {
    if (!(command instanceof DepositCheque deposit)) {
      return Optional.empty();
    }
    ChequeKey key = key(deposit.cheque());
    var paper = new ChequePresented(key, drawer(deposit.cheque()), deposit.account(), businessDate);
    return switch (ChequeDecider.present(state(key), deposit.cheque().number(), paper)) {
      case Decision.Refused<ChequeEvent>(var refusal) -> Optional.of(refusal);
      case Decision.Accepted<ChequeEvent>(var decided) -> {
        add(key, decided);
        yield Optional.empty();
      }
    };
  }

  void handBack(ChequePresented paper) {
    add(paper.cheque(), ChequeDecider.handBack(state(paper.cheque()), paper));
  }

  private ChequeState state(ChequeKey cheque) {
    ChequeState state = standing.of(Subjects.cheque(cheque));
    for (ChequeEvent event : events.getOrDefault(cheque, List.of())) {
      state = state.after(event);
    }
    return state;
  }

  private void add(ChequeKey cheque, List<ChequeEvent> more) {
    if (!more.isEmpty()) {
      events.computeIfAbsent(cheque, _ -> new ArrayList<>()).addAll(more);
    }
  }

  List<Change<?, ?>> changes() {
    List<Change<?, ?>> changes = new ArrayList<>();
    events.forEach((cheque, own) -> changes.add(new Change<>(Subjects.cheque(cheque), own)));
    return changes;
  }
}
