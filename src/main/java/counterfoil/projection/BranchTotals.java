package counterfoil.projection;

import org.joda.money.Money;

/** What the whole branch comes to at a position. */
public record BranchTotals(long position, Money depositsOnBook, long openAccounts) {}
