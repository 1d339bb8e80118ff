package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.tape.Tape;

/** A ledger's two halves, at the same entry. */
record Opened(Charter charter, Tape tape, Database database) {}
