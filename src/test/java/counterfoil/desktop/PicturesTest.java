package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.ScriptedClock;
import counterfoil.application.ScriptedDay;
import counterfoil.application.practice.DayPlayer;
import counterfoil.application.practice.DayReckoning;
import counterfoil.application.practice.DayScene;
import counterfoil.application.practice.DayScene.Moment;
import counterfoil.application.practice.TellersDay;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Screen;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  /** What stands in front of screens, or comes before them. */
  private static final Set<String> BESIDES =
      Set.of(
          "counter-approval",
          "vault",
          "palette",
          "signin",
          "lock",
          "setup",
          "setup-server",
          "supervisor-evening");

  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T18:00:00Z"));
  private final MemoryLedgers ledgers = new MemoryLedgers(clock);
  private final TellersDay day = TellersDay.on(LocalDate.parse("2026-11-23"));

  @Test
  void every_screen_has_its_two_pictures_and_none_is_blank(@TempDir Path folder)
      throws IOException {
    // Whoever starts the toolkit also ends it: other tests need it after this one.
    Robot.startToolkit();
    var screens = new TreeSet<>(BESIDES);
    try (var ledger = ledgers.ledger();
        var pictures = new Pictures(ledgers, Locale.ENGLISH, folder)) {
      new ScriptedDay(clock).playEarlier(ledger, _ -> {});
      long before = ledger.head().position();
      new DayPlayer(ledger, clock, "four tall brown horses".toCharArray())
          .play(
              day,
              _ -> {},
              scene -> {
                long head = ledger.head().position();
                pictures.look(scene);
                assertEquals(head, ledger.head().position(), "the pictures recorded something");
                if (scene.moment() == Moment.NOON) {
                  screens.addAll(screens(ledger, scene));
                }
              });

      // Who is looked at goes on as if nobody had been there.
      assertEquals(List.of(), DayReckoning.differences(ledger, before + 1, day.figures()));
      assertEquals(
          screens.stream()
              .flatMap(screen -> Stream.of(screen + "-light.png", screen + "-dark.png"))
              .collect(Collectors.toCollection(TreeSet::new)),
          names(pictures.screens()));
      for (var file : pictures.screens()) {
        check(file);
      }
      assertTrue(
          names(pictures.papers())
              .containsAll(
                  List.of(
                      "receipt-80mm.png",
                      "receipt-a4.png",
                      "statement.png",
                      "proof-sheet.png",
                      "end-of-day.png",
                      "cash.png",
                      "journal.png")),
          pictures.papers()::toString);
      for (var file : pictures.papers()) {
        assertTrue(colours(ImageIO.read(file.toFile())) > 30, file + " is blank");
      }
    }
  }

  private static SortedSet<String> names(List<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(Path file) throws IOException {
    var image = ImageIO.read(file.toFile());
    assertEquals(1440, image.getWidth(), file.toString());
    assertEquals(900, image.getHeight(), file.toString());
    // The upper left corner: panel or background, in each theme's own; a dialog shades it.
    boolean light = file.toString().endsWith("-light.png");
    assertEquals(light, (image.getRGB(1, 1) & 0xff) > 0x80, file.toString());
    assertTrue(colours(image) > 60, file + " is blank");
  }

  /** Letters have many: their edges are drawn in shades. */
  private static int colours(BufferedImage image) {
    var found = new HashSet<Integer>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x++) {
        found.add(image.getRGB(x, y));
      }
    }
    return found.size();
  }

  /** The screens that anybody has. */
  private static Set<String> screens(Ledger ledger, DayScene scene) {
    return Photographer.onScreen(() -> {
      var ids = new TreeSet<String>();
      var settling = new Settling(new VirtualThreads());
      try (var theme = new Theme(Theme.Choice.LIGHT)) {
        var fittings = new Fittings(new Texts(Locale.ENGLISH), theme, settling);
        for (var session : new ArrayList<>(scene.people().values())) {
          var place = new Workplace(ledger, session, fittings, Rooms::of, List.of());
          place.shell().navigator().screens().stream().map(Screen::id).forEach(ids::add);
          place.stopWatching();
        }
      }
      return ids;
    });
  }
}
