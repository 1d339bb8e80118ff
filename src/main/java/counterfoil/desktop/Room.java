package counterfoil.desktop;

import counterfoil.desktop.shell.Screen;
import java.util.Map;
import java.util.function.Supplier;

/** A screen and what makes the controllers of its views. */
record Room(Screen screen, Map<Class<?>, Supplier<?>> controllers) {}
