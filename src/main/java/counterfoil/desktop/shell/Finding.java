package counterfoil.desktop.shell;

import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;

/** Something that the search and command field found. */
public sealed interface Finding {
  record OfAction(Actions.Entry entry) implements Finding {}

  record OfAccount(AccountLine account) implements Finding {}

  /** A function code that was typed. */
  record OfCode(Code code) implements Finding {}

  record OfEntry(JournalLine line) implements Finding {}
}
