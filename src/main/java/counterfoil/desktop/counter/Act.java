package counterfoil.desktop.counter;

import counterfoil.domain.staff.Permission;
import java.util.List;

/** What can be done at the counter. */
public enum Act {
  DEPOSIT("F2"),
  WITHDRAW("F3"),
  TRANSFER("F4"),
  CHEQUE("F5"),
  OPEN("F6"),
  CLOSE("F7"),
  HOLD("F8"),
  FEE("F9"),
  RELEASE("Shift+F8"),
  OVERDRAFT("Shift+F9"),
  MINIMUM("F10"),
  ADD_HOLDER("Shift+F6"),
  REMOVE_HOLDER("Shift+F7"),
  FREEZE("F11"),
  UNFREEZE("Shift+F11"),
  /** Takes an earlier act back; it is chosen in the history. */
  REVERSE("F12");

  private final String key;

  Act(String key) {
    this.key = key;
  }

  /** The keys that choose it, as {@code KeyCombination.valueOf} reads them. */
  public String key() {
    return key;
  }

  /** The same as people read it. */
  public String keyName() {
    return key.replace('+', ' ');
  }

  /**
   * The fields of its form, in the order of the paper one.
   *
   * @param staffed whether the ledger has staff, and so tills and registered customers
   */
  public List<Field> fields(boolean staffed) {
    return switch (this) {
      case DEPOSIT, WITHDRAW ->
          staffed
              ? List.of(Field.AMOUNT, Field.CASH, Field.NARRATIVE, Field.REFERENCE)
              : List.of(Field.AMOUNT, Field.NARRATIVE, Field.REFERENCE);
      case TRANSFER -> List.of(Field.PAYEE, Field.AMOUNT, Field.NARRATIVE, Field.REFERENCE);
      case CHEQUE ->
          List.of(
              Field.AMOUNT,
              Field.CHEQUE_NUMBER,
              Field.CHEQUE_BANK,
              Field.CHEQUE_ACCOUNT,
              Field.CHEQUE_DATE,
              Field.RELEASE_ON,
              Field.NARRATIVE,
              Field.REFERENCE);
      case OPEN -> opening(staffed);
      case CLOSE ->
          staffed
              ? List.of(Field.PAYOUT, Field.INTO, Field.CASH, Field.NARRATIVE, Field.REFERENCE)
              : List.of(Field.PAYOUT, Field.NARRATIVE, Field.REFERENCE);
      case HOLD -> List.of(Field.AMOUNT, Field.RELEASE_ON, Field.REASON);
      case RELEASE -> List.of(Field.HOLD, Field.REASON);
      case FREEZE, UNFREEZE, REVERSE -> List.of(Field.REASON);
      case ADD_HOLDER, REMOVE_HOLDER -> List.of(Field.HOLDERS);
      case FEE, OVERDRAFT, MINIMUM -> List.of(Field.AMOUNT, Field.NARRATIVE, Field.REFERENCE);
    };
  }

  private static List<Field> opening(boolean staffed) {
    return staffed
        ? List.of(
            Field.NUMBER,
            Field.PRODUCT,
            Field.HOLDERS,
            Field.AMOUNT,
            Field.CASH,
            Field.NARRATIVE,
            Field.REFERENCE)
        : List.of(
            Field.NUMBER,
            Field.PRODUCT,
            Field.HOLDER,
            Field.AMOUNT,
            Field.NARRATIVE,
            Field.REFERENCE);
  }

  /** Whether it is done to an account that is there already. */
  public boolean needsAccount() {
    return this != OPEN;
  }

  /** What a person must be permitted to do it. */
  Permission permission() {
    return switch (this) {
      case DEPOSIT, WITHDRAW, TRANSFER, CHEQUE, OPEN, CLOSE, HOLD, FEE, RELEASE ->
          Permission.SERVE_CUSTOMERS;
      case OVERDRAFT, MINIMUM, ADD_HOLDER, REMOVE_HOLDER, FREEZE, UNFREEZE ->
          Permission.SET_ACCOUNT_TERMS;
      case REVERSE -> Permission.REVERSE_TODAY;
    };
  }

  /** Its part in the keys of messages, such as {@code deposit}. */
  String word() {
    return switch (this) {
      case DEPOSIT -> "deposit";
      case WITHDRAW -> "withdraw";
      case TRANSFER -> "transfer";
      case CHEQUE -> "cheque";
      case OPEN -> "open";
      case CLOSE -> "close";
      case HOLD -> "hold";
      case FEE -> "fee";
      case RELEASE -> "release";
      case OVERDRAFT -> "overdraft";
      case MINIMUM -> "minimum";
      case ADD_HOLDER -> "add-holder";
      case REMOVE_HOLDER -> "remove-holder";
      case FREEZE -> "freeze";
      case UNFREEZE -> "unfreeze";
      case REVERSE -> "reverse";
    };
  }
}
