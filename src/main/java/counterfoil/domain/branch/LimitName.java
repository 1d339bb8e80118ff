package counterfoil.domain.branch;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The amounts that a branch may set a limit to. */
public enum LimitName {
  APPROVAL_CASH_IN("approval.cash_in"),
  APPROVAL_CASH_OUT("approval.cash_out"),
  APPROVAL_TRANSFER("approval.transfer"),
  APPROVAL_CHEQUE("approval.cheque"),
  APPROVAL_FEE("approval.fee"),
  SUPERVISOR_CASH_IN("supervisor.cash_in"),
  SUPERVISOR_CASH_OUT("supervisor.cash_out"),
  SUPERVISOR_TRANSFER("supervisor.transfer"),
  SUPERVISOR_CHEQUE("supervisor.cheque"),
  SUPERVISOR_FEE("supervisor.fee"),
  TILL_SOFT("till.soft"),
  TILL_HARD("till.hard"),
  OVER_SHORT_SECOND_PERSON("over_short.second_person"),
  REPORT_CASH_THRESHOLD("report.cash_threshold");

  /** Of each, the first must not be above the second: nothing could ever lie between them. */
  static final Map<LimitName, LimitName> PAIRS =
      Map.of(
          APPROVAL_CASH_IN, SUPERVISOR_CASH_IN,
          APPROVAL_CASH_OUT, SUPERVISOR_CASH_OUT,
          APPROVAL_TRANSFER, SUPERVISOR_TRANSFER,
          APPROVAL_CHEQUE, SUPERVISOR_CHEQUE,
          APPROVAL_FEE, SUPERVISOR_FEE,
          TILL_SOFT, TILL_HARD);

  private final String code;

  LimitName(String code) {
    this.code = code;
  }

  /** As commands, entries and settings call it. */
  public String code() {
    return code;
  }

  public static Optional<LimitName> parse(String code) {
    return Stream.of(values()).filter(name -> name.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
