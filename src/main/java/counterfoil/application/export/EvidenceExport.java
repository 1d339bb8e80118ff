package counterfoil.application.export;

import counterfoil.application.Ledger;
import counterfoil.application.export.Exports.Result;
import counterfoil.application.export.Exports.Subject;
import counterfoil.application.notary.Notary;
import counterfoil.domain.workstation.Export.Content;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.eventstore.Progress;
import counterfoil.evidence.PackWriter;
import counterfoil.evidence.PackWriter.MadeBy;
import counterfoil.evidence.PackWriter.Source;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;

/**
 * Takes a whole ledger out of the program as evidence, under a checkpoint that is signed for it.
 */
public final class EvidenceExport {
  /** The file's name in a folder. */
  public static final String PACK = "counterfoil-evidence.zip";

  /** More than a pack takes, since some of them may not be of the ledger as it is. */
  private static final int MOST_CHECKPOINTS = 4000;

  private final Ledger ledger;
  private final Notary notary;
  private final Exports exports;

  /**
   * @param notary the ledger's
   */
  public EvidenceExport(Ledger ledger, Notary notary, Exports exports) {
    this.ledger = ledger;
    this.notary = notary;
    this.exports = exports;
  }

  /**
   * Writes the pack of the ledger as it stands, and records that. Who may not have it is refused
   * before anything is written.
   *
   * @param out a file that is not there yet, or a folder for {@link #PACK}
   * @throws ExportFailed if the file cannot be; nothing is left then
   * @throws CancellationException if {@code progress} asked to stop; nothing is left then
   * @throws counterfoil.application.notary.NotContinued if the ledger is not the continuation of
   *     what this workstation has seen of it
   */
  public Result write(Path out, Progress progress) {
    var refusal = exports.refusal();
    if (refusal.isPresent()) {
      return new Result.No(refusal.get());
    }
    try (var files = NewFiles.file(out, PACK)) {
      long entries = notary.sign().checkpoint().checkpoint().tree().size();
      var source =
          new Source(
              ledger.charter(),
              ledger.store(),
              entries,
              notary.history(MOST_CHECKPOINTS),
              notary.proofs());
      var madeBy =
          new MadeBy(
              notary.workstation().name(),
              ledger.clock().instant(),
              "Counterfoil "
                  + ResourceBundle.getBundle("counterfoil.version").getString("version"));
      files.write(PACK, pack -> PackWriter.write(pack, source, madeBy, progress));
      return exports.hand(
          files,
          new Subject(
              Content.LEDGER, Format.EVIDENCE, Optional.empty(), Optional.empty(), entries));
    }
  }
}
