package counterfoil.desktop.settings;

import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.Settings;
import counterfoil.projection.StaffLine;
import java.util.List;

/**
 * The branch's settings and people, read at once.
 *
 * @param history every change, newest first
 */
record SettingsShown(
    Settings settings, List<Product> products, List<StaffLine> staff, List<ChangeLine> history) {}
