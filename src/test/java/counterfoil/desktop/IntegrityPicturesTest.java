package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Session;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.VirtualThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parts of the Integrity screen, each in the state that one sees it in, as pictures to look at:
 * they are left in {@code target/pictures}.
 */
class IntegrityPicturesTest {
  private static final Path FOLDER = Path.of("target", "pictures");

  @TempDir Path own = Path.of("");
  private final Settling settling = new Settling(new VirtualThreads());

  @Test
  void every_part_of_the_screen_is_drawn() throws IOException {
    Robot.startToolkit();
    Files.createDirectories(FOLDER);
    List<Path> files = new ArrayList<>();
    try (var branch = StaffedBranch.witnessed(own.resolve("workstation"))) {
      branch.ledger().notary().orElseThrow().keepIn(own);
      branch.ledger().notary().orElseThrow().keepIn(own.resolve("stick"));
      branch.ledger().notary().orElseThrow().sign();
      for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
        files.addAll(take(branch.headTeller(), branch, choice, Locale.ENGLISH));
      }
      files.addAll(
          take(branch.headTeller(), branch, Theme.Choice.LIGHT, Locale.SIMPLIFIED_CHINESE));
    }
    for (var file : files) {
      assertEquals(1440, ImageIO.read(file.toFile()).getWidth(), file.toString());
    }
  }

  private List<Path> take(
      Session session, StaffedBranch branch, Theme.Choice choice, Locale language) {
    var fittings =
        Photographer.onScreen(() -> new Fittings(new Texts(language), new Theme(choice), settling));
    String ending =
        "-" + language.getLanguage() + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
    var camera = new Photographer(settling::settled);
    var place =
        Photographer.onScreen(
            () -> new Workplace(branch.ledger(), session, fittings, Rooms::of, List.of()));
    var view =
        Photographer.onScreen(() -> {
          place.shell().navigator().show("integrity");
          // As on a small screen, in the middle of the picture.
          var small = (Region) place.view();
          small.setMaxSize(1366, 768);
          return small;
        });
    camera.put(() -> view);
    camera.settle();
    camera.arrange(() -> ((Button) view.lookup("#integrity-verify-start")).fire());
    List<Path> files = new ArrayList<>();
    files.add(camera.take(FOLDER.resolve("integrity-verify" + ending)));
    camera.arrange(() -> place.shell().navigator().prove(12));
    files.add(camera.take(FOLDER.resolve("integrity-check" + ending)));
    for (var part : List.of("checkpoints", "keys", "evidence", "limits")) {
      camera.arrange(() -> ((ToggleButton) view.lookup("#integrity-go-" + part)).fire());
      camera.arrange(() -> {
        if (part.equals("keys")) {
          ((TableView<?>) view.lookup("#integrity-keys")).getSelectionModel().select(1);
        }
      });
      files.add(camera.take(FOLDER.resolve("integrity-" + part + ending)));
    }
    Photographer.onScreen(() -> {
      place.stopWatching();
      return true;
    });
    camera.put(StackPane::new);
    camera.leave();
    return files;
  }
}
