package counterfoil.desktop.timeline;

import counterfoil.projection.AccountThen;
import java.util.Optional;

/**
 * A row of the state table.
 *
 * @param account nothing as long as it is being fetched
 * @param concerned whether the entry under the cursor concerns this account
 */
record StateRow(String number, Optional<AccountThen> account, boolean concerned) {}
