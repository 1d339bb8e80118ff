package counterfoil.desktop.supervisor;

import counterfoil.desktop.kit.Figures;
import java.time.LocalDate;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Dates as everywhere else on the screens; they are picked, not typed. */
final class DateText extends StringConverter<LocalDate> {
  private final Figures figures;

  DateText(Figures figures) {
    this.figures = figures;
  }

  @Override
  public String toString(@Nullable LocalDate date) {
    return date == null ? "" : figures.date(date);
  }

  @Override
  public @Nullable LocalDate fromString(@Nullable String typed) {
    return null;
  }
}
