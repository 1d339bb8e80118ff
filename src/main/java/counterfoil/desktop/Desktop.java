package counterfoil.desktop;

import counterfoil.application.DataFolder;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.application.Ledgers;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.ScreenAlarm;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.setup.BranchForm;
import counterfoil.desktop.setup.FolderChoice;
import counterfoil.desktop.setup.OpeningView;
import counterfoil.desktop.setup.OpeningViewModel;
import counterfoil.desktop.setup.SampleBranch;
import counterfoil.desktop.setup.SetupView;
import counterfoil.desktop.setup.SetupViewModel;
import counterfoil.desktop.shell.Action;
import counterfoil.eventstore.ServerLogin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The desktop on one workstation: the first start, the opening of a ledger, then the screens. Shows
 * one window; closing it closes the ledger.
 */
public final class Desktop {
  private static final Logger LOG = System.getLogger("counterfoil");
  private static final int FOUNDING_ENTRIES = 30;

  /**
   * Who sits where.
   *
   * @param server where the ledger is, if it was said at the start
   * @param person the machine's own name for them, as {@code workstation} for itself
   */
  public record Surroundings(
      DataFolder folder,
      Optional<ServerLogin> server,
      InstantSource clock,
      ZoneId zone,
      String person,
      String workstation) {}

  private final Ledgers ledgers;
  private final SampleBranch sample;
  private final Surroundings surroundings;
  private final Fittings fittings;
  private final WorkstationMemory memory;
  private Optional<Reception> reception = Optional.empty();

  /** The server that is worked with; kept in memory only, as the password is in it. */
  private Optional<ServerLogin> server;

  /** To be made on the screen's thread. */
  public Desktop(
      Ledgers ledgers, SampleBranch sample, Background background, Surroundings surroundings) {
    this.ledgers = ledgers;
    this.sample = sample;
    this.surroundings = surroundings;
    this.server = surroundings.server();
    this.memory = new WorkstationMemory(surroundings.folder().path(), background);
    var settings = memory.settings();
    this.fittings =
        new Fittings(
            new Texts(settings.language().orElseGet(Desktop::systemLanguage)),
            new Theme(settings.theme()),
            background,
            new Workstation(Optional.of(surroundings.folder().path())));
    fittings.workstation().nameProperty().set(settings.workstation());
    fittings.workstation().receiptPaperProperty().set(settings.receiptPaper());
  }

  private static Locale systemLanguage() {
    return Locale.getDefault().getLanguage().equals("zh")
        ? Locale.SIMPLIFIED_CHINESE
        : Locale.ENGLISH;
  }

