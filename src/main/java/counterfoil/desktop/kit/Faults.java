package counterfoil.desktop.kit;

import counterfoil.application.LedgerInDoubt;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.StoreStopped;
import java.util.concurrent.CompletionException;

/** What went wrong, in plain words with what to do about it. */
public final class Faults {
  private Faults() {}

  /** A sentence for any exception; for one that nobody foresaw, one that says so. */
  public static Message message(Throwable fault) {
    return switch (fault) {
      case CompletionException e when e.getCause() != null -> message(e.getCause());
      case LedgerUnavailable e -> message(e);
      case StoreStopped _ -> Message.of("kit.fault.stopped");
      case LedgerInDoubt e -> Message.of("kit.fault.in-doubt", e.finding().position());
      case CommandIdReused e -> Message.of("kit.fault.command-id-reused", e.firstPosition());
      default -> Message.of("kit.fault.unforeseen", fault.getClass().getSimpleName());
    };
  }

  private static Message message(LedgerUnavailable e) {
    return switch (e.reason()) {
      case MISSING -> Message.of("kit.ledger.missing", e.place());
      case EXISTS -> Message.of("kit.ledger.exists", e.place());
      case IN_USE -> Message.of("kit.ledger.in-use", e.place());
      case NOT_WRITABLE -> Message.of("kit.ledger.not-writable", e.place());
      case NOT_A_LEDGER -> Message.of("kit.ledger.not-a-ledger", e.place());
      case NEWER -> Message.of("kit.ledger.newer", e.place());
      case DAMAGED ->
          e.position().isPresent()
              ? Message.of("kit.ledger.damaged-at", e.place(), e.position().getAsLong())
              : Message.of("kit.ledger.damaged", e.place());
      case DISK_FULL -> Message.of("kit.ledger.disk-full", e.place());
      case UNREADABLE -> Message.of("kit.ledger.unreadable", e.place());
    };
  }
}
