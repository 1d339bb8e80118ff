package counterfoil.application.signin;

import counterfoil.domain.Refusal;

/** Why a password cannot be chosen. None holds the password or a part of it. */
public sealed interface PasswordRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case PasswordTooShort _ -> "password_too_short";
      case PasswordTooLong _ -> "password_too_long";
      case PasswordBlank _ -> "password_blank";
      case PasswordHasName _ -> "password_has_name";
      case PasswordCommon _ -> "password_common";
      case PasswordSimple _ -> "password_simple";
      case PasswordUnchanged _ -> "password_unchanged";
    };
  }

  /** Lengths in characters as a reader counts them (code points), after normalisation. */
  record PasswordTooShort(int length, int required) implements PasswordRefusal {}

  record PasswordTooLong(int length, int allowed) implements PasswordRefusal {}

  /** Nothing but spaces. */
  record PasswordBlank() implements PasswordRefusal {}

  /** Little more than the sign-in name. */
  record PasswordHasName() implements PasswordRefusal {}

  /** On the list of what is tried first. */
  record PasswordCommon() implements PasswordRefusal {}

  /** A few characters repeated, or a row of neighbours. */
  record PasswordSimple() implements PasswordRefusal {}

  /** The new one is the old one. */
  record PasswordUnchanged() implements PasswordRefusal {}
}
