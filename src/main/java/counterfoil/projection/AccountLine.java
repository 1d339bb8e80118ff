package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One account as of some position.
 *
 * @param ledger the ledger balance
 * @param available what a withdrawal may take; zero or less once closed
 * @param version of its stream, from 0
 * @param lastPosition the last entry that concerns it
 */
public record AccountLine(
    AccountNumber number,
    String holder,
    String product,
    AccountStatus status,
    Money ledger,
    Money available,
    Money overdraftLimit,
    long version,
    LocalDate openedOn,
    Optional<LocalDate> closedOn,
    long lastPosition) {}
