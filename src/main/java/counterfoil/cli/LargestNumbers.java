package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.payload.CustomerEvents;
import counterfoil.projection.AccountSelection;
import java.util.regex.Pattern;

/** Where the numbers that a branch gives out go on. */
final class LargestNumbers {
  private static final String PREFIX = "20";
  private static final Pattern OURS = Pattern.compile(PREFIX + "[0-9]{8}");
  private static final long BEFORE_THE_FIRST = 2_000_000_000L;

  private LargestNumbers() {}

  /** Ten digits, from 2000000001 on. */
  static NextNumber<AccountNumber> ofAccounts(Ledger ledger) {
    return new NextNumber<>(
        () -> largestAccount(ledger), number -> new AccountNumber(Long.toString(number)));
  }

  private static long largestAccount(Ledger ledger) {
    var descending = new AccountSelection(PREFIX, AccountSelection.Order.NUMBER, true);
    return ledger.inquiries().accountNumbers(descending).stream()
        .filter(number -> OURS.matcher(number).matches())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(BEFORE_THE_FIRST);
  }

  /** C-000001 and on. */
  static NextNumber<CustomerNumber> ofCustomers(Ledger ledger) {
    return new NextNumber<>(() -> largestCustomer(ledger), CustomerNumber::numbered);
  }

  /**
   * A number that is taken with a free one behind it, or zero, found by doubling and halving: the
   * numbers given out have no gaps, and where somebody chose one of their own, any free one will
   * do.
   */
  private static long largestCustomer(Ledger ledger) {
    long taken = 0;
    long free = 1;
    while (isTaken(ledger, free)) {
      taken = free;
      free = 2 * free;
    }
    while (free - taken > 1) {
      long middle = taken + (free - taken) / 2;
      if (isTaken(ledger, middle)) {
        taken = middle;
      } else {
        free = middle;
      }
    }
    return taken;
  }

  private static boolean isTaken(Ledger ledger, long number) {
    var stream = CustomerEvents.stream(CustomerNumber.numbered(number));
    return !ledger.store().load(stream, 0).isEmpty();
  }
}
