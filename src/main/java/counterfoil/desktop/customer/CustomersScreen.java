package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.customer.CustomerNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The customers among the desktop's screens. */
public final class CustomersScreen implements Screen {
  private final CustomersViewModel customers;
  private final List<Action> actions;

  public CustomersScreen(CustomersViewModel customers) {
    this.customers = customers;
    this.actions =
        List.of(
            Action.of("customer.register", "customer.action.register", customers::register)
                .on("F6"),
            Action.of("customer.save", "customer.action.save", customers::save).on("Shortcut+S"),
            Action.of("customer.find", "customer.action.find", customers::find).on("Shortcut+F"));
  }

  /** What makes the controller of its view. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    return Map.of(
        CustomersView.class, () -> new CustomersView(customers, texts, figures, navigation, head));
  }

  @Override
  public String id() {
    return "customers";
  }

  @Override
  public String icon() {
    return "fth-users";
  }

  @Override
  public Class<?> view() {
    return CustomersView.class;
  }

  @Override
  public void shown() {
    customers.refresh();
    if (customers.cardProperty().get().isEmpty()) {
      customers.find();
    }
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean openCustomer(CustomerNumber number) {
    customers.open(number);
    return true;
  }
}
