package counterfoil.domain.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is in the branch; {@link Permissions} says what each may do. */
public enum Role {
  TELLER,
  HEAD_TELLER,
  AUDITOR,
  ADMINISTRATOR;

  /** The name that entries and scripts know the role by; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
