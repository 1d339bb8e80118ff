package counterfoil.cli;

import java.util.List;
import java.util.Map;

/** What a field of a command was given as. */
sealed interface FieldValue {
  record Text(String text) implements FieldValue {
    /** It may be a password: an error that shows the value shows none of it. */
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  record Flag(boolean set) implements FieldValue {}

  /** A number, or what JSON has no number for; no amount is taken so, as readers round them. */
  record Numeral(String digits) implements FieldValue {}

  /** Fields within a field: pieces by denomination, or a whole command. */
  record Nested(Map<String, FieldValue> fields) implements FieldValue {}

  record Items(List<FieldValue> items) implements FieldValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Null, which no field is. */
  record Nothing() implements FieldValue {}
}
