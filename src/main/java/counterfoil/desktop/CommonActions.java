package counterfoil.desktop;

import counterfoil.desktop.shell.Action;
import java.util.List;
import java.util.Locale;

/** What can be done on every screen of every ledger. */
final class CommonActions {
  private CommonActions() {}

  static List<Action> of(Fittings fittings) {
    var texts = fittings.texts();
    return List.of(
        // The frame itself moves the focus there.
        Action.of("shell.search", "shell.act.search", () -> {}).on("Shortcut+K"),
        Action.of(
            "shell.language",
            "shell.act.language",
            () ->
                texts.use(
                    texts.locale().getLanguage().equals("zh")
                        ? Locale.ENGLISH
                        : Locale.SIMPLIFIED_CHINESE)),
        Action.of("shell.theme", "shell.act.theme", fittings.theme()::chooseNext));
  }
}
