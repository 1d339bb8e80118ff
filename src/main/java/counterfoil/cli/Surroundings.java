package counterfoil.cli;

import counterfoil.eventstore.ServerAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Who runs the program, where and when.
 *
 * @param ledgerFolder where the ledger lies unless {@code --data} says otherwise
 * @param userName the person's name on this machine
 * @param workstation the machine's name
 * @param zone where the branch is
 * @param databasePassword the password for a server, from the environment or the person; empty
 *     where neither gives one
 * @param staffPassword the password of a member of staff by their sign-in name, in the same way;
 *     whoever asks wipes it
 * @param newStaffPassword the one that they want instead, likewise
 */
public record Surroundings(
    Path ledgerFolder,
    String userName,
    String workstation,
    InstantSource clock,
    ZoneId zone,
    Function<ServerAddress, String> databasePassword,
    Function<String, char[]> staffPassword,
    Function<String, char[]> newStaffPassword) {
  /** The environment variable that holds the password of who acts. */
  public static final String STAFF_PASSWORD = "COUNTERFOIL_PASSWORD";

  /** The environment variable that holds the password they want instead. */
  public static final String NEW_STAFF_PASSWORD = "COUNTERFOIL_NEW_PASSWORD";

  /** The environment variable that holds the password of the database. */
  public static final String DATABASE_PASSWORD = "COUNTERFOIL_DB_PASSWORD";
}
