package counterfoil.desktop.reports;

import counterfoil.domain.staff.Permission;
import java.util.Locale;

/** The papers that can be asked for. */
enum Kind {
  END_OF_DAY,
  PROOF_SHEET,
  JOURNAL,
  LARGE_CASH,
  STATEMENT,
  RECEIPT;

  /** What must be said for a paper to be made. */
  enum Question {
    DATE,
    TO,
    SESSION,
    ACCOUNT,
    ENTRY
  }

  /** Files besides PDF. */
  enum Format {
    CSV("csv"),
    CAMT_053("xml");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }
  }

  Permission permission() {
    return switch (this) {
      case END_OF_DAY, PROOF_SHEET, JOURNAL, LARGE_CASH -> Permission.SEE_BRANCH;
      case STATEMENT, RECEIPT -> Permission.SEE_OWN_JOURNAL;
    };
  }

  boolean asks(Question question) {
    return switch (question) {
      case DATE -> this != RECEIPT;
      case TO -> this == JOURNAL || this == LARGE_CASH || this == STATEMENT;
      case SESSION -> this == PROOF_SHEET;
      case ACCOUNT -> this == STATEMENT;
      case ENTRY -> this == RECEIPT;
    };
  }

  boolean comesAs(Format format) {
    return switch (format) {
      case CSV -> this == JOURNAL || this == LARGE_CASH || this == STATEMENT;
      case CAMT_053 -> this == STATEMENT;
    };
  }

  /** In keys of messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
