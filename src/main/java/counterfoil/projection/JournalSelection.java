package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the journal.
 *
 * @param types event type names; empty for all
 * @param text part of narrative, reference, counterparty, holder or account number, in any case;
 *     empty for all
 * @param fromPosition first position, 1 at least
 * @param toPosition last position; {@link Long#MAX_VALUE} for no end
 */
public record JournalSelection(
    Set<String> types,
    Optional<AccountNumber> account,
    String text,
    long fromPosition,
    long toPosition) {
  public static final JournalSelection ALL =
      new JournalSelection(Set.of(), Optional.empty(), "", 1, Long.MAX_VALUE);

  public JournalSelection {
    types = Set.copyOf(types);
  }

  /** Whether nothing but positions narrows it. */
  public boolean everything() {
    return types.isEmpty() && account.isEmpty() && text.isEmpty();
  }
}
