package counterfoil.desktop.kit;

import counterfoil.application.LedgerInDoubt;
import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.NotContinued;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.NotRecorded;
import counterfoil.eventstore.OutcomeUnknown;
import counterfoil.eventstore.StoreStopped;
import counterfoil.projection.QueryFailed;
import java.util.concurrent.CompletionException;

/** What went wrong, in plain words with what to do about it. */
public final class Faults {
  private Faults() {}

  /** A sentence for any exception; for one that nobody foresaw, one that says so. */
  public static Message message(Throwable fault) {
    return switch (fault) {
      case CompletionException e when e.getCause() != null -> message(e.getCause());
      case LedgerUnavailable e -> message(e);
      case NotContinued e -> message(e.judgement());
      case OutcomeUnknown _ -> Message.of("kit.fault.outcome-unknown");
      case NotRecorded _ -> Message.of("kit.fault.not-recorded");
      case QueryFailed e when e.diskFull() -> Message.of("kit.fault.disk-full");
      case StoreStopped _ -> Message.of("kit.fault.stopped");
      case LedgerInDoubt e -> Message.of("kit.fault.in-doubt", e.finding().position());
      case CommandIdReused e -> Message.of("kit.fault.command-id-reused", e.firstPosition());
      default -> Message.of("kit.fault.unforeseen", fault.getClass().getSimpleName());
    };
  }

  private static Message message(Judgement.Broken broken) {
    return switch (broken) {
      case Judgement.RolledBack e ->
          Message.of("kit.ledger.rolled-back", e.now().size(), e.seen().size());
      case Judgement.Cut e -> Message.of("kit.ledger.cut", e.now().size(), e.seen().size());
      case Judgement.Forked e -> Message.of("kit.ledger.forked", e.common() + 1);
    };
  }

  private static Message message(LedgerUnavailable e) {
    boolean onServer = e.onServer();
    return switch (e.reason()) {
      case MISSING -> Message.of("kit.ledger.missing", e.place());
      case EXISTS -> Message.of("kit.ledger.exists", e.place());
      case IN_USE -> Message.of(onServer ? "kit.server.in-use" : "kit.ledger.in-use", e.place());
      case NOT_WRITABLE -> Message.of("kit.ledger.not-writable", e.place());
      case NOT_A_LEDGER ->
          Message.of(onServer ? "kit.server.not-a-ledger" : "kit.ledger.not-a-ledger", e.place());
      case NEWER -> Message.of("kit.ledger.newer", e.place());
      case DAMAGED ->
          e.position().isPresent()
              ? Message.of("kit.ledger.damaged-at", e.place(), e.position().getAsLong())
              : Message.of("kit.ledger.damaged", e.place());
      case TAPE_MISSING -> Message.of("kit.ledger.tape-missing", e.place());
      case MIRROR -> Message.of("kit.ledger.mirror", e.place());
      case SETTINGS -> Message.of("kit.ledger.settings", e.place());
      case DISK_FULL -> Message.of("kit.ledger.disk-full", e.place());
      case UNREADABLE -> Message.of("kit.ledger.unreadable", e.place());
      case UNREACHABLE -> Message.of("kit.server.unreachable", e.place());
      case NOT_ADMITTED -> Message.of("kit.server.not-admitted", e.place());
      case NO_DATABASE -> Message.of("kit.server.no-database", e.place());
      case UNFIT -> Message.of("kit.server.unfit", e.place());
    };
  }
}
