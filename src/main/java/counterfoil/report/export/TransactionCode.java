package counterfoil.report.export;

import counterfoil.report.EntryKind;

/**
 * What ISO 20022 calls a kind of entry, in its external code sets: domain, family, sub-family.
 * {@code XTND-NTAV-NTAV} is its word for none.
 *
 * <p>Charges, interest and adjustments are generic sub-families, which every family has ("Bank
 * Transaction Codes - External Code Sets", version 6.7, section 3.4.1); what the branch does to an
 * account by itself is in the generic families of miscellaneous credit and debit operations (3.3.1)
 * of account management. A reversal is an adjustment, and the entry's own indicator says the rest.
 */
record TransactionCode(String domain, String family, String subFamily) {
  static TransactionCode of(EntryKind kind, boolean credit) {
    return switch (kind) {
      case OPENING_DEPOSIT, DEPOSIT -> new TransactionCode("PMNT", "CNTR", "CDPT");
      case WITHDRAWAL, CLOSING_PAYOUT -> new TransactionCode("PMNT", "CNTR", "CWDL");
      case CARD_WITHDRAWAL -> new TransactionCode("PMNT", "CCRD", "CWDL");
      case CARD_DEPOSIT -> new TransactionCode("PMNT", "CCRD", "CDPT");
      case CHEQUE -> new TransactionCode("PMNT", "CNTR", "CHKD");
      case TRANSFER_SENT -> new TransactionCode("PMNT", "ICDT", "BOOK");
      case TRANSFER_RECEIVED -> new TransactionCode("PMNT", "RCDT", "BOOK");
      case FEE -> new TransactionCode("ACMT", "MDOP", "CHRG");
      case INTEREST -> new TransactionCode("ACMT", "MCOP", "INTR");
      case OVERDRAFT_INTEREST -> new TransactionCode("ACMT", "MDOP", "INTR");
      case REVERSAL -> new TransactionCode("ACMT", credit ? "MCOP" : "MDOP", "ADJT");
      case FROM_VAULT,
          TO_VAULT,
          FROM_TILL,
          TO_TILL,
          VAULT_TO_TILL,
          VAULT_FROM_TILL,
          OFFER_NOT_TAKEN,
          BROUGHT_IN,
          SENT_OUT,
          OVER_SHORT ->
          new TransactionCode("XTND", "NTAV", "NTAV");
    };
  }
}
