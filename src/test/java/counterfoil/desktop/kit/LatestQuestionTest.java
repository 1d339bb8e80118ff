package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestQuestionTest {
  private final SteppedBackground background = new SteppedBackground();
  private final List<String> asked = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final LatestQuestion<String, String> question =
      new LatestQuestion<>(
          background,
          q -> {
            asked.add(q);
            if (q.equals("fails")) {
              throw new IllegalStateException(q);
            }
            return q;
          },
          (q, answer) -> shown.add(answer),
          fault -> shown.add("fault"));

  @Test
  void of_questions_that_come_while_one_is_under_way_only_the_last_is_asked() {
    question.ask("n");
    question.ask("na");
    question.ask("nad");
    background.finishAll();
    assertEquals(List.of("n", "nad"), asked);
  }

  @Test
  void an_answer_is_dropped_when_another_question_waits() {
    question.ask("n");
    question.ask("na");
    background.finishAll();
    assertEquals(List.of("na"), shown);
  }

  @Test
  void the_same_question_asked_again_while_under_way_is_answered_each_time() {
    question.ask("n");
    question.ask("n");
    background.finishAll();
    assertEquals(List.of("n", "n"), shown);
  }

  @Test
  void after_a_fault_the_next_question_is_asked() {
    question.ask("fails");
    background.finishAll();
    question.ask("n");
    background.finishAll();
    assertEquals(List.of("fault", "n"), shown);
  }
}
