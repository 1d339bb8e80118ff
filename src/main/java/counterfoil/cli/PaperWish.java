package counterfoil.cli;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.report.layout.PaperFormat;
import java.time.LocalDate;
import java.util.Optional;

/** A paper, with all that must be said for it. */
sealed interface PaperWish {
  /**
   * @param date the present one where none is given
   */
  record EndOfDay(Optional<LocalDate> date) implements PaperWish {}

  record ProofSheet(TillSession session) implements PaperWish {}

  record Cash(Period period) implements PaperWish {}

  record Journal(Period period) implements PaperWish {}

  record Statement(AccountNumber account, Period period) implements PaperWish {}

  record Receipt(long entry, PaperFormat format) implements PaperWish {}
}
