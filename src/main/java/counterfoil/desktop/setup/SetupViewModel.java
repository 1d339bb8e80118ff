package counterfoil.desktop.setup;

import counterfoil.application.Founder;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.application.Ledgers;
import counterfoil.application.Outcome;
import counterfoil.application.SampleStaff;
import counterfoil.application.signin.Passwords;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.setup.BranchForm.Field;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerLogin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The first start: a branch of one's own, here or on a server, or a sample to try things out in.
 * Also where the password of a branch's server is asked for.
 */
public final class SetupViewModel {
  /** Where the ledger is to be. */
  public enum Home {
    HERE,
    SERVER
  }

  /** What founding and practising need. */
  public record Parts(
      Ledgers ledgers,
      Path ledgerFolder,
      Path practiceFolder,
      InstantSource clock,
      ZoneId zone,
      SampleBranch sample,
      Background background,
      Executor screen) {}

  private final Parts parts;
  private final BranchForm form;
  private final ServerForm server;
  private final Consumer<Ledger> opened;
  private final Field samplePassword = new Field("");

  /** The founder's password between the button and the ledger; wiped there. */
  private char[] given = new char[0];

  private Consumer<Optional<ServerLogin>> chosen = _ -> {};
  private final boolean practised;
  private final boolean presentHere;
  private final ObjectProperty<Home> home;
  private final ReadOnlyBooleanWrapper founding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> told =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * @param known the server of the last time
   * @param opened takes over the ledger that was founded or opened
   */
  public SetupViewModel(
      Parts parts, BranchForm form, Optional<ServerAddress> known, Consumer<Ledger> opened) {
    this.parts = parts;
    this.form = form;
    this.server = new ServerForm(known);
    this.opened = opened;
    this.practised = parts.ledgers().present(parts.practiceFolder());
    this.presentHere = parts.ledgers().present(parts.ledgerFolder());
    this.home = new SimpleObjectProperty<>(known.isPresent() ? Home.SERVER : Home.HERE);
    judge();
    home.subscribe(this::judge);
    server.fields().forEach(field -> field.textProperty().subscribe(this::judge));
  }

  /** Whether there is something to found is known of this computer; a server must be asked. */
  private void judge() {
    founding.set(home.get() == Home.HERE && !presentHere);
    failure.set(Optional.empty());
  }

  public BranchForm form() {
    return form;
  }

  public ServerForm server() {
    return server;
  }

  /** Where the ledger is to be, as the person chooses. */
  public ObjectProperty<Home> homeProperty() {
    return home;
  }

  /** Whether a ledger is to be founded, so that branch and currency must be known. */
  public ReadOnlyBooleanProperty foundingProperty() {
    return founding.getReadOnlyProperty();
  }

  /** Has {@code listener} told where the branch's own ledger is, when it has been opened. */
  public void whenChosen(Consumer<Optional<ServerLogin>> listener) {
    chosen = listener;
  }

  /** Whether there is a sample branch from before. */
  public boolean practised() {
    return practised;
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Why the last attempt failed. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The latest line on what is being done for the sample. */
  public ObjectProperty<Optional<String>> toldProperty() {
    return told;
  }

  /**
   * Opens the branch's ledger, or founds it where there is none; nothing is done while an answer
   * will not do. Where a server turns out to have no ledger yet, it asks what to found.
   */
  public void begin() {
    if (working.get()) {
      return;
    }
    boolean fine = founding.get() ? form.check() : form.checkNames();
    if (fine && founding.get()) {
      given = form.takePassword();
    }
    switch (home.get()) {
      case HERE -> {
        if (fine) {
          work(
              () -> Optional.of(foundOrOpen(new Folder(parts.ledgerFolder()))),
              () -> chosen.accept(Optional.empty()));
        }
      }
      case SERVER ->
          server
              .check()
              .filter(_ -> fine)
              .ifPresent(login ->
                  work(() -> onServer(new Server(login)), () -> chosen.accept(Optional.of(login))));
    }
  }

  private Ledger foundOrOpen(LedgerPlace place) {
    if (!founding.get()) {
      return parts.ledgers().open(place, Progress.NONE);
    }
    var ledger = parts.ledgers().found(place, charter());
    form.founder().ifPresent(founder -> join(founder, ledger));
    return ledger;
  }

  private void join(Founder founder, Ledger ledger) {
    var outcome = founder.join(ledger, given, form.workstationName());
    if (!(outcome instanceof Outcome.Posted)) {
      ledger.close();
      throw new IllegalStateException("no first administrator: " + outcome);
    }
  }

  private Optional<Ledger> onServer(Server place) {
    return founding.get() || parts.ledgers().present(place)
        ? Optional.of(foundOrOpen(place))
        : Optional.empty();
  }

  private Charter charter() {
    return Founding.charter(
        form.branch.typed(),
        form.chosenCurrency().orElseThrow(),
        parts.zone(),
        parts.clock().instant(),
        false);
  }

  /** The password that everybody in the sample branch is to have. */
  public Field samplePassword() {
    return samplePassword;
  }

  /** Opens the sample branch, founding it where it is the first time. */
  public void practise() {
    if (working.get()) {
      return;
    }
    var password = samplePassword.textProperty().get().toCharArray();
    if (!practised) {
      samplePassword.blame(SampleStaff.refuse(new Passwords(), password).map(Refusals::message));
    }
    if (practised || samplePassword.problemProperty().get().isEmpty()) {
      samplePassword.textProperty().set("");
      work(() -> Optional.of(openSample(password)), () -> {});
    }
  }

  private Ledger openSample(char[] password) {
    var folder = parts.practiceFolder();
    try {
      if (!parts.ledgers().present(folder)) {
        parts.sample().found(parts.ledgers(), folder, password, this::tell);
      }
    } finally {
      Arrays.fill(password, '\0');
    }
    return parts.ledgers().open(folder, Progress.NONE);
  }

  private void tell(String line) {
    parts.screen().execute(() -> told.set(Optional.of(line)));
  }

  private void work(Callable<Optional<Ledger>> opening, Runnable whenOpen) {
    working.set(true);
    failure.set(Optional.empty());
    parts
        .background()
        .run(
            opening,
            ledger -> {
              working.set(false);
              ledger.ifPresent(_ -> whenOpen.run());
              ledger.ifPresentOrElse(opened, this::askWhatToFound);
            },
            this::failed);
  }

  private void askWhatToFound() {
    founding.set(true);
    failure.set(Optional.of(Message.of("setup.server.empty")));
  }

  private void failed(Throwable fault) {
    working.set(false);
    told.set(Optional.empty());
    boolean said =
        fault instanceof LedgerUnavailable answer && answer.onServer() && server.blame(answer);
    if (!said) {
      failure.set(Optional.of(Faults.message(fault)));
    }
  }
}
