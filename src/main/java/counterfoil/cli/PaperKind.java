package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.domain.staff.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The papers that can be made, by the names that scripts know them by. */
enum PaperKind {
  END_OF_DAY,
  PROOF_SHEET,
  CASH,
  JOURNAL,
  STATEMENT,
  RECEIPT;

  /** What may have to be said; the option of each has its name. */
  enum Question {
    DATE,
    SESSION,
    ACCOUNT,
    FROM,
    TO,
    ENTRY,
    PAPER;

    String option() {
      return "--" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a paper is written. */
  enum Form {
    PDF,
    CSV,
    CAMT053;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws BadInput for another name
   */
  static PaperKind of(String typed) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(typed))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "There is no paper %s: give one of %s."
                    .formatted(
                        Quoted.of(typed),
                        Arrays.stream(values())
                            .map(PaperKind::code)
                            .collect(Collectors.joining(", ")))));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Permission permission() {
    return switch (this) {
      case END_OF_DAY, PROOF_SHEET, CASH, JOURNAL -> Permission.SEE_BRANCH;
      case STATEMENT, RECEIPT -> Permission.SEE_OWN_JOURNAL;
    };
  }

  private Set<Question> questions() {
    return switch (this) {
      case END_OF_DAY -> EnumSet.of(Question.DATE);
      case PROOF_SHEET -> EnumSet.of(Question.SESSION);
      case CASH, JOURNAL -> EnumSet.of(Question.FROM, Question.TO);
      case STATEMENT -> EnumSet.of(Question.ACCOUNT, Question.FROM, Question.TO);
      case RECEIPT -> EnumSet.of(Question.ENTRY, Question.PAPER);
    };
  }

  /**
   * @throws BadInput if the paper does not come in that form
   */
  Form form(String typed) {
    return forms().stream()
        .filter(form -> form.code().equals(typed))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "--format %s: %s comes as %s."
                    .formatted(
                        Quoted.of(typed),
                        code(),
                        forms().stream().map(Form::code).collect(Collectors.joining(", ")))));
  }

  private Set<Form> forms() {
    return switch (this) {
      case END_OF_DAY, PROOF_SHEET, RECEIPT -> EnumSet.of(Form.PDF);
      case CASH, JOURNAL -> EnumSet.of(Form.PDF, Form.CSV);
      case STATEMENT -> EnumSet.allOf(Form.class);
    };
  }

  /**
   * @throws BadInput if something was said that this paper does not ask for
   */
  void refuseOthers(Set<Question> answered) {
    answered.stream()
        .filter(question -> !questions().contains(question))
        .findFirst()
        .ifPresent(other -> {
          throw new BadInput("%s does not go with %s.".formatted(other.option(), code()));
        });
  }
}
