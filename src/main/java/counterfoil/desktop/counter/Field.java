package counterfoil.desktop.counter;

/** A field of the counter's form; problems stand under the one they concern. */
public enum Field {
  NUMBER,
  HOLDER,
  PRODUCT,
  PAYEE,
  AMOUNT,
  NARRATIVE,
  REFERENCE,
  /** The tick that hands out what is left when an account is closed. */
  PAYOUT,
  /** No field in particular: the account itself stands in the way. */
  FORM
}
