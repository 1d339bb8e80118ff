package counterfoil.desktop;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import java.time.ZoneId;

/** What every part of the window is made with. */
record Fittings(Texts texts, Theme theme, Background background) {
  Figures figures(ZoneId zone) {
    return new Figures(texts, zone);
  }
}
