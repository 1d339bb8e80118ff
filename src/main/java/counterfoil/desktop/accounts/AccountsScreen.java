package counterfoil.desktop.accounts;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import counterfoil.projection.AccountSelection.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** The balance table among the desktop's screens. */
public final class AccountsScreen implements Screen {
  static final KeyCombination FILTER_KEYS = KeyCombination.valueOf("Shortcut+F");

  private final AccountsViewModel accounts;
  private final List<Action> actions;

  public AccountsScreen(AccountsViewModel accounts) {
    this.accounts = accounts;
    List<Action> all = new ArrayList<>();
    all.add(
        Action.of("accounts.filter", "accounts.action.filter", accounts::wishToFilter)
            .on(FILTER_KEYS.getName()));
    for (Order order : Order.values()) {
      String name = order.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.add(
          Action.of(
              "accounts.sort." + name,
              "accounts.action.sort." + name,
              () -> accounts.sortOrTurn(order)));
    }
    this.actions = List.copyOf(all);
  }

  /** What makes the controllers of the table's view. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    return Map.of(
        AccountsView.class, () -> new AccountsView(accounts, head, navigation, texts, figures));
  }

  @Override
  public String id() {
    return "accounts";
  }

  @Override
  public String icon() {
    return "fth-book-open";
  }

  @Override
  public Class<?> view() {
    return AccountsView.class;
  }

  @Override
  public void shown() {
    accounts.refresh();
    accounts.wishToFilter();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
