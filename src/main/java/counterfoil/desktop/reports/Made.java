package counterfoil.desktop.reports;

import counterfoil.application.export.Exports.Subject;
import counterfoil.desktop.reports.Kind.Format;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.workstation.Export;
import counterfoil.domain.workstation.Export.Content;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.report.layout.PaperLayout;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A paper that was made.
 *
 * @param files its other forms, each made when it is wanted; not on the screen's thread
 */
record Made(Wish wish, PaperLayout paper, Map<Format, Supplier<byte[]>> files) {
  Made {
    files = Map.copyOf(files);
  }

  Kind kind() {
    return wish.kind();
  }

  /** What is recorded when one of its other forms leaves the program. */
  Subject subject(Format format, long position) {
    return new Subject(
        content(),
        switch (format) {
          case CSV -> Export.Format.CSV;
          case CAMT_053 -> Export.Format.CAMT053;
        },
        kind().asks(Kind.Question.ACCOUNT) ? AccountNumber.parse(wish.account()) : Optional.empty(),
        Optional.of(new Period(wish.from(), wish.to())),
        position);
  }

  private Content content() {
    return switch (kind()) {
      case STATEMENT, RECEIPT -> Content.STATEMENT;
      case LARGE_CASH -> Content.LARGE_CASH;
      case JOURNAL, END_OF_DAY, PROOF_SHEET -> Content.JOURNAL;
    };
  }
}
