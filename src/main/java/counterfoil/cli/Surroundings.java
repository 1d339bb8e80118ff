package counterfoil.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * Who runs the program, where and when.
 *
 * @param ledgerFolder where the ledger lies unless {@code --data} says otherwise
 * @param userName the person's name on this machine
 * @param workstation the machine's name
 * @param zone where the branch is
 */
public record Surroundings(
    Path ledgerFolder, String userName, String workstation, InstantSource clock, ZoneId zone) {}
