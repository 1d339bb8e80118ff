package counterfoil.eventstore;

/** Something wrong with a ledger; position 0 where it concerns no single entry. */
public record Finding(long position, String what) {}
