package counterfoil.desktop;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Workstation;
import java.time.ZoneId;

/** What every part of the window is made with. */
record Fittings(Texts texts, Theme theme, Background background, Workstation workstation) {
  /** At a workstation that remembers nothing. */
  Fittings(Texts texts, Theme theme, Background background) {
    this(texts, theme, background, new Workstation());
  }

  /** The same with texts of its own, which are to be closed. */
  Fittings ofItsOwn() {
    return new Fittings(texts.ofTheirOwn(), theme, background, workstation);
  }

  Figures figures(ZoneId zone) {
    return new Figures(texts, zone);
  }
}
