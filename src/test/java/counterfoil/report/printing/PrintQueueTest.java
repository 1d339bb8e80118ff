package counterfoil.report.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.report.Papers;
import counterfoil.report.SamplePapers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.printing.Printing.Failed;
import counterfoil.report.printing.Printing.NoPrinter;
import counterfoil.report.printing.Printing.Printed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Papers that a printer takes or does not take. */
class PrintQueueTest {
  private static final PaperLayout RECEIPT =
      new Papers(new Typefaces(), SamplePapers.english().texts())
          .receipt(SamplePapers.english().receipt(), PaperFormat.ROLL_80);

  private final List<PaperLayout> printed = new ArrayList<>();
  private Printing answer = new Printed("Counter");
  private final PrintQueue queue =
      new PrintQueue(paper -> {
        if (answer instanceof Printed) {
          printed.add(paper);
        }
        return answer;
      });

  @Test
  void a_paper_that_was_printed_does_not_wait() {
    assertEquals(new Printed("Counter"), queue.print(RECEIPT));
    assertEquals(List.of(RECEIPT), printed);
    assertEquals(List.of(), queue.waiting());
  }

  @Test
  void a_paper_without_a_printer_waits_until_there_is_one() {
    answer = new NoPrinter();
    assertEquals(new NoPrinter(), queue.print(RECEIPT));
    var waiting = queue.waiting().getFirst();
    assertEquals(new NoPrinter(), waiting.last());
    answer = new Failed("Counter");
    queue.again(waiting);
    assertEquals(new Failed("Counter"), queue.waiting().getFirst().last());
    answer = new Printed("Counter");
    assertEquals(new Printed("Counter"), queue.again(waiting));
    assertEquals(List.of(), queue.waiting());
    assertEquals(List.of(RECEIPT), printed);
  }

  @Test
  void a_paper_may_be_given_up() {
    answer = new NoPrinter();
    queue.print(RECEIPT);
    queue.print(RECEIPT);
    queue.giveUp(queue.waiting().getFirst());
    assertEquals(List.of(2L), queue.waiting().stream().map(PrintQueue.Waiting::number).toList());
  }

  @Test
  void only_so_many_wait() {
    answer = new NoPrinter();
    for (int i = 0; i <= PrintQueue.MOST_WAITING; i++) {
      queue.print(RECEIPT);
    }
    assertEquals(PrintQueue.MOST_WAITING, queue.waiting().size());
    assertEquals(2, queue.waiting().getFirst().number());
  }
}
