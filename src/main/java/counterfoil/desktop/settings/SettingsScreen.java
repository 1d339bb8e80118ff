package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The settings among the desktop's screens. */
public final class SettingsScreen implements Screen {
  private final SettingsViewModel settings;
  private final List<Action> actions;

  public SettingsScreen(SettingsViewModel settings) {
    this.settings = settings;
    this.actions =
        Arrays.stream(Section.values())
            .map(section ->
                Action.of(
                    "settings." + section.word(),
                    "settings.section." + section.word(),
                    () -> settings.sectionProperty().set(section)))
            .toList();
  }

  /** What makes the controllers of its view. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Theme theme, Workstation workstation, Navigation navigation) {
    return Map.of(
        SettingsView.class,
        () -> new SettingsView(settings, texts, figures, theme, workstation, navigation));
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String icon() {
    return "fth-settings";
  }

  @Override
  public Class<?> view() {
    return SettingsView.class;
  }

  @Override
  public void shown() {
    settings.refresh();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
