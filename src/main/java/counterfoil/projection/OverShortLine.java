package counterfoil.projection;

import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A count that was not what was expected.
 *
 * @param session nothing for the vault
 * @param teller whose session it was; for the vault, who counted
 * @param difference more than zero is over, less is short
 */
public record OverShortLine(
    long position,
    TillId till,
    Optional<TillSession> session,
    String teller,
    LocalDate postedOn,
    Money difference,
    String reason) {}
