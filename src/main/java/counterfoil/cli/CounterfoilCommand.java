package counterfoil.cli;

import counterfoil.application.LedgerPlace;
import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.application.Quoted;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerLogin;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: the options that every command takes, and the desktop for no command. */
@Command(
    name = "counterfoil",
    description = "The teller workstation. With no command it opens the desktop.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Exit codes: 0 done; 1 done, and the answer is no; 2 wrong usage or bad input; 3 a fault."
    })
final class CounterfoilCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Screens screens;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The ledger's folder; by default a place of your own.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--db",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = {
        "The ledger on a branch's server: postgresql://[user@]host[:port]/database[?sslmode=MODE].",
        "The password is asked for, or taken from the environment variable "
            + Surroundings.DATABASE_PASSWORD
            + "."
      })
  private Optional<String> database = Optional.empty();

  private Optional<ServerLogin> login = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON on standard output.")
  private boolean json;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = {
        "Who acts. Where the ledger has staff, the password is asked for, or taken from the"
            + " environment variable "
            + Surroundings.STAFF_PASSWORD
            + "; elsewhere by default the name you are signed in with on this machine."
      })
  private Optional<String> user = Optional.empty();

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Tell all about a failure.")
  private boolean verbose;

  CounterfoilCommand(Surroundings surroundings, Screens screens) {
    this.surroundings = surroundings;
    this.screens = screens;
  }

  @Override
  public Integer call() {
    return screens.open(dataFolder(), server());
  }

  private Path dataFolder() {
    Path folder = data.orElse(surroundings.ledgerFolder());
    if (folder.toString().indexOf(';') >= 0) {
      throw new BadInput(
          "--data %s: the database cannot lie in a folder with a semicolon in its name."
              .formatted(Quoted.of(folder.toString())));
    }
    return folder;
  }

  /**
   * Where the ledger is, or is to be.
   *
   * @throws BadInput if {@code --db} is no address
   */
  LedgerPlace place() {
    return server().<LedgerPlace>map(Server::new).orElseGet(() -> new Folder(dataFolder()));
  }

  private Optional<ServerLogin> server() {
    if (login.isEmpty()) {
      // Asked for once, even where the place is.
      login = database.map(this::address).map(this::login);
    }
    return login;
  }

  private ServerLogin login(ServerAddress address) {
    return new ServerLogin(address, surroundings.databasePassword().apply(address));
  }

  private ServerAddress address(String typed) {
    try {
      return ServerAddress.parse(typed, surroundings.userName());
    } catch (ServerAddress.Malformed e) {
      throw new BadInput(e.sentence());
    }
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  /** Who acts, where that was said. */
  Optional<String> user() {
    return user;
  }
}
