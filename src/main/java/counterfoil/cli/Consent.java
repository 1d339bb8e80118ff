package counterfoil.cli;

import java.util.Optional;

/** How a command comes by the approval that it may need. */
sealed interface Consent {
  Consent NONE = new IfGranted();

  /** Only where it has been granted already. */
  record IfGranted() implements Consent {}

  /** It is asked for where it is needed, and the command is given again once it is granted. */
  record Asked() implements Consent {}

  /** A second person signs here and now, with their own password. */
  record AtTheDesk(String approver, String password) implements Consent {
    @Override
    public String toString() {
      return "AtTheDesk[" + approver + "]";
    }
  }

  /** What the fields say of it. */
  static Consent read(CommandFields fields) {
    boolean asked = fields.flag("request_approval");
    Optional<String> approver = fields.optionalText("approver");
    Optional<String> password = fields.optionalText("approver_password");
    if (approver.isPresent() != password.isPresent() || (asked && approver.isPresent())) {
      throw fields.malformed(
          "An approval needs approver together with approver_password, or request_approval: true.");
    }
    if (approver.isPresent()) {
      return new AtTheDesk(approver.get(), password.orElseThrow());
    }
    return asked ? new Asked() : NONE;
  }
}
