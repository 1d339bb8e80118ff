package counterfoil.domain.customer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the branch knows of a customer. Texts that were not given are empty.
 *
 * @param birthDate nothing for a company or a club
 * @param documentType what they showed, such as {@code passport}
 * @param flags what whoever serves them must know; in the order of {@link Flag}
 * @param noteToTeller shown to whoever serves them
 */
public record CustomerDetails(
    String name,
    Optional<LocalDate> birthDate,
    String documentType,
    String documentNumber,
    String phone,
    String address,
    Set<Flag> flags,
    String noteToTeller) {
  /** What stands where a personal text was. */
  public static final String ERASED_TEXT = "(erased)";

  /** What is left of somebody whose personal data was erased. */
  public static final CustomerDetails ERASED = named(ERASED_TEXT);

  /** From this birthday on a person is of age. */
  public static final int AGE_OF_MAJORITY_YEARS = 18;

  /** What whoever serves a customer must know. */
  public enum Flag {
    DECEASED,
    /** Not of age, or to be treated so; also follows from the birth date. */
    MINOR,
    DORMANT
  }

  public CustomerDetails {
    flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
  }

  /** Somebody of whom only the name is known. */
  public static CustomerDetails named(String name) {
    return new CustomerDetails(name, Optional.empty(), "", "", "", "", Set.of(), "");
  }

  /** In whole years; nothing where no birth date is known, or it is after {@code date}. */
  public Optional<Integer> ageOn(LocalDate date) {
    return birthDate.filter(born -> !born.isAfter(date)).map(born -> born.until(date).getYears());
  }

  /** Whether the customer is flagged as a minor, or is not of age yet. */
  public boolean isMinorOn(LocalDate date) {
    return flags.contains(Flag.MINOR)
        || birthDate
            .filter(born -> born.until(date).getYears() < AGE_OF_MAJORITY_YEARS)
            .isPresent();
  }
}
