package counterfoil.domain.staff;

import java.util.Locale;

/** A kind of act that some roles may do and others may not. {@link Permissions} has the table. */
public enum Permission {
  /** Customers and accounts: register, open, pay in and out, transfer, cheques, holds, close. */
  SERVE_CUSTOMERS,
  /** A till of one's own: open, count, offer and accept cash, close. */
  KEEP_TILL,
  /** Take back an act of the open business day; asks for an approval. */
  REVERSE_TODAY,
  /** Take back an act of an earlier business day. */
  REVERSE_EARLIER,
  /** Grant or reject what somebody else wants to do. */
  APPROVE,
  /** Offer and accept cash for the vault; bring cash in and send it out. */
  RUN_VAULT,
  /** Count a till of somebody else's. */
  COUNT_TILLS,
  /** Close a till of somebody else's. */
  FORCE_CLOSE_TILL,
  /** Open and close the business day. */
  RUN_DAY,
  /** Overdraft limit, minimum balance, freezing and unfreezing, joint holders. */
  SET_ACCOUNT_TERMS,
  /** Interest and fees that no customer asked for, outside any till. */
  POST_BACK_OFFICE,
  /** Look at what others did, and sign it off with a comment. */
  SIGN_OFF_EXCEPTIONS,
  /** The journal and the papers of one's own acts. */
  SEE_OWN_JOURNAL,
  /** Everything recorded: journal of all, timeline, tills, reports. */
  SEE_BRANCH,
  /** Take what is recorded out of the program as files. */
  EXPORT,
  /** Prove the ledger. */
  VERIFY,
  /** Add people, change their roles and passwords, suspend them. */
  MANAGE_STAFF,
  /** Say that a key is somebody else's, or that it counts no longer. */
  CERTIFY_KEYS,
  /** End the lock of somebody else's sign-in. */
  UNLOCK_SIGN_IN,
  /** Branch, denominations, products, limits, workstations. */
  CHANGE_SETTINGS,
  /** Take a customer's personal data out of the ledger for good. */
  ERASE_CUSTOMERS,
  /** Back up, restore, make the database anew, take history over from another system. */
  MAINTAIN_LEDGER;

  /** The name that entries and scripts know it by; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return code();
  }
}
