package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Posting;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  @Test
  void every_screen_is_drawn_in_light_and_in_dark(@TempDir Path folder) throws IOException {
    // Whoever starts the toolkit also ends it: other tests need it after this one.
    Robot.startToolkit();
    var ledgers = new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T14:31:07Z")));
    try (var ledger = ledgers.ledger()) {
      ledger
          .counter()
          .post(
              Posting.of(
                  new OpenAccount(
                      new AccountNumber("1004-2213"),
                      "Nadia Rahimi",
                      "Current account",
                      BigMoney.parse("EUR 5000.00"),
                      new Details("", "Opening deposit"))),
              new Actor("amara", Actor.TELLER, "WS-02"));

      var files = new Pictures(ledgers, Locale.ENGLISH).write(ledger, folder);

      assertTrue(files.contains(folder.resolve("setup-light.png")));
      assertTrue(files.contains(folder.resolve("palette-dark.png")));
      for (var file : files) {
        var image = ImageIO.read(file.toFile());
        assertEquals(1440, image.getWidth(), file.toString());
        assertEquals(900, image.getHeight(), file.toString());
        // The upper left corner: panel or, at the first start, background, in each theme's own.
        boolean light = file.toString().endsWith("-light.png");
        int corner = image.getRGB(1, 1) & 0xff;
        assertEquals(light, corner > 0xf0, file.toString());
      }
    }
  }
}
