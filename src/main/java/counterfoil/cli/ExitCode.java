package counterfoil.cli;

/** What the program answers to the shell. */
final class ExitCode {
  static final int DONE = 0;

  /** Done, and the answer is no: a command was refused, a ledger is not intact. */
  static final int NO = 1;

  /** Wrong usage or bad input. */
  static final int BAD_INPUT = 2;

  /** A fault: disk full, locked, unreachable. */
  static final int FAULT = 3;

  private ExitCode() {}
}
