package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found, as far as anybody wants to read it. */
final class PackFindings {
  private static final int MOST = 1000;

  private final List<PackFinding> list = new ArrayList<>();
  private long more;

  void add(Kind kind, long position, String what) {
    add(new PackFinding(kind, position, what));
  }

  void add(PackFinding finding) {
    if (list.size() < MOST) {
      list.add(finding);
    } else {
      more++;
    }
  }

  /** In the order of positions. */
  List<PackFinding> sorted() {
    return list.stream().sorted(Comparator.comparingLong(PackFinding::position)).toList();
  }

  /** How many there are beyond those that are listed. */
  long more() {
    return more;
  }
}
