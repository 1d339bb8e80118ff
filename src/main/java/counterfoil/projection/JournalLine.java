package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One entry as the journal lists it.
 *
 * @param type the event type's stable name, such as {@code MoneyDeposited}
 * @param account nothing where it is of no account: then it has no amount and no balance
 * @param amount signed: what it added to the account; nothing where it moved no money
 * @param balance the account's ledger balance after it
 * @param postedOn the business date it belongs to
 * @param moment when it happened, for ordering along time: the time of recording, or for imported
 *     history the business date; never before the previous entry's
 * @param approver who approved it, or empty
 * @param till the till that it is of or was posted from, or empty
 * @param counterparty the other side of a transfer, or empty
 * @param depositsOnBook the sum of all accounts' ledger balances after it
 * @param openAccounts the number of open accounts after it
 */
public record JournalLine(
    long position,
    String stream,
    long version,
    String type,
    Optional<AccountNumber> account,
    Optional<Money> amount,
    Optional<Money> balance,
    LocalDate postedOn,
    Instant recordedAt,
    Instant moment,
    String actor,
    String approver,
    String till,
    String counterparty,
    String reference,
    String narrative,
    Money depositsOnBook,
    long openAccounts) {}
