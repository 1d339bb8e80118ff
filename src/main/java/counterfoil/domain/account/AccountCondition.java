package counterfoil.domain.account;

/** What makes an act that the rules of the account allow somebody else's to approve. */
public enum AccountCondition {
  /** It takes money that is on hold, or releases a hold before its day. */
  HOLD,
  /** It leaves the ledger balance below zero, within the overdraft limit. */
  OVERDRAFT,
  /** It undoes something. */
  REVERSAL
}
