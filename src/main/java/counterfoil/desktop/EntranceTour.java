package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.Ledgers;
import counterfoil.application.practice.DayScene;
import counterfoil.application.practice.TellersDay;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.setup.BranchForm;
import counterfoil.desktop.setup.SetupView;
import counterfoil.desktop.setup.SetupViewModel;
import counterfoil.desktop.signin.Door;
import counterfoil.desktop.signin.LockView;
import counterfoil.desktop.signin.LockViewModel;
import counterfoil.desktop.signin.SignInView;
import counterfoil.desktop.signin.SignInViewModel;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import counterfoil.eventstore.ServerAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;

/** What one sees before one is at a desk: the door, the lock and the first start. */
final class EntranceTour {
  private static final ServerAddress BRANCH_SERVER =
      ServerAddress.parse("postgresql://counterfoil@db.riverside.example/riverside", "");
  private static final Alarm NEVER = (_, _) -> () -> {};

  private final DayScene scene;
  private final Ledgers ledgers;
  private final Studio studio;
  private final Fittings fittings;

  /**
   * @param ledgers where a first start would make one
   */
  EntranceTour(DayScene scene, Ledgers ledgers, Studio studio) {
    this.scene = scene;
    this.ledgers = ledgers;
    this.studio = studio;
    this.fittings = studio.fittings();
  }

  void take() {
    studio.put(this::door);
    studio.take("signin");
    studio.put(this::lock);
    studio.take("lock");
    studio.put(() -> firstStart(Optional.empty()));
    studio.take("setup");
    studio.put(() -> firstStart(Optional.of(BRANCH_SERVER)));
    studio.take("setup-server");
  }

  /** The door, where somebody has to wait at it. */
  private Parent door() {
    var viewModel =
        new SignInViewModel(
            new SignInViewModel.Place(
                scene.ledger().charter().branch(),
                scene.ledger().charter().practice(),
                Optional.empty()),
            (_, _, _) -> new Door.Answer.Refused(new TryAgainAfter(4)),
            TellersDay.AMARA.value(),
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

  private Parent lock() {
    var viewModel =
        new LockViewModel(scene.session(TellersDay.AMARA), fittings.background(), NEVER, () -> {});
    return new Views(
            fittings.texts(),
            Map.of(LockView.class, () -> new LockView(viewModel, fittings.texts(), () -> {})))
        .load(LockView.class);
  }

  private Parent firstStart(Optional<ServerAddress> server) {
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
