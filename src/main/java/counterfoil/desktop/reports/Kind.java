package counterfoil.desktop.reports;

import counterfoil.domain.staff.Permission;
import java.util.Locale;
import java.util.Set;

/** The papers that can be asked for. */
enum Kind {
  END_OF_DAY(Permission.SEE_BRANCH, Set.of(Question.DATE), Set.of()),
  PROOF_SHEET(Permission.SEE_BRANCH, Set.of(Question.DATE, Question.SESSION), Set.of()),
  JOURNAL(Permission.SEE_BRANCH, Set.of(Question.DATE, Question.TO), Set.of(Format.CSV)),
  LARGE_CASH(Permission.SEE_BRANCH, Set.of(Question.DATE, Question.TO), Set.of(Format.CSV)),
  STATEMENT(
      Permission.SEE_OWN_JOURNAL,
      Set.of(Question.DATE, Question.TO, Question.ACCOUNT),
      Set.of(Format.CSV, Format.CAMT_053)),
  RECEIPT(Permission.SEE_OWN_JOURNAL, Set.of(Question.ENTRY), Set.of());

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

  private final Permission permission;
  private final Set<Question> questions;
  private final Set<Format> formats;

  Kind(Permission permission, Set<Question> questions, Set<Format> formats) {
    this.permission = permission;
    this.questions = questions;
    this.formats = formats;
  }

  Permission permission() {
    return permission;
  }

  boolean asks(Question question) {
    return questions.contains(question);
  }

  boolean comesAs(Format format) {
    return formats.contains(format);
  }

  /** In keys of messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
