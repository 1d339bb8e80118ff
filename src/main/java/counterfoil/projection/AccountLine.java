package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One account as of some position.
 *
 * @param ledger the ledger balance
 * @param available what a withdrawal may take: ledger balance less holds and minimum balance, with
 *     the overdraft limit; zero or less once closed
 * @param held the sum of all holds
 * @param customer the main holder's number; nothing where the holder is known by name only
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
    Money held,
    Money minimumBalance,
    boolean frozen,
    Optional<CustomerNumber> customer,
    long version,
    LocalDate openedOn,
    Optional<LocalDate> closedOn,
    long lastPosition) {}
