package counterfoil.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Changes one's own password. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = {
      "Changes the password of who is named with --user: the present one comes from the environment"
          + " variable "
          + Surroundings.STAFF_PASSWORD
          + " or the terminal, the new one from "
          + Surroundings.NEW_STAFF_PASSWORD
          + " or the terminal.",
      "Whoever was given a temporary password can do nothing else before."
    })
final class PasswordCommand implements Callable<Integer> {
  private final CommandSession session;

  PasswordCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withNewPassword();
  }
}
