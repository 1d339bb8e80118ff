package counterfoil.report.layout;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A paper as it will look, whoever draws it. Equal contents give equal layouts.
 *
 * @param title what the paper is, for whoever lists or opens it
 * @param madeAt the moment the paper speaks of, never the clock's
 * @param pages at least one
 * @param proof of what the paper says, as a text; goes beside it wherever it goes as a file
 */
public record PaperLayout(
    String title, Locale language, Instant madeAt, List<Page> pages, Optional<String> proof) {
  /**
   * @throws IllegalArgumentException if there is no page
   */
  public PaperLayout {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a paper has at least one page");
    }
    pages = List.copyOf(pages);
  }

  /** The same paper with a proof. */
  public PaperLayout provenBy(String text) {
    return new PaperLayout(title, language, madeAt, pages, Optional.of(text));
  }
}
