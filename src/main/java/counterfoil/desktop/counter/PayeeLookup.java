package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Looks up the account that money goes to while its number is typed. */
final class PayeeLookup {
  private final LatestQuestion<AccountNumber, Optional<AccountLine>> question;
  private final ReadOnlyObjectWrapper<Optional<AccountLine>> account =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<AccountState>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<AccountNumber> sought = Optional.empty();

  PayeeLookup(Inquiries inquiries, Background background) {
    // A fault leaves the payee unknown; the ledger says at posting what is wrong with it.
    question = new LatestQuestion<>(background, inquiries::account, this::answered, _ -> {});
  }

  /** The account, if there is one of the number typed. */
  ReadOnlyObjectProperty<Optional<AccountLine>> accountProperty() {
    return account.getReadOnlyProperty();
  }

  /** What the payee's account is, {@link Unopened} for none; empty while that is not known. */
  ReadOnlyObjectProperty<Optional<AccountState>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void seek(String typed) {
    sought = AccountNumber.parse(typed.strip());
    account.set(Optional.empty());
    state.set(Optional.empty());
    refresh();
  }

  void refresh() {
    sought.ifPresent(question::ask);
  }

  private void answered(AccountNumber asked, Optional<AccountLine> answer) {
    if (sought.filter(asked::equals).isPresent()) {
      account.set(answer);
      state.set(Optional.of(answer.map(Served::state).orElseGet(Unopened::new)));
    }
  }
}
