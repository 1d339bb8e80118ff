package counterfoil.desktop.supervisor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What each business date was over, above the line, and short, below it. */
public final class DifferenceChart extends Pane {
  private final Region axis = new Region();
  private final List<Bar> bars = new ArrayList<>();
  private LocalDate last = LocalDate.EPOCH;
  private int days = 1;
  private double most = 1;

  private record Bar(Region region, LocalDate date, double amount) {}

  public DifferenceChart() {
    getStyleClass().add("difference-chart");
    axis.getStyleClass().add("chart-axis");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  void show(LocalDate upTo, int daysShown, List<TellerDifferences> differences) {
    last = upTo;
    days = daysShown;
    Map<LocalDate, double[]> sums = new TreeMap<>();
    for (var teller : differences) {
      teller
          .byDate()
          .forEach((date, money) -> {
            double amount = money.getAmount().doubleValue();
            sums.computeIfAbsent(date, _ -> new double[2])[amount > 0 ? 0 : 1] += amount;
          });
    }
    bars.clear();
    most = 0;
    sums.forEach((date, overAndShort) -> {
      for (double amount : overAndShort) {
        if (amount != 0) {
          var region = new Region();
          region.getStyleClass().add(amount > 0 ? "over-bar" : "short-bar");
          bars.add(new Bar(region, date, amount));
          most = Math.max(most, Math.abs(amount));
        }
      }
    });
    getChildren().setAll(axis);
    bars.forEach(bar -> getChildren().add(bar.region()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.round(getHeight() / 2);
    axis.resizeRelocate(0, middle, getWidth(), 1);
    double step = getWidth() / days;
    double width = Math.clamp(step - 3, 2, 14);
    for (var bar : bars) {
      long back = ChronoUnit.DAYS.between(bar.date(), last);
      double centre = getWidth() - (back + 0.5) * step;
      double height = Math.max(2, Math.abs(bar.amount()) / most * (middle - 4));
      bar.region()
          .resizeRelocate(
              centre - width / 2, bar.amount() > 0 ? middle - height : middle + 1, width, height);
    }
  }
}
