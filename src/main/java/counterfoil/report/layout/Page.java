package counterfoil.report.layout;

import java.util.List;

/** One page; measures are points, 72 to the inch, from its upper left corner. */
public record Page(double width, double height, List<Mark> marks) {
  public Page {
    marks = List.copyOf(marks);
  }
}
