package counterfoil.desktop.counter;

import java.util.List;

/** What can be done at the counter. */
public enum Act {
  DEPOSIT("F2"),
  WITHDRAW("F3"),
  TRANSFER("F4"),
  OPEN("F6"),
  CLOSE("F7");

  private final String key;

  Act(String key) {
    this.key = key;
  }

  /** The function key that chooses it. */
  public String key() {
    return key;
  }

  /** The fields of its form, in the order of the paper one. */
  public List<Field> fields() {
    return switch (this) {
      case DEPOSIT, WITHDRAW -> List.of(Field.AMOUNT, Field.NARRATIVE, Field.REFERENCE);
      case TRANSFER -> List.of(Field.PAYEE, Field.AMOUNT, Field.NARRATIVE, Field.REFERENCE);
      case OPEN ->
          List.of(
              Field.NUMBER,
              Field.PRODUCT,
              Field.HOLDER,
              Field.AMOUNT,
              Field.NARRATIVE,
              Field.REFERENCE);
      case CLOSE -> List.of(Field.PAYOUT, Field.NARRATIVE, Field.REFERENCE);
    };
  }

  /** Whether it is done to an account that is there already. */
  public boolean needsAccount() {
    return this != OPEN;
  }

  /** Its part in the keys of messages, such as {@code deposit}. */
  String word() {
    return switch (this) {
      case DEPOSIT -> "deposit";
      case WITHDRAW -> "withdraw";
      case TRANSFER -> "transfer";
      case OPEN -> "open";
      case CLOSE -> "close";
    };
  }
}
