package counterfoil.desktop.integrity;

/** What no proof can show, said plainly. */
final class LimitsView {}
