package counterfoil.desktop.shell;

import counterfoil.domain.account.AccountNumber;
import java.util.List;

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

  /** Opens an entry where this is the screen for it; returns whether it is. */
  default boolean openEntry(long position) {
    return false;
  }
}
