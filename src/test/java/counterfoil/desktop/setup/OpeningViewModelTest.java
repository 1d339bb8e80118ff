package counterfoil.desktop.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.application.MemoryLedgers;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.setup.OpeningViewModel.State;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningViewModelTest {
  private static final Path FOLDER = Path.of("riverside");
  private static final Path OTHER = Path.of("harbour");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final MemoryLedgers ledgers = new MemoryLedgers(InstantSource.fixed(NOW));
  private final List<Ledger> opened = new ArrayList<>();
  private final List<Runnable> onScreen = new ArrayList<>();

  private OpeningViewModel opening(Ledgers from) {
    return new OpeningViewModel(
        from, new LedgerPlace.Folder(FOLDER), new DirectBackground(), onScreen::add, opened::add);
  }

  private void found(Path folder) {
    ledgers.found(folder, new Charter("test", "Riverside", "EUR", ZoneOffset.UTC, NOW, false));
  }

  @Test
  void a_ledger_that_opens_is_handed_over() {
    found(FOLDER);
    var viewModel = opening(ledgers);
    viewModel.open();
    assertEquals(1, opened.size());
    assertInstanceOf(State.Working.class, viewModel.stateProperty().get());
  }

  @Test
  void a_ledger_that_does_not_open_leaves_one_sentence() {
    var viewModel = opening(ledgers);
    viewModel.open();
    var failed = assertInstanceOf(State.Failed.class, viewModel.stateProperty().get());
    assertEquals("kit.ledger.missing", failed.message().key());
    assertTrue(opened.isEmpty());
  }

  @Test
  void another_attempt_may_succeed() {
    var viewModel = opening(ledgers);
    viewModel.open();
    found(FOLDER);
    viewModel.open();
    assertEquals(1, opened.size());
  }

  @Test
  void another_folder_may_be_opened_instead() {
    found(OTHER);
    var viewModel = opening(ledgers);
    viewModel.open();
    viewModel.open(OTHER);
    assertEquals(1, opened.size());
    assertEquals(new LedgerPlace.Folder(OTHER), viewModel.place());
  }

  @Test
  void progress_comes_to_the_screen_once_at_a_time_however_often_it_is_reported() {
    found(FOLDER);
    var viewModel = opening(new Reporting());
    viewModel.open();
    assertEquals(1, onScreen.size());
    onScreen.getFirst().run();
    assertEquals(1.0, viewModel.progressProperty().get());
  }

  /** Reports four times before the screen looks. */
  private final class Reporting implements Ledgers {
    @Override
    public boolean present(LedgerPlace place) {
      return ledgers.present(place);
    }

    @Override
    public Ledger open(LedgerPlace place, Progress progress) {
      for (int done = 1; done <= 4; done++) {
        assertTrue(progress.report(done, 4));
      }
      return ledgers.open(place, progress);
    }

    @Override
    public Ledger found(LedgerPlace place, Charter charter) {
      return ledgers.found(place, charter);
    }

    @Override
    public Ledgers at(InstantSource clock) {
      return ledgers.at(clock);
    }
  }
}
