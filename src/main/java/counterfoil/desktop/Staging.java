package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountSelection.Order;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;

/** A workplace with something to see on every screen. */
final class Staging {
  private final Workplace workplace;
  private final List<String> accounts;

  Staging(Ledger ledger, Fittings fittings) {
    workplace =
        new Workplace(
            ledger,
            new Actor("Amara Okafor", Actor.TELLER, "WS-02"),
            fittings,
            Rooms::of,
            CommonActions.of(fittings));
    accounts = ledger.inquiries().accountNumbers(new AccountSelection("", Order.LAST_POSTED, true));
  }

  Parent view() {
    return workplace.view();
  }

  List<String> screens() {
    return workplace.shell().navigator().screens().stream().map(Screen::id).toList();
  }

  void show(String screen) {
    if (screen.equals("counter")) {
      account().forEach(workplace.shell().navigator()::openAccount);
    }
    workplace.shell().navigator().show(screen);
  }

  private Stream<AccountNumber> account() {
    return accounts.stream().limit(1).map(AccountNumber::new);
  }

  void search() {
    workplace.palette().show();
    workplace.palette().queryProperty().set(accounts.stream().findFirst().orElse(""));
  }

  void stopSearching() {
    workplace.palette().dismiss();
  }

  void close() {
    workplace.stopWatching();
  }
}
