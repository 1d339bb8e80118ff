package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cheque.ChequeEvent.ChequeHandedBack;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cheques of one number and bank as their events have made them.
 *
 * @param presented those that were taken in and not handed back, each of another drawer
 */
public record ChequeState(List<Presented> presented) {
  /** None was ever seen here. */
  public static final ChequeState NOTHING = new ChequeState(List.of());

  public ChequeState {
    presented = List.copyOf(presented);
  }

  /** One that was taken in. */
  public record Presented(Optional<DrawerKey> drawer, AccountNumber account, LocalDate on) {
    /** Whether they may be one piece of paper: unless both drawers are known, nobody can tell. */
    boolean maybe(Optional<DrawerKey> other) {
      return drawer.isEmpty() || other.isEmpty() || drawer.equals(other);
    }
  }

  /** The one of exactly that drawer, or of nobody's. */
  Optional<Presented> of(Optional<DrawerKey> drawer) {
    return presented.stream().filter(one -> one.drawer().equals(drawer)).findFirst();
  }

  /** The state after {@code event}, which may follow any other. */
  public ChequeState after(ChequeEvent event) {
    Stream<Presented> others =
        presented.stream().filter(one -> !one.drawer().equals(event.drawer()));
    return switch (event) {
      case ChequePresented e ->
          new ChequeState(
              Stream.concat(others, Stream.of(new Presented(e.drawer(), e.account(), e.on())))
                  .toList());
      case ChequeHandedBack _ -> new ChequeState(others.toList());
    };
  }
}
