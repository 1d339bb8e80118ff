package counterfoil.cli;

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
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON on standard output.")
  private boolean json;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Who acts; by default the name you are signed in with on this machine.")
  private Optional<String> user = Optional.empty();

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Tell all about a failure.")
  private boolean verbose;

  CounterfoilCommand(Surroundings surroundings, Screens screens) {
    this.surroundings = surroundings;
    this.screens = screens;
  }

  @Override
  public Integer call() {
    return screens.open(ledgerFolder());
  }

  Path ledgerFolder() {
    return data.orElse(surroundings.ledgerFolder());
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  String user() {
    return user.orElse(surroundings.userName());
  }
}
