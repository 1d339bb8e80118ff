package counterfoil.application.export;

import counterfoil.report.layout.PaperLayout;
import counterfoil.report.pdf.PdfPapers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A paper as a file. A receipt has its proof at its side, under the same name with another ending:
 * the same text as in its code, for {@code counterfoil check} and the Integrity screen.
 */
public final class PaperFile {
  /** What the names of proofs end with. */
  public static final String PROOF_ENDING = ".tlog-proof";

  private final PdfPapers pdfs;

  public PaperFile(PdfPapers pdfs) {
    this.pdfs = pdfs;
  }

  /**
   * Writes the paper as PDF, and its proof if it has one: both are there, or none.
   *
   * @param files for a single file
   * @param name as in {@link NewFiles#write}
   * @return the paper, and the proof behind it
   * @throws ExportFailed if they cannot be
   */
  public List<Path> write(NewFiles files, String name, PaperLayout paper) {
    files.write(name, file -> file.write(pdfs.write(paper)));
    paper
        .proof()
        .map(proof -> proof.getBytes(StandardCharsets.UTF_8))
        .ifPresent(proof -> files.writeBeside(PROOF_ENDING, file -> file.write(proof)));
    return files.publish();
  }
}
