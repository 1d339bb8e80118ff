package counterfoil.desktop.counter;

/** A field of the counter's form; problems stand under the one they concern. */
public enum Field {
  NUMBER,
  HOLDER,
  /** The customers that a new account belongs to, by their numbers, the main one first. */
  HOLDERS,
  PRODUCT,
  PAYEE,
  AMOUNT,
  /** Notes and coins by pieces. */
  CASH,
  CHEQUE_NUMBER,
  CHEQUE_BANK,
  /** The drawer's account that it is drawn on; it may stay empty. */
  CHEQUE_ACCOUNT,
  CHEQUE_DATE,
  RELEASE_ON,
  /** Which of the account's holds. */
  HOLD,
  REASON,
  NARRATIVE,
  REFERENCE,
  /** The tick that hands out what is left when an account is closed. */
  PAYOUT,
  /** The account that takes what is left when another one is closed. */
  INTO,
  /** No field in particular: the account itself stands in the way. */
  FORM
}
