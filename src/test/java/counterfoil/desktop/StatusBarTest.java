package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Posting;
import counterfoil.application.ScriptedClock;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the status bar says of the audit in the background, on a real ledger. */
class StatusBarTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  @TempDir Path folder = Path.of("");
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-04T15:00:00Z"));
  private EmbeddedStore store;
  private Ledger ledger;

  @BeforeEach
  void openALedger() {
    var charter =
        new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), false);
    var models = ReadModels.of(charter);
    store = EmbeddedStore.create(folder.resolve("ledger"), charter, models, clock);
    ledger = new Ledger(store, clock);
    for (String number : List.of("1004-2213", "1001-7788")) {
      var opening =
          new OpenAccount(
              new AccountNumber(number), "Nadia", "CURRENT", BigMoney.of(EUR, 5), Details.NONE);
      ledger.counter().post(Posting.of(opening), new Actor("amara", Actor.TELLER, "WS-02"));
    }
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Robot show() {
    return new Robot(stage -> {
      var fittings =
          new Fittings(
              new Texts(Locale.ENGLISH), new Theme(Theme.Choice.LIGHT), new VirtualThreads());
      var amara = ledger.unstaffed(new Actor("amara", Actor.TELLER, "WS-02"));
      var place = new Workplace(ledger, amara, fittings, Rooms::of, List.of());
      stage.setScene(new Scene(place.view(), 1000, 700));
      stage.show();
    });
  }

  private void change(String sql) {
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    });
  }

  private static boolean alarming(Robot robot) {
    return robot.node("audit").getPseudoClassStates().contains(PseudoClass.getPseudoClass("alarm"));
  }

  private static String icon(Robot robot) {
    return ((FontIcon) robot.node("audit").lookup(".ikonli-font-icon")).getIconLiteral();
  }

  @Test
  void without_an_audit_it_says_nothing_and_then_how_far_everything_is_checked() {
    try (var robot = show()) {
      assertFalse(robot.shows("audit"));
      ledger.audit().start();
      robot.untilText("audit-text", "Checked up to entry 2");
      assertFalse(alarming(robot));
      assertEquals("fth-shield", icon(robot));
    }
  }

  @Test
  void a_finding_is_said_in_words_with_a_sign_of_its_own_until_a_rebuild_has_mended_it() {
    change("UPDATE journal SET balance = balance + 1 WHERE position = 1");
    try (var robot = show()) {
      ledger.audit().start();
      robot.untilText("audit-text", "Posting stopped: entry 1 is not as it was recorded");
      assertTrue(alarming(robot));
      assertEquals("fth-alert-triangle", icon(robot));
      ledger.rebuild(Progress.NONE);
      robot.untilText("audit-text", "Checked up to entry 2");
      assertFalse(alarming(robot));
    }
  }
}
