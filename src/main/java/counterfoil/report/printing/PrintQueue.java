package counterfoil.report.printing;

import counterfoil.report.layout.PaperLayout;
import counterfoil.report.printing.Printing.Printed;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints papers, and keeps those that could not be printed until they are printed or given up. It
 * lasts as long as the program: a receipt that still waits at its end can be printed again from its
 * entry. May be used from any thread.
 */
public final class PrintQueue implements Printer {
  /** More do not wait: with no printer all day the eldest goes when another one comes. */
  public static final int MOST_WAITING = 200;

  /**
   * A paper that waits.
   *
   * @param number grows with every paper that had to wait
   * @param last what became of it when it was last tried
   */
  public record Waiting(long number, PaperLayout paper, Printing last) {}

  private final Printer printer;
  private final List<Waiting> waiting = new ArrayList<>();
  private long lastNumber;

  public PrintQueue(Printer printer) {
    this.printer = printer;
  }

  /** Prints a paper; what could not be printed waits. */
  @Override
  public Printing print(PaperLayout paper) {
    // Not under the lock: a printer may take seconds, and the list is asked from the screen.
    var printing = printer.print(paper);
    if (!(printing instanceof Printed)) {
      keep(paper, printing);
    }
    return printing;
  }

  private synchronized void keep(PaperLayout paper, Printing printing) {
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    waiting.add(new Waiting(++lastNumber, paper, printing));
  }

  /** What waits, the eldest first. */
  public synchronized List<Waiting> waiting() {
    return List.copyOf(waiting);
  }

  /** Tries one that waits once more; it leaves the list when it is printed. */
  public Printing again(Waiting paper) {
    var printing = printer.print(paper.paper());
    synchronized (this) {
      var place = placeOf(paper);
      if (place >= 0) {
        if (printing instanceof Printed) {
          waiting.remove(place);
        } else {
          waiting.set(place, new Waiting(paper.number(), paper.paper(), printing));
        }
      }
    }
    return printing;
  }

  /** Takes one off the list unprinted. */
  public synchronized void giveUp(Waiting paper) {
    var place = placeOf(paper);
    if (place >= 0) {
      waiting.remove(place);
    }
  }

  private int placeOf(Waiting paper) {
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).number() == paper.number()) {
        return i;
      }
    }
    return -1;
  }
}
