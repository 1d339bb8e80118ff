package counterfoil.desktop.customer;

import java.util.Locale;

/** A field of the customer's form, in the order of the paper one. */
public enum Detail {
  NAME,
  BIRTH_DATE,
  DOCUMENT_TYPE,
  DOCUMENT_NUMBER,
  PHONE,
  ADDRESS,
  NOTE;

  /** Its part in the keys of messages, such as {@code birth-date}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
