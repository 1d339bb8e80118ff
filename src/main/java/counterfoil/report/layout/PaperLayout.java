package counterfoil.report.layout;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A paper as it will look, whoever draws it. Equal contents give equal layouts.
 *
 * @param title what the paper is, for whoever lists or opens it
 * @param madeAt the moment the paper speaks of, never the clock's
 * @param pages at least one
 */
public record PaperLayout(String title, Locale language, Instant madeAt, List<Page> pages) {
  /**
   * @throws IllegalArgumentException if there is no page
   */
  public PaperLayout {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a paper has at least one page");
    }
    pages = List.copyOf(pages);
  }
}
