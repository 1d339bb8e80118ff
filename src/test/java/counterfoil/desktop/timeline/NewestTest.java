package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.desktop.kit.SteppedBackground;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {
  private final SteppedBackground background = new SteppedBackground();
  private final List<Integer> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Newest<Integer, String> newest =
      new Newest<>(
          background,
          question -> {
            asked.add(question);
            if (question < 0) {
              throw new IllegalArgumentException("below zero");
            }
            return "answer to " + question;
          },
          (question, answer) -> told.add(question + ": " + answer),
          fault -> told.add(fault.getMessage()));

  @Test
  void only_the_last_of_the_questions_that_came_meanwhile_is_asked() {
    newest.ask(1);
    newest.ask(2);
    newest.ask(3);
    assertEquals(1, background.waiting());
    background.finishAll();
    assertEquals(List.of(1, 3), asked);
    assertEquals(List.of("1: answer to 1", "3: answer to 3"), told);
  }

  @Test
  void a_question_that_fails_does_not_keep_the_next_from_being_asked() {
    newest.ask(-1);
    newest.ask(2);
    background.finishAll();
    newest.ask(3);
    background.finishAll();
    assertEquals(List.of("below zero", "2: answer to 2", "3: answer to 3"), told);
  }
}
