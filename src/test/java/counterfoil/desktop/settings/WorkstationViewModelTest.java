package counterfoil.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Workstation;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkstationViewModelTest {
  private final Workstation workstation = new Workstation();
  private final WorkstationViewModel pane = new WorkstationViewModel(workstation, "WS-02");

  private String note() {
    return pane.noteProperty().get().map(new Texts(Locale.ENGLISH)::text).orElse("");
  }

  @Test
  void another_name_holds_from_the_next_sign_in_on_and_that_is_said() {
    assertEquals("WS-02", pane.nameProperty().get());
    pane.nameProperty().set(" Window 3 ");
    pane.save();
    assertEquals(Optional.of("Window 3"), workstation.nameProperty().get());
    assertTrue(note().startsWith("It is called Window 3 from the next sign-in on."), note());
    pane.nameProperty().set("WS-02");
    pane.save();
    assertEquals("", note());
  }

  @Test
  void what_is_no_name_is_refused_and_the_old_one_stays() {
    pane.nameProperty().set("  ");
    pane.save();
    assertTrue(pane.problemProperty().get().isPresent());
    assertEquals(Optional.empty(), workstation.nameProperty().get());
    pane.undo();
    assertEquals("WS-02", pane.nameProperty().get());
    assertTrue(pane.problemProperty().get().isEmpty());
  }
}
