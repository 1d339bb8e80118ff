package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Ledgers;
import counterfoil.application.Order;
import counterfoil.application.Posting;
import counterfoil.application.SampleStaff;
import counterfoil.application.Session;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.signin.Door;
import counterfoil.desktop.signin.LockView;
import counterfoil.desktop.signin.LockViewModel;
import counterfoil.desktop.signin.SignInView;
import counterfoil.desktop.signin.SignInViewModel;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A branch with staff and an open till, on disk for as long as its pictures take: the ledger that
 * is shown elsewhere has nobody who could sign in.
 */
final class StaffedStaging implements AutoCloseable {
  private static final String BRANCH = "Riverside branch";
  private static final String PASSWORD = "seven pictures of a till";
  private static final AccountNumber ACCOUNT = new AccountNumber("1004-2213");
  private static final Alarm NEVER = (_, _) -> () -> {};

  private final Path folder;
  private final Ledger ledger;
  private final Session teller;
  private final Session supervisor;
  private final List<Workplace> opened = new ArrayList<>();

  StaffedStaging(Ledgers ledgers, Instant now) {
    try {
      folder = Files.createTempDirectory("counterfoil-pictures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledger =
        ledgers.found(
            folder.resolve("ledger"),
            Founding.charter(BRANCH, CurrencyUnit.EUR, ZoneOffset.UTC, now, true));
    ledger
        .unstaffed(new Actor("founder", Actor.TELLER, "WS-01"))
        .post(
            Posting.of(
                new OpenAccount(ACCOUNT, "Nadia Rahimi", "current", euros("5000"), Details.NONE)));
    new SampleStaff(ledger, PASSWORD.toCharArray()).join(_ -> {});
    teller = signedIn("amara.okafor", "WS-02");
    supervisor = signedIn("lucia.meyer", "WS-01");
    teller.post(Posting.of(new Order.Serve(new Deposit(ACCOUNT, euros("1250"), Details.NONE))));
    teller.post(Posting.of(new Order.Serve(new Withdraw(ACCOUNT, euros("340"), Details.NONE))));
  }

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private Session signedIn(String name, String workstation) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), workstation)) {
      case SignedIn.Yes(var session) -> session;
      case SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  /** The till of a teller who is about to close it. */
  Parent closing(Fittings fittings) {
    return till(teller, fittings);
  }

  /** The till's screen of somebody who has none open yet. */
  Parent opening(Fittings fittings) {
    return till(supervisor, fittings);
  }

  private Parent till(Session session, Fittings fittings) {
    var place = new Workplace(ledger, session, fittings, Rooms::of, CommonActions.of(fittings));
    opened.add(place);
    place.shell().navigator().show("till");
    return place.view();
  }

  /** The door, where somebody has to wait at it. */
  Parent door(Fittings fittings) {
    var viewModel =
        new SignInViewModel(
            new SignInViewModel.Place(BRANCH, true, Optional.empty()),
            (_, _, _) -> new Door.Answer.Refused(new TryAgainAfter(4)),
            "amara.okafor",
            "WS-02",
            fittings.background(),
            NEVER,
            _ -> {});
    viewModel.signIn("x".toCharArray());
    var ways = new SignInView.Ways(Optional.empty(), () -> {}, () -> {});
    return new Views(
            fittings.texts(),
            Map.of(SignInView.class, () -> new SignInView(viewModel, fittings.texts(), ways)))
        .load(SignInView.class);
  }

  Parent lock(Fittings fittings) {
    var viewModel = new LockViewModel(teller, fittings.background(), NEVER, () -> {});
    return new Views(
            fittings.texts(),
            Map.of(LockView.class, () -> new LockView(viewModel, fittings.texts(), () -> {})))
        .load(LockView.class);
  }

  /** Hears no more of the ledger: on the screen's thread. */
  void stopWatching() {
    opened.forEach(Workplace::stopWatching);
  }

  @Override
  public void close() {
    ledger.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
