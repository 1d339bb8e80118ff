package counterfoil;

import counterfoil.application.DataFolder;
import counterfoil.application.Ledgers;
import counterfoil.application.StoredLedgers;
import counterfoil.application.notary.Workstation;
import counterfoil.application.practice.DayPictures;
import counterfoil.cli.CommandLineProgram;
import counterfoil.cli.ExitCode;
import counterfoil.cli.Screens;
import counterfoil.cli.Surroundings;
import counterfoil.cli.Terminal;
import counterfoil.desktop.Desktop;
import counterfoil.desktop.Display;
import counterfoil.desktop.Pictures;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.setup.ScriptedSample;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerLogin;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one place where the program's objects are made. */
final class Wiring {
  private static final String NO_DISPLAY =
      "There is no display to open a window on; start it in a desktop session, or give a command:"
          + " `counterfoil --help` lists them.";
  private static final String NO_WINDOW =
      "No window could be opened on this display; on Linux, GTK 3 must be installed"
          + " (package libgtk-3-0). The commands work without: `counterfoil --help` lists them.";

  private final InstantSource clock = InstantSource.system();
  private final ZoneId zone = ZoneId.systemDefault();
  private final Ledgers ledgers;
  private final DataFolder dataFolder;
  private final String person = System.getProperty("user.name", "teller");
  private final String workstation;

  private final Map<String, String> environment;
  private final boolean displayPresent;

  Wiring(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.displayPresent = Display.present(environment, System.getProperty("os.name", ""));
    this.dataFolder =
        DataFolder.ofPlatform(
            environment,
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ".")));
    this.workstation = workstation(environment);
    this.ledgers =
        new StoredLedgers(
            clock,
            Optional.of(
                Workstation.ofPlatform(
                    workstation,
                    environment,
                    System.getProperty("os.name", ""),
                    Path.of(System.getProperty("user.home", ".")))));
  }

  boolean displayPresent() {
    return displayPresent;
  }

  CommandLineProgram program() {
    return new CommandLineProgram(
        ledgers,
        new Surroundings(
            dataFolder.ledger(),
            person,
            workstation,
            clock,
            zone,
            this::databasePassword,
            this::staffPassword,
            this::newStaffPassword),
        new Terminal(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err)),
        new RealScreens(),
        version());
  }

  private String databasePassword(ServerAddress address) {
    return new String(password(Surroundings.DATABASE_PASSWORD, address.toString()));
  }

  private char[] staffPassword(String name) {
    return password(Surroundings.STAFF_PASSWORD, name);
  }

  /** Typed twice: what cannot be seen is easily mistyped. */
  private char[] newStaffPassword(String name) {
    String given = environment.get(Surroundings.NEW_STAFF_PASSWORD);
    if (given != null) {
      return given.toCharArray();
    }
    char[] once = typed("New password of %s: ", name);
    char[] again = once.length == 0 ? once : typed("The same once more, for %s: ", name);
    while (!Arrays.equals(once, again)) {
      once = typed("The two are not the same. New password of %s: ", name);
      again = once.length == 0 ? once : typed("The same once more, for %s: ", name);
    }
    return once;
  }

  /** Typed characters are not shown. Nothing is asked where no person could answer. */
  private char[] password(String variable, String whose) {
    String given = environment.get(variable);
    return given != null ? given.toCharArray() : typed("Password of %s: ", whose);
  }

  @SuppressWarnings("SystemConsoleNull") // It is null again where nobody sits, since JDK 25.
  private static char[] typed(String question, String whose) {
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return new char[0];
    }
    char[] typed = console.readPassword(question, whose);
    return typed == null ? new char[0] : typed;
  }

  private static String version() {
    return ResourceBundle.getBundle("counterfoil.version").getString("version");
  }

  private final class RealScreens implements Screens {
    @Override
    public int open(Path folder, Optional<ServerLogin> server) {
      if (!displayPresent) {
        System.err.println(NO_DISPLAY);
        return ExitCode.FAULT;
      }
      var closed = new CountDownLatch(1);
      try {
        Platform.startup(() -> {
          var stage = new Stage();
          stage.setOnHidden(_ -> closed.countDown());
          new Desktop(
                  ledgers,
                  new ScriptedSample(clock, zone),
                  new VirtualThreads(),
                  new Desktop.Surroundings(
                      new DataFolder(folder), server, clock, zone, person, workstation))
              .show(stage);
        });
        closed.await();
        return ExitCode.DONE;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ExitCode.FAULT;
      } catch (UnsupportedOperationException | LinkageError e) {
        // The toolkit's own words name libraries, not what a person could do.
        System.err.println(NO_WINDOW);
        return ExitCode.FAULT;
      }
    }

    @Override
    public DayPictures pictures(Path folder) {
      return new Pictures(ledgers, Locale.ENGLISH, folder);
    }
  }

  /** The machine's own name; asking the network for it may fail or take long. */
  private static String workstation(Map<String, String> environment) {
    String named =
        environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
    if (!named.isEmpty()) {
      return named;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "workstation";
    }
  }
}
