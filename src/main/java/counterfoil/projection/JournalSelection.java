package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the journal: those for which all of this is true.
 *
 * @param types event type names; empty for all
 * @param customer who is, or ever was, a holder of the entry's account, or whom the entry itself is
 *     about
 * @param till the till, or the vault, that the entry is of or was posted from
 * @param staff who did or approved it, by the name that they sign in with
 * @param amounts what it moved, in or out
 * @param text part of narrative, reference, counterparty, holder or account number, in any case;
 *     empty for all
 * @param times when it happened
 * @param fromPosition first position, 1 at least
 * @param toPosition last position; {@link Long#MAX_VALUE} for no end
 */
public record JournalSelection(
    Set<String> types,
    Optional<AccountNumber> account,
    Optional<CustomerNumber> customer,
    Optional<String> till,
    Optional<String> staff,
    AmountRange amounts,
    String text,
    Optional<TimeRange> times,
    long fromPosition,
    long toPosition) {
  public static final JournalSelection ALL =
      new JournalSelection(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          AmountRange.ANY,
          "",
          Optional.empty(),
          1,
          Long.MAX_VALUE);

  public JournalSelection {
    types = Set.copyOf(types);
  }

  /** Whether nothing but positions narrows it. */
  public boolean everything() {
    return times.isEmpty() && everyFact();
  }

  /** Whether nothing but positions and times narrows it. */
  boolean everyFact() {
    return types.isEmpty()
        && account.isEmpty()
        && customer.isEmpty()
        && till.isEmpty()
        && staff.isEmpty()
        && amounts.any()
        && text.isEmpty();
  }

  public JournalSelection withTypes(Set<String> wanted) {
    return new JournalSelection(
        wanted, account, customer, till, staff, amounts, text, times, fromPosition, toPosition);
  }

  public JournalSelection withAccount(Optional<AccountNumber> wanted) {
    return new JournalSelection(
        types, wanted, customer, till, staff, amounts, text, times, fromPosition, toPosition);
  }

  public JournalSelection withCustomer(Optional<CustomerNumber> wanted) {
    return new JournalSelection(
        types, account, wanted, till, staff, amounts, text, times, fromPosition, toPosition);
  }

  public JournalSelection withTill(Optional<String> wanted) {
    return new JournalSelection(
        types, account, customer, wanted, staff, amounts, text, times, fromPosition, toPosition);
  }

  public JournalSelection withStaff(Optional<String> wanted) {
    return new JournalSelection(
        types, account, customer, till, wanted, amounts, text, times, fromPosition, toPosition);
  }

  public JournalSelection withAmounts(AmountRange wanted) {
    return new JournalSelection(
        types, account, customer, till, staff, wanted, text, times, fromPosition, toPosition);
  }

  public JournalSelection withText(String wanted) {
    return new JournalSelection(
        types, account, customer, till, staff, amounts, wanted, times, fromPosition, toPosition);
  }

  public JournalSelection withTimes(Optional<TimeRange> wanted) {
    return new JournalSelection(
        types, account, customer, till, staff, amounts, text, wanted, fromPosition, toPosition);
  }

  /** The same from one position to another, both included. */
  public JournalSelection between(long from, long to) {
    return new JournalSelection(
        types, account, customer, till, staff, amounts, text, times, from, to);
  }
}
