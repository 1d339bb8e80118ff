package counterfoil.application.export;

import counterfoil.application.Ledger;
import counterfoil.application.Order.RecordExport;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.workstation.Export;
import counterfoil.domain.workstation.Export.Content;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.eventstore.EventStoreException;
import counterfoil.projection.QueryFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Records what somebody takes along, and only then lets them have it. */
public final class Exports {
  private final Ledger ledger;
  private final Session session;

  /**
   * @param session whoever takes it along
   */
  public Exports(Ledger ledger, Session session) {
    this.ledger = ledger;
    this.session = session;
  }

  /** Why this person may not take a whole ledger along; that they tried is on record then. */
  Optional<Refusal> refusal() {
    return session.demand(Permission.EXPORT, "export");
  }

  /** What an export is of. */
  public record Subject(
      Content content,
      Format format,
      Optional<AccountNumber> account,
      Optional<Period> period,
      long position) {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * @param position of the entry that tells of it
     */
    record Done(List<Path> files, long position) implements Result {}

    /** No file was left. */
    record No(Refusal refusal) implements Result {}
  }

  /**
   * Records the export of files that are all written, and gives them their names. What they were
   * taken from is signed and kept, with the entry that tells of them.
   *
   * @throws ExportFailed if they cannot have them
   */
  public Result hand(NewFiles files, Subject subject) {
    var export =
        new Export(
            subject.format(),
            subject.content(),
            subject.account(),
            subject.period(),
            subject.position(),
            files.count(),
            files.sha256());
    return switch (session.post(Posting.of(new RecordExport(export)))) {
      case Posted posted -> {
        List<Path> published = files.publish();
        sign();
        yield new Result.Done(published, posted.position());
      }
      case Refused(_, var refusal) -> new Result.No(refusal);
      case ApprovalNeeded _, ChangedMeanwhile _ ->
          throw new IllegalStateException("an export asks nobody");
    };
  }

  private void sign() {
    try {
      ledger.notary().ifPresent(Notary::sign);
    } catch (NotContinued | EventStoreException | QueryFailed _) {
      // The files are out; it is said at the next opening, and by whoever asks for a checkpoint.
    }
  }
}
