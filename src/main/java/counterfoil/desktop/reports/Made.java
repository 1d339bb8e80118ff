package counterfoil.desktop.reports;

import counterfoil.desktop.reports.Kind.Format;
import counterfoil.report.layout.PaperLayout;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A paper that was made.
 *
 * @param files its other forms, each made when it is wanted; not on the screen's thread
 */
record Made(Kind kind, PaperLayout paper, Map<Format, Supplier<byte[]>> files) {
  Made {
    files = Map.copyOf(files);
  }
}
