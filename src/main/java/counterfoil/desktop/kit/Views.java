package counterfoil.desktop.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views from their FXML in the language of the desktop. */
public final class Views {
  private final Texts texts;
  private final Map<Class<?>, Supplier<?>> controllers;

  /**
   * @param controllers makes each view's controller, and the controllers of what its FXML includes
   */
  public Views(Texts texts, Map<Class<?>, Supplier<?>> controllers) {
    this.texts = texts;
    this.controllers = Map.copyOf(controllers);
  }

  /**
   * The node tree of {@code <SimpleName>.fxml} beside the class.
   *
   * @throws IllegalArgumentException for a class without FXML or without a controller's supplier
   */
  public Parent load(Class<?> view) {
    var fxml = view.getResource(view.getSimpleName() + ".fxml");
    if (fxml == null) {
      throw new IllegalArgumentException("no FXML beside " + view);
    }
    var loader = new FXMLLoader(fxml, texts.bundle());
    loader.setControllerFactory(this::controller);
    try {
      Parent root = loader.load();
      if (loader.getController() == null) {
        throw new IllegalArgumentException("no fx:controller in " + fxml);
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(fxml.toString(), e);
    }
  }

  private Object controller(Class<?> type) {
    var supplier = controllers.get(type);
    if (supplier == null) {
      throw new IllegalArgumentException("nobody makes the controller " + type);
    }
    return Objects.requireNonNull(supplier.get());
  }
}
