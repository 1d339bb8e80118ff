package counterfoil.desktop.shell;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Knows the screens of a window, and which one is in front. */
public final class Navigator implements Navigation {
  private final ReadOnlyObjectWrapper<Optional<Screen>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Screen> screens = List.of();

  /**
   * Makes the screens known, in the order of the rail, and brings the first to the front. Screens
   * lead to each other through this object, so it is there before they are.
   */
  public void furnish(List<Screen> all) {
    screens = List.copyOf(all);
    shown.set(screens.stream().findFirst());
  }

  public List<Screen> screens() {
    return screens;
  }

  /** The screen in front; nothing before there is one. */
  public ReadOnlyObjectProperty<Optional<Screen>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void show(String screenId) {
    show(
        screens.stream()
            .filter(screen -> screen.id().equals(screenId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no screen " + screenId)));
  }

  void show(Screen screen) {
    if (shown.get().filter(screen::equals).isEmpty()) {
      shown.set(Optional.of(screen));
    }
  }

  @Override
  public boolean has(String screenId) {
    return screens.stream().anyMatch(screen -> screen.id().equals(screenId));
  }

  @Override
  public void openAccount(AccountNumber number) {
    lead(screen -> screen.openAccount(number));
  }

  @Override
  public void openCustomer(CustomerNumber number) {
    lead(screen -> screen.openCustomer(number));
  }

  @Override
  public void openEntry(long position) {
    lead(screen -> screen.openEntry(position));
  }

  @Override
  public void prove(long position) {
    lead(screen -> screen.prove(position));
  }

  /** Brings what was asked for by a code to the counter's form. */
  void serve(CounterRequest request) {
    lead(screen -> screen.serve(request));
  }

  /** Goes to the opening of a till. */
  void openTill(Optional<TillId> till) {
    lead(screen -> screen.openTill(till));
  }

  private void lead(Predicate<Screen> taking) {
    screens.stream().filter(taking).findFirst().ifPresent(this::show);
  }
}