  /** Shows the desktop on {@code stage} and begins. */
  public void show(Stage stage) {
    var window = new DesktopWindow(stage, fittings.texts(), memory.settings().window());
    Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> report(fault));
    fittings
        .texts()
        .localeProperty()
        .addListener((_, _, chosen) -> memory.change(now -> now.withLanguage(chosen)));
    fittings
        .theme()
        .choiceProperty()
        .addListener((_, _, chosen) -> memory.change(now -> now.withTheme(chosen)));
    fittings
        .workstation()
        .receiptPaperProperty()
        .addListener((_, _, chosen) -> memory.change(now -> now.withReceiptPaper(chosen)));
    fittings
        .workstation()
        .nameProperty()
        .addListener(
            (_, _, chosen) -> chosen.ifPresent(name -> memory.change(now -> now.withName(name))));
    window.whenAskedToClose(() -> quit(window));
    window.whenClosed(() -> {
      reception.ifPresent(Reception::stopWatching);
      fittings.theme().close();
    });
    begin(window);
    window.show();
  }

  private void begin(DesktopWindow window) {
    if (server.isPresent()) {
      open(window, new Server(server.get()));
    } else if (memory.settings().server().isEmpty()
        && ledgers.present(surroundings.folder().ledger())) {
      open(window, new Folder(surroundings.folder().ledger()));
    } else {
      setUp(window);
    }
  }

  private SetupViewModel setUp(DesktopWindow window) {
    var form =
        new BranchForm(
            Locale.getDefault(),
            memory.settings().person().orElse(surroundings.person()),
            memory.settings().workstation().orElse(surroundings.workstation()));
    var viewModel =
        new SetupViewModel(
            new SetupViewModel.Parts(
                ledgers,
                surroundings.folder().ledger(),
                surroundings.folder().practice(),
                surroundings.clock(),
                surroundings.zone(),
                sample,
                fittings.background(),
                Platform::runLater),
            form,
            server.map(ServerLogin::address).or(() -> memory.settings().server()),
            ledger -> {
              var person =
                  form.staffedProperty().get() && !form.signInName.textProperty().get().isEmpty()
                      ? form.signInName.textProperty().get().strip()
                      : form.personName();
              memory.change(now -> now.withNames(person, form.workstationName()));
              fittings.workstation().nameProperty().set(Optional.of(form.workstationName()));
              work(window, ledger);
              reception
                  .filter(_ -> founded(form, ledger))
                  .ifPresent(there -> there.tellNext(Message.of("setup.founded")));
            });
    viewModel.whenChosen(this::remember);
    var texts = fittings.texts();
    var views = new Views(texts, Map.of(SetupView.class, () -> new SetupView(viewModel, texts)));
    window.put(() -> views.load(SetupView.class), Optional.empty());
    return viewModel;
  }

  /** A new branch has its founder, that people sign in, its limits and its workstation's key. */
  private static boolean founded(BranchForm form, Ledger ledger) {
    return form.staffedProperty().get()
        && !ledger.charter().practice()
        && ledger.head().position() <= FOUNDING_ENTRIES;
  }

  private void remember(Optional<ServerLogin> chosen) {
    server = chosen;
    memory.change(now -> now.withServer(chosen.map(ServerLogin::address)));
  }

  private void open(DesktopWindow window, LedgerPlace place) {
    var viewModel =
        new OpeningViewModel(
            ledgers,
            place,
            fittings.background(),
            Platform::runLater,
            ledger -> work(window, ledger));
    FolderChoice folders = window::chooseFolder;
    var views =
        new Views(
            fittings.texts(),
            Map.of(
                OpeningView.class,
                () ->
                    new OpeningView(
                        viewModel,
                        fittings.texts(),
                        folders,
                        () -> setUp(window),
                        () -> quit(window))));
    window.put(() -> views.load(OpeningView.class), Optional.empty());
    viewModel.open();
  }

  private void work(DesktopWindow window, Ledger ledger) {
    var opened =
        new Reception(
            new Reception.Parts(
                ledger,
                new LedgerEntrance(ledger),
                window,
                fittings,
                memory,
                surroundings.clock(),
                new ScreenAlarm(),
                new Reception.Names(surroundings.person(), surroundings.workstation()),
                everywhere(window, ledger),
                () -> goElsewhere(window, ledger),
                () -> quit(window)));
    reception = Optional.of(opened);
    opened.open();
  }

  /** From the branch to the sample, and back. */
  private void goElsewhere(DesktopWindow window, Ledger from) {
    leave(() -> {
      if (from.charter().practice()) {
        begin(window);
      } else {
        practise(window);
      }
    });
  }

  private List<Action> everywhere(DesktopWindow window, Ledger ledger) {
    var all = new ArrayList<>(CommonActions.of(fittings));
    var name = ledger.charter().practice() ? "leave-practice" : "practice";
    all.add(Action.of("shell." + name, "shell.act." + name, () -> goElsewhere(window, ledger)));
    all.add(
        Action.of("shell.quit", "shell.act.quit", () -> quit(window))
            .on(DesktopWindow.QUIT.getName()));
    return all;
  }

  private void practise(DesktopWindow window) {
    if (ledgers.present(surroundings.folder().practice())) {
      open(window, new Folder(surroundings.folder().practice()));
    } else {
      setUp(window).practise();
    }
  }

  private void quit(DesktopWindow window) {
    memory.change(now -> now.withWindow(window.bounds()));
    leave(window::close);
  }

  /** Closes the open ledger, which waits for the disk, and goes on from there. */
  private void leave(Runnable then) {
    var left = reception;
    reception = Optional.empty();
    left.ifPresent(Reception::stopWatching);
    fittings
        .background()
        .run(
            () -> {
              memory.write();
              left.ifPresent(Reception::close);
              return true;
            },
            _ -> then.run(),
            fault -> {
              LOG.log(Level.WARNING, "closing the ledger", fault);
              then.run();
            });
  }

  private void report(Throwable fault) {
    LOG.log(Level.ERROR, "on the screen's thread", fault);
    reception
        .flatMap(Reception::workplace)
        .ifPresent(place -> place.shell().report(Faults.message(fault)));
  }
}
