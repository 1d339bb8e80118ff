package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Posting;
import counterfoil.application.ScriptedClock;
import counterfoil.application.Session;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.projection.ReadModels;
import counterfoil.projection.SignatureAudit.Extent;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole ledger is proven on demand. */
class VerifyViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();

  @AfterEach
  void close() {
    branch.close();
  }

  private VerifyViewModel at(Session session, Background background) {
    return new VerifyViewModel(
        branch.ledger(),
        new Desk(session, Runnable::run, Runnable::run),
        background,
        Runnable::run);
  }

  @Test
  void an_intact_ledger_is_said_to_be_so_with_its_figures() {
    var verifying = at(branch.headTeller(), new DirectBackground());
    List<LongWork.Share> heard = new ArrayList<>();
    verifying.shareProperty().subscribe(now -> now.ifPresent(heard::add));
    verifying.start();
    var run = verifying.verifiedProperty().get().orElseThrow();
    assertTrue(run.outcome().intact());
    assertEquals(branch.ledger().head().position(), run.outcome().entries());
    assertEquals(Extent.ALL, run.extent());
    assertTrue(run.speed() > 0);
    assertTrue(heard.size() > 1, "no progress");
    assertEquals(Optional.empty(), verifying.shareProperty().get());
  }

  @Test
  void a_sample_computes_fewer_signatures_and_says_that_it_is_one() {
    var verifying = at(branch.headTeller(), new DirectBackground());
    verifying.extentProperty().set(Extent.SAMPLE);
    verifying.start();
    assertEquals(Extent.SAMPLE, verifying.verifiedProperty().get().orElseThrow().extent());
  }

  @Test
  void one_that_is_cancelled_proves_nothing() {
    var waiting = new Waiting();
    var verifying = at(branch.headTeller(), waiting);
    verifying.start();
    assertTrue(verifying.shareProperty().get().isPresent());
    verifying.cancel();
    waiting.work.removeFirst().run();
    assertEquals(Optional.empty(), verifying.verifiedProperty().get());
    assertEquals(Optional.empty(), verifying.shareProperty().get());
    assertEquals(
        Optional.of("integrity.verify.cancelled"),
        verifying.problemProperty().get().map(Message::key));
  }

  @Test
  void what_is_wrong_is_found_with_its_position(@TempDir Path folder) {
    var clock = new ScriptedClock(Instant.parse("2026-11-04T15:00:00Z"));
    var charter =
        new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), false);
    var store =
        EmbeddedStore.create(folder.resolve("ledger"), charter, ReadModels.of(charter), clock);
    try (var ledger = new Ledger(store, clock)) {
      var amara = ledger.unstaffed(new Actor("amara", Actor.TELLER, "WS-02"));
      amara.post(
          Posting.of(
              new OpenAccount(
                  new AccountNumber("1004-2213"),
                  "Nadia",
                  "CURRENT",
                  BigMoney.parse("EUR 5"),
                  Details.NONE)));
      store.maintain(connection -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute("UPDATE journal SET balance = balance + 1 WHERE position = 1");
        }
      });
      var verifying =
          new VerifyViewModel(
              ledger,
              new Desk(amara, Runnable::run, Runnable::run),
              new DirectBackground(),
              Runnable::run);
      verifying.start();
      var findings = verifying.verifiedProperty().get().orElseThrow().outcome().findings();
      assertEquals(1, findings.getFirst().position());
    }
  }

  @Test
  void a_second_is_not_begun_while_one_is_under_way() {
    var waiting = new Waiting();
    var verifying = at(branch.headTeller(), waiting);
    verifying.start();
    verifying.start();
    assertEquals(1, waiting.work.size());
  }

  @Test
  void a_teller_does_not_prove_the_ledger() {
    var verifying = at(branch.teller(), new DirectBackground());
    verifying.start();
    assertEquals(
        Optional.of("integrity.why.not-permitted"),
        verifying.problemProperty().get().map(Message::key));
    assertEquals(Optional.empty(), verifying.verifiedProperty().get());
  }

  /** Begins nothing until it is told to. */
  private static final class Waiting implements Background {
    private final List<Runnable> work = new ArrayList<>();

    @Override
    public <T> void run(Callable<T> asked, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
      work.add(() -> new DirectBackground().run(asked, whenDone, whenFailed));
    }
  }
}
