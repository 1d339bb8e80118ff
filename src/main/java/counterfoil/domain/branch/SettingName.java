package counterfoil.domain.branch;

import java.util.Optional;
import java.util.stream.Stream;

/** The named settings of a branch, each a text of its own form; see {@link Settings}. */
public enum SettingName {
  BRANCH_NAME("branch.name", ""),
  /** One or more lines. */
  BRANCH_ADDRESS("branch.address", ""),
  /** One or more lines. */
  RECEIPT_HEADER("receipt.header", ""),
  /** One or more lines. */
  RECEIPT_FOOTER("receipt.footer", ""),
  /** 1 to 60. */
  LOCK_AFTER_MINUTES("lock_after_minutes", "5"),
  /** From and to, as {@code 08:30-16:00}; empty where the branch is always open. */
  OPENING_HOURS("opening_hours", ""),
  /** How long an approval can be used, 1 to 480. */
  APPROVAL_MINUTES("approval_minutes", "15"),
  /** Set once, with the first member of staff, and by nobody; see {@link Settings}. */
  SIGN_IN("sign_in", "");

  private final String code;
  private final String unset;

  SettingName(String code, String unset) {
    this.code = code;
    this.unset = unset;
  }

  /** As commands and entries call it. */
  public String code() {
    return code;
  }

  /** What holds until somebody sets it. */
  public String unset() {
    return unset;
  }

  public static Optional<SettingName> parse(String code) {
    return Stream.of(values()).filter(name -> name.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
