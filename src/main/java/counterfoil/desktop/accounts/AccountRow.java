package counterfoil.desktop.accounts;

import counterfoil.projection.AccountLine;
import java.time.LocalDate;

/**
 * A row of the balance table.
 *
 * @param lastPostedOn the business date of the last entry that concerns it
 */
public record AccountRow(AccountLine line, LocalDate lastPostedOn) {}
