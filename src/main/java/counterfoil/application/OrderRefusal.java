package counterfoil.application;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import org.joda.money.Money;

/** Why an order was not carried out, whatever the account or the till would have said. */
public sealed interface OrderRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case SignInNeeded _ -> "sign_in_needed";
      case SignedOff _ -> "signed_out";
      case WorkstationIsLocked _ -> "workstation_locked";
      case PasswordIsTemporary _ -> "password_temporary";
      case NoStaffYet _ -> "no_staff_yet";
      case NoOwnTill _ -> "no_till_open";
      case CashWithoutTill _ -> "cash_without_till";
      case NoCashInvolved _ -> "no_cash_involved";
      case EntryNotFound _ -> "entry_not_found";
      case NothingToReverse _ -> "nothing_to_reverse";
      case ReversalTooLate _ -> "reversal_too_late";
      case HolderDeceased _ -> "holder_deceased";
      case HolderNotFound _ -> "holder_not_found";
      case OverdraftNotOffered _ -> "overdraft_not_offered";
      case ProductNotFound _ -> "product_not_found";
      case NoReceipt _ -> "no_receipt";
      case OwnMoneyCount _ -> "count_of_own_till";
      case ApprovalNotNeeded _ -> "approval_not_needed";
      case ErasureAccountOpen _ -> "erasure_account_open";
      case ErasurePending _ -> "erasure_pending";
      case ErasureTooLarge _ -> "erasure_too_large";
      case ErasureOvertaken _ -> "erasure_overtaken";
    };
  }

  /** The ledger has staff: nothing is done in it by somebody who has not signed in. */
  record SignInNeeded() implements OrderRefusal {}

  record SignedOff(String who) implements OrderRefusal {}

  record WorkstationIsLocked(String who) implements OrderRefusal {}

  /** The person must choose a password of their own before they do anything else. */
  record PasswordIsTemporary(String who) implements OrderRefusal {}

  /** Only accounts can be served in a ledger without staff; the first member is to be added. */
  record NoStaffYet() implements OrderRefusal {}

  record NoOwnTill(String who) implements OrderRefusal {}

  /** Notes and coins were told, but the ledger has no staff and so no tills. */
  record CashWithoutTill() implements OrderRefusal {}

  /** Notes and coins were told for an act that moves none. */
  record NoCashInvolved(Money told) implements OrderRefusal {}

  record EntryNotFound(long position) implements OrderRefusal {}

  /** Nothing of the act moved money. */
  record NothingToReverse(long position) implements OrderRefusal {}

  /** Of an earlier business day: that takes a head teller. */
  record ReversalTooLate(long position, String businessDate) implements OrderRefusal {}

  record HolderDeceased(AccountNumber account, CustomerNumber customer) implements OrderRefusal {}

  record HolderNotFound(CustomerNumber customer) implements OrderRefusal {}

  record OverdraftNotOffered(AccountNumber account, String product) implements OrderRefusal {}

  record ProductNotFound(String product) implements OrderRefusal {}

  record NoReceipt(long position) implements OrderRefusal {}

  /** A spot count is by somebody else than who serves from the till. */
  record OwnMoneyCount(String till) implements OrderRefusal {}

  record ApprovalNotNeeded() implements OrderRefusal {}

  /** The customer holds this account, alone or with others, or has held it. */
  record ErasureAccountOpen(CustomerNumber customer, AccountNumber account)
      implements OrderRefusal {}

  /** Somebody is still asked to approve acts that name the customer. */
  record ErasurePending(CustomerNumber customer, int acts) implements OrderRefusal {}

  /** The customer is in more entries than one erasure can name. */
  record ErasureTooLarge(CustomerNumber customer, int allowed) implements OrderRefusal {}

  /** Something of the customer's was recorded while what names them was gathered. */
  record ErasureOvertaken(CustomerNumber customer) implements OrderRefusal {}
}
