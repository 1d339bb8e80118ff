package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;

/**
 * A screen of the desktop. It lives as long as the window; its view is loaded anew when the
 * language changes. Its name is the text {@code shell.screen.<id>}.
 */
public interface Screen {
  /** Such as {@code counter}. */
  String id();

  /** A Feather icon's name, such as {@code fth-users}. */
  String icon();

  /** The class whose FXML is shown. */
  Class<?> view();

  /** Called each time it comes to the front, also with a new view. */
  void shown();

  /** What can be done here, in the order of importance. Always the same objects. */
  default List<Action> actions() {
    return List.of();
  }

  /** Opens an account where this is the screen for it; returns whether it is. */
  default boolean openAccount(AccountNumber number) {
    return false;
  }

  /** Opens a customer where this is the screen for them; returns whether it is. */
  default boolean openCustomer(CustomerNumber number) {
    return false;
  }

  /** Opens an entry where this is the screen for it; returns whether it is. */
  default boolean openEntry(long position) {
    return false;
  }

  /** Makes the proof of an entry where this is the screen for it; returns whether it is. */
  default boolean prove(long position) {
    return false;
  }

  /** Fills its form with what was asked for by a code, where it has one; returns whether it has. */
  default boolean serve(CounterRequest request) {
    return false;
  }

  /** Goes to the opening of a till, where this is the screen for it; returns whether it is. */
  default boolean openTill(Optional<TillId> till) {
    return false;
  }

  /** Why the person at the desk cannot use it; nothing where they can. */
  default Optional<Message> whyNot() {
    return Optional.empty();
  }

  /** How many things wait here for the person; zero shows nothing. */
  default ObservableIntegerValue waiting() {
    return new ReadOnlyIntegerWrapper(0);
  }
}
