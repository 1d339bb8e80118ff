package counterfoil.domain.branch;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A kind of account that a branch offers.
 *
 * @param code what accounts name it by
 * @param minimumBalance zero or more; withdrawals leave at least this much
 * @param overdraftAllowed whether an account of it may have an overdraft limit
 * @param withdrawalFee zero or more, charged with each cash withdrawal
 * @param interestPercent a year, on balances above zero; 0 to 100, at most four decimals
 */
public record Product(
    String code,
    String name,
    Kind kind,
    Money minimumBalance,
    boolean overdraftAllowed,
    Money withdrawalFee,
    BigDecimal interestPercent) {

  public static final BigDecimal MAX_INTEREST_PERCENT = BigDecimal.valueOf(100);
  public static final int INTEREST_DECIMALS = 4;

  /** A product is the same whatever zeros its rate was typed with. */
  public Product {
    BigDecimal plain = interestPercent.stripTrailingZeros();
    interestPercent = plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** What it is for. */
  public enum Kind {
    CURRENT,
    SAVINGS
  }

  /** The two that every branch begins with, until it defines its own under their codes. */
  static List<Product> builtIn(CurrencyUnit currency) {
    Money none = Money.zero(currency);
    return List.of(
        new Product("current", "Current account", Kind.CURRENT, none, true, none, BigDecimal.ZERO),
        new Product(
            "savings", "Savings account", Kind.SAVINGS, none, false, none, BigDecimal.ZERO));
  }
}
