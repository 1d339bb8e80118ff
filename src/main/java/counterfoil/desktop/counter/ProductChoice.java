package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.branch.Product;
import java.util.List;
import javafx.scene.control.ComboBox;

/** The products that an account can be opened as; the form keeps the code, which is recorded. */
final class ProductChoice {
  private final ComboBox<String> choice;
  private final CounterForm form;
  private final BranchNow branch;
  private final Products products;

  ProductChoice(ComboBox<String> choice, CounterForm form, BranchNow branch, Texts texts) {
    this.choice = choice;
    this.form = form;
    this.branch = branch;
    this.products = new Products(texts);
  }

  void offer() {
    var recorded = form.textProperty(Field.PRODUCT);
    var inScene = choice.sceneProperty().map(_ -> true).orElse(false);
    choice.getItems().setAll(names());
    if (recorded.get().isEmpty()) {
      recorded.set(code(choice.getItems().getFirst()));
    }
    choice.getEditor().setText(name(recorded.get()));
    choice.getEditor().textProperty().subscribe(typed -> recorded.set(code(typed)));
    branch
        .factsProperty()
        .when(inScene)
        .subscribe(_ -> {
          if (!choice.getItems().equals(names())) {
            choice.getItems().setAll(names());
          }
        });
  }

  private List<Product> offered() {
    return branch.settings().products(form.currency());
  }

  private List<String> names() {
    return offered().stream().map(product -> name(product.code())).toList();
  }

  /** The two built-in ones are named in the language of the desktop, unless the branch has. */
  private String name(String code) {
    return branch.settings().products().containsKey(code)
        ? branch.settings().products().get(code).name()
        : products.name(code);
  }

  private String code(String name) {
    return offered().stream()
        .map(Product::code)
        .filter(code -> name(code).equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseGet(() -> products.recorded(name));
  }
}
