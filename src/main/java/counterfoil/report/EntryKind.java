package counterfoil.report;

import java.util.Locale;

/** What an entry did with money, as papers name it. */
public enum EntryKind {
  OPENING_DEPOSIT,
  DEPOSIT,
  WITHDRAWAL,
  CARD_WITHDRAWAL,
  CARD_DEPOSIT,
  CHEQUE,
  TRANSFER_SENT,
  TRANSFER_RECEIVED,
  FEE,
  INTEREST,
  OVERDRAFT_INTEREST,
  REVERSAL,
  CLOSING_PAYOUT,
  FROM_VAULT,
  TO_VAULT,
  FROM_TILL,
  TO_TILL,
  /** The vault's side of what goes to a till, and comes from one. */
  VAULT_TO_TILL,
  VAULT_FROM_TILL,
  /** Cash that was offered is back where it was. */
  OFFER_NOT_TAKEN,
  BROUGHT_IN,
  SENT_OUT,
  OVER_SHORT;

  /** What other programs know it by: {@code transfer_sent}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name among the texts of papers. */
  String key() {
    return "kind." + code().replace('_', '-');
  }
}
