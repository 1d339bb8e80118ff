package counterfoil.cli;

/** What the program answers to the shell. */
public final class ExitCode {
  public static final int DONE = 0;

  /** Done, and the answer is no: a command was refused, a ledger is not intact. */
  public static final int NO = 1;

  /** Wrong usage or bad input. */
  public static final int BAD_INPUT = 2;

  /** A fault: disk full, locked, unreachable. */
  public static final int FAULT = 3;

  private ExitCode() {}
}
