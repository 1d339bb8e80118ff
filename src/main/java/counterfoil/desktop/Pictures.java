package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Ledgers;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.setup.BranchForm;
import counterfoil.desktop.setup.SetupView;
import counterfoil.desktop.setup.SetupViewModel;
import counterfoil.eventstore.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;

/** Every screen as a picture, in light and in dark; needs no display. */
public final class Pictures {
  private static final ServerAddress BRANCH_SERVER =
      ServerAddress.parse("postgresql://counterfoil@db.riverside.example/riverside", "");

  private final Ledgers ledgers;
  private final Locale language;

  public Pictures(Ledgers ledgers, Locale language) {
    this.ledgers = ledgers;
    this.language = language;
  }

  /**
   * Writes {@code <screen>-light.png} and {@code <screen>-dark.png} for every screen on {@code
   * ledger}, for the palette, the first start, the door, the lock and the till into {@code
   * directory}, which is made where missing. Starts the toolkit without a display if it does not
   * run; then it also ends it, and there is no starting it again in this process.
   *
   * @return the files written
   */
  public List<Path> write(Ledger ledger, Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory.toString(), e);
    }
    boolean started = Photographer.startToolkit();
    try {
      return take(ledger, directory);
    } finally {
      if (started) {
        Platform.exit();
      }
    }
  }

  private List<Path> take(Ledger ledger, Path directory) {
    var settling = new Settling(new VirtualThreads());
    var photographer = new Photographer(settling::settled);
    var fittings =
        Photographer.onScreen(
            () -> new Fittings(new Texts(language), new Theme(Theme.Choice.LIGHT), settling));
    var files = new ArrayList<Path>();
    var stage = Photographer.onScreen(() -> new Staging(ledger, fittings));
    var staffed = new StaffedStaging(ledgers, Instant.now());
    for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      var ending = "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
      photographer.arrange(() -> fittings.theme().choiceProperty().set(choice));
      photographer.put(stage::view);
      for (var screen : stage.screens()) {
        photographer.arrange(() -> stage.show(screen));
        photographer.settle();
        photographer.arrange(() -> stage.type(screen));
        files.add(photographer.take(directory.resolve(screen + ending)));
      }
      photographer.arrange(() -> stage.show(stage.screens().getFirst()));
      photographer.arrange(stage::search);
      files.add(photographer.take(directory.resolve("palette" + ending)));
      photographer.arrange(stage::stopSearching);
      photographer.put(() -> staffed.closing(fittings));
      files.add(photographer.take(directory.resolve("till-closing" + ending)));
      photographer.put(() -> staffed.opening(fittings));
      files.add(photographer.take(directory.resolve("till-opening" + ending)));
      photographer.put(() -> staffed.door(fittings));
      files.add(photographer.take(directory.resolve("signin" + ending)));
      photographer.put(() -> staffed.lock(fittings));
      files.add(photographer.take(directory.resolve("lock" + ending)));
      photographer.put(() -> firstStart(fittings, Optional.empty()));
      files.add(photographer.take(directory.resolve("setup" + ending)));
      photographer.put(() -> firstStart(fittings, Optional.of(BRANCH_SERVER)));
      files.add(photographer.take(directory.resolve("setup-server" + ending)));
    }
    Photographer.onScreen(() -> {
      stage.close();
      staffed.stopWatching();
      fittings.theme().close();
      return true;
    });
    photographer.leave();
    staffed.close();
    return files;
  }

  private Parent firstStart(Fittings fittings, Optional<ServerAddress> server) {
    var nowhere = Path.of("no-such-ledger");
    var viewModel =
        new SetupViewModel(
            new SetupViewModel.Parts(
                ledgers,
                nowhere,
                nowhere,
                InstantSource.system(),
                ZoneOffset.UTC,
                (_, _, _, _) -> {},
                fittings.background(),
                Platform::runLater),
            new BranchForm(Locale.GERMANY, "Amara Okafor", "WS-02"),
            server,
            Ledger::close);
    return new Views(
            fittings.texts(),
            Map.of(SetupView.class, () -> new SetupView(viewModel, fittings.texts())))
        .load(SetupView.class);
  }
}
