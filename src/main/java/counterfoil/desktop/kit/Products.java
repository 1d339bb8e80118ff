package counterfoil.desktop.kit;

import java.util.List;

/**
 * Products by the names that people know them by. An entry records a product's code, such as {@code
 * current}; one that is not known here is called as it was recorded.
 */
public final class Products {
  private static final List<String> KNOWN = List.of("current", "savings");

  private final Texts texts;

  public Products(Texts texts) {
    this.texts = texts;
  }

  /** The names offered for a new account. */
  public List<String> names() {
    return KNOWN.stream().map(this::name).toList();
  }

  public String name(String recorded) {
    return KNOWN.contains(recorded) ? texts.get("kit.product." + recorded) : recorded;
  }

  /** What is recorded for a name; a name that is not known here is recorded as it is. */
  public String recorded(String name) {
    return KNOWN.stream()
        .filter(code -> name(code).equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElse(name);
  }
}
