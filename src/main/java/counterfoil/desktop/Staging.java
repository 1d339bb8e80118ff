package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.counter.Field;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountSelection.Order;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** A workplace with something to see on every screen. */
final class Staging {
  private static final String COUNTER = "counter";

  private final Fittings fittings;
  private final Workplace workplace;
  private final Optional<AccountNumber> account;
  private Optional<CounterViewModel> counter = Optional.empty();

  Staging(Ledger ledger, Fittings fittings) {
    this.fittings = fittings;
    workplace =
        new Workplace(
            ledger,
            ledger.unstaffed(new Actor("Amara Okafor", Actor.TELLER, "WS-02")),
            fittings,
            this::furnish,
            CommonActions.of(fittings));
    account =
        ledger
            .inquiries()
            .accountNumbers(new AccountSelection("", Order.LAST_POSTED, true))
            .stream()
            .findFirst()
            .map(AccountNumber::new);
  }

  private List<Room> furnish(Premises premises, Fittings with) {
    var made = Rooms.counter(premises, with);
    counter = Optional.of(made);
    return Rooms.around(made, premises, with);
  }

  Parent view() {
    return workplace.view();
  }

  List<String> screens() {
    return workplace.shell().navigator().screens().stream().map(Screen::id).toList();
  }

  void show(String screen) {
    var navigator = workplace.shell().navigator();
    if (screen.equals(COUNTER)) {
      account.ifPresent(navigator::openAccount);
    }
    navigator.show(screen);
  }

  /** Types what a teller would, once the screen has its account. */
  void type(String screen) {
    if (screen.equals(COUNTER) && account.isPresent()) {
      counter.ifPresent(viewModel -> {
        viewModel.form().textProperty(Field.AMOUNT).set("1,250.00");
        viewModel.form().textProperty(Field.NARRATIVE).set("Rent, November");
      });
    }
  }

  /** The first letters of a deposit find an act, and holders whose name has them. */
  void search() {
    workplace.palette().show();
    var deposit = fittings.texts().get("counter.action.deposit");
    workplace.palette().queryProperty().set(deposit.substring(0, Math.min(2, deposit.length())));
  }

  void stopSearching() {
    workplace.palette().dismiss();
  }

  void close() {
    workplace.stopWatching();
  }
}
