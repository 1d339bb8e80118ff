package counterfoil.cli;

import counterfoil.application.Ledgers;
import counterfoil.application.Quoted;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program as the shell calls it. Every failure is one line on the error stream and an exit
 * code; nothing is thrown. Holds nothing between two runs.
 */
public final class CommandLineProgram {
  private final Ledgers ledgers;
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Screens screens;
  private final String version;

  public CommandLineProgram(
      Ledgers ledgers,
      Surroundings surroundings,
      Terminal terminal,
      Screens screens,
      String version) {
    this.ledgers = ledgers;
    this.surroundings = surroundings;
    this.terminal = terminal;
    this.screens = screens;
    this.version = version;
  }

  /** Runs the command that {@code arguments} name, to its end; returns the exit code. */
  public int run(String... arguments) {
    var program = new CounterfoilCommand(surroundings, screens);
    var session = new CommandSession(ledgers, surroundings, terminal, program);
    var out = utf8(terminal.out());
    var commands =
        new CommandLine(program)
            .addSubcommand(new InitCommand(session))
            .addSubcommand(new ImportCommand(session))
            .addSubcommand(new BalancesCommand(session))
            .addSubcommand(new HistoryCommand(session))
            .addSubcommand(new JournalCommand(session))
            .addSubcommand(new PostCommand(session))
            .addSubcommand(new InterestCommand(session))
            .addSubcommand(new ListCommand(session))
            .addSubcommand(new ReportCommand(session))
            .addSubcommand(new ExportCommand(session))
            .addSubcommand(new PasswordCommand(session))
            .addSubcommand(new VerifyCommand(session))
            .addSubcommand(new CheckpointCommand(session))
            .addSubcommand(new ProveCommand(session))
            .addSubcommand(new CheckCommand(session))
            .addSubcommand(new VerifyPackCommand(session))
            .addSubcommand(new WitnessCommand(session))
            .addSubcommand(new RebuildCommand(session))
            .addSubcommand(new BackupCommand(session))
            .addSubcommand(new RestoreCommand(session))
            .addSubcommand(new EraseCommand(session))
            .addSubcommand(new MirrorCommand(session))
            .addSubcommand(new DemoCommand(session, screens))
            .addSubcommand(new CommandLine.HelpCommand())
            .setOut(out)
            .setErr(utf8(terminal.err()))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((e, _) -> misused(session, e))
            .setExecutionExceptionHandler((e, _, _) -> failed(session, e));
    commands.getCommandSpec().version("Counterfoil " + version);
    commands
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().version("Counterfoil " + version));
    commands
        .getSubcommands()
        .getOrDefault("post", commands)
        .getCommandSpec()
        .usageMessage()
        .footer(SettingsSyntax.names());
    int code = commands.execute(arguments);
    out.flush();
    return code;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int misused(CommandSession session, ParameterException e) {
    var command = e.getCommandLine().getCommandSpec();
    String what = Quoted.plain(Objects.requireNonNullElse(e.getMessage(), "wrong usage"));
    if (e instanceof UnmatchedArgumentException unmatched
        && command.parent() == null
        && !unmatched.isUnknownOption()) {
      what = "There is no command " + Quoted.of(unmatched.getUnmatched().getFirst());
    }
    session.note(
        "%s; `%s --help` says what there is."
            .formatted(what.replaceFirst("\\.$", ""), command.qualifiedName()));
    return ExitCode.BAD_INPUT;
  }

  private static int failed(CommandSession session, Exception e) {
    if (e instanceof OutputLost lost && lost.readerHasGone()) {
      return ExitCode.FAULT;
    }
    var failure = FailureSentence.of(e);
    if (!session.end().ending()) {
      session.note(failure.sentence());
    }
    if (session.verbose()) {
      e.printStackTrace(utf8(session.terminal().err()));
    }
    return failure.exitCode();
  }
}
