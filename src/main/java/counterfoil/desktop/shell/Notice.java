package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Message;

/** Something the person should know that belongs to no field. */
public sealed interface Notice {
  Message message();

  /** Why something cannot be done now: said once, gone with the person's next act. */
  record Hint(Message message) implements Notice {}

  /** Good to know: stays until it is closed. */
  record News(Message message) implements Notice {}

  /** Something went wrong: stays until it is closed. */
  record Fault(Message message) implements Notice {}
}
