package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.StaffCommand;
import counterfoil.domain.till.TillId;
import counterfoil.domain.workstation.Export;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that can be asked to be done. An order is one act: all of it is recorded together, or
 * nothing. Who asks, from which till, under which business date and at what time is not in it: the
 * {@link Session} it is given to knows.
 */
public sealed interface Order {

  /**
   * Acts for a customer at the counter, one after the other: a cheque in and cash back, for one.
   * Fees of the product, and interest that a closing settles, are added by the branch's rules.
   *
   * @param commands at least one
   */
  record Serve(List<AccountCommand> commands, CashSlip cash) implements Order {
    public Serve {
      commands = List.copyOf(commands);
      if (commands.isEmpty()) {
        throw new IllegalArgumentException("an order of nothing");
      }
    }

    /** One act, its cash as it comes. */
    public Serve(AccountCommand command) {
      this(List.of(command), CashSlip.NONE);
    }
  }

  /**
   * Notes and coins that go over the counter with an act.
   *
   * @param received nothing: the fewest pieces that make up what is paid in
   * @param given nothing: the fewest pieces the drawer has for what is paid out, or for the change
   */
  record CashSlip(Optional<Cash> received, Optional<Cash> given) {
    public static final CashSlip NONE = new CashSlip(Optional.empty(), Optional.empty());
  }

  /**
   * Takes back the whole act that an entry belongs to: accounts, cash and fees.
   *
   * @param cash as it was, the other way round, where nothing else is said
   */
  record Reverse(long position, String reason, CashSlip cash) implements Order {}

  record KeepCustomer(CustomerCommand command) implements Order {}

  /** Takes a customer's personal data out of the ledger for good. */
  record EraseCustomer(CustomerNumber number, String reason) implements Order {}

  /** Opens a till as one's own, with the float that waits for it. */
  record OpenTill(TillId till, Cash counted, String reason) implements Order {}

  /** A count in between, by a supervisor; or of the vault. */
  record CountTill(TillId till, Cash counted, String reason) implements Order {}

  /**
   * @param handOver whether all that was counted goes to the vault; otherwise it stays in the
   *     drawer
   */
  record CloseTill(TillId till, Cash counted, String reason, boolean handOver) implements Order {}

  /** The offer's number is the command's id. */
  record OfferCash(TillId from, TillId to, Cash cash) implements Order {}

  record AcceptCash(UUID offer, TillId from, TillId to) implements Order {}

  /**
   * @param to the till that declines: the one it was offered to, or the giver itself, which takes
   *     it back
   */
  record DeclineCash(UUID offer, TillId from, TillId to, String reason) implements Order {}

  /** Cash comes into the vault from outside the branch. */
  record BringCashIn(Cash cash, String source) implements Order {}

  /** Cash leaves the branch from the vault. */
  record SendCashOut(Cash cash, String destination) implements Order {}

  record OpenBusinessDay(LocalDate date) implements Order {}

  /** Forced, it closes over what is open still; that needs a reason. */
  record CloseBusinessDay(boolean forced, String reason) implements Order {}

  record ChangeSettings(SettingsCommand command) implements Order {}

  record ManageStaff(StaffCommand.Administration command) implements Order {}

  /** Grants what somebody else has asked for. */
  record Approve(UUID approval) implements Order {}

  record Reject(UUID approval, String reason) implements Order {}

  /** The maker no longer wants what was asked for. */
  record WithdrawRequest(UUID approval) implements Order {}

  /** An exception of the day was looked at. */
  record SignOff(long position, String comment) implements Order {}

  /** A receipt comes out once more. */
  record ReprintReceipt(long position) implements Order {}

  /** Something leaves the program as files; they get their names once this is recorded. */
  record RecordExport(Export export) implements Order {}

  /**
   * The ledger is right, though it is not what the workstation had seen of it.
   *
   * @param entries how many it had seen, 1 or more
   * @param root the tree's root over those, in Base64
   * @param reason not blank
   */
  record AcceptRestore(long entries, String root, String reason) implements Order {}
}
