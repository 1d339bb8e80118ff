package counterfoil.cli;

/** What a field of a command was given as. */
sealed interface FieldValue {
  record Text(String text) implements FieldValue {}

  record Flag(boolean set) implements FieldValue {}

  /** A number, or what JSON has no number for; no field takes one, as readers round them. */
  record Numeral(String digits) implements FieldValue {}

  /** An object, a list or null. */
  record Other() implements FieldValue {}
}
