package counterfoil.cli;

import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.Inquiries;
import java.util.regex.Pattern;

/**
 * Numbers for new accounts that are opened without one: ten digits, each one more than the largest
 * there is. Several threads may take one each.
 */
final class NextAccountNumber {
  private static final String PREFIX = "20";
  private static final Pattern OURS = Pattern.compile(PREFIX + "[0-9]{8}");
  private static final long BEFORE_THE_FIRST = 2_000_000_000L;

  private final Inquiries inquiries;
  private long last;

  NextAccountNumber(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  /** A number that this object has not given before, and that was free at the first call. */
  synchronized AccountNumber take() {
    if (last == 0) {
      last = largest();
    }
    last++;
    return new AccountNumber(Long.toString(last));
  }

  private long largest() {
    var descending = new AccountSelection(PREFIX, AccountSelection.Order.NUMBER, true);
    return inquiries.accountNumbers(descending).stream()
        .filter(number -> OURS.matcher(number).matches())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(BEFORE_THE_FIRST);
  }
}
