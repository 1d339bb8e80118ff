package counterfoil.cli;

import counterfoil.application.Order.CashSlip;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashReading;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Notes and coins in a command's fields: {@code cash} where it can go one way only, {@code
 * received} from the customer and {@code given} to them otherwise.
 */
final class CashSyntax {
  private static final String CASH = "cash";
  private static final String RECEIVED = "received";
  private static final String GIVEN = "given";

  private final CurrencyUnit currency;
  private final BranchFacts branch;

  CashSyntax(CurrencyUnit currency, BranchFacts branch) {
    this.currency = currency;
    this.branch = branch;
  }

  /** The cash of one act; an act without cash has no such field. */
  CashSlip slip(AccountCommand command, CommandFields fields) {
    return switch (command) {
      case Deposit _ -> paidIn(fields);
      case Withdraw _ -> paidOut(fields);
      case CloseAccount _ -> paidOut(fields);
      default -> CashSlip.NONE;
    };
  }

  CashSlip slip(CommandFields fields) {
    return new CashSlip(optional(RECEIVED, fields), optional(GIVEN, fields));
  }

  CashSlip paidIn(CommandFields fields) {
    return new CashSlip(either(RECEIVED, fields), optional(GIVEN, fields));
  }

  private CashSlip paidOut(CommandFields fields) {
    return new CashSlip(optional(RECEIVED, fields), either(GIVEN, fields));
  }

  private Optional<Cash> either(String name, CommandFields fields) {
    Optional<Cash> cash = optional(CASH, fields);
    Optional<Cash> named = optional(name, fields);
    if (cash.isPresent() && named.isPresent()) {
      throw fields.malformed("Give the cash once: as cash, or as " + name + ".");
    }
    return cash.or(() -> named);
  }

  /** Cash that must be told; none at all is told as {@code {}}. */
  Cash told(CommandFields fields) {
    return optional(CASH, fields).orElseThrow(() -> fields.missing(CASH));
  }

  private Optional<Cash> optional(String name, CommandFields fields) {
    return fields
        .optionalPieces(name)
        .map(told -> {
          if (told.isEmpty()) {
            return Cash.none(currency);
          }
          return switch (Cash.read(branch.denominations(), told)) {
            case CashReading.Told(Cash cash) -> cash;
            case CashReading.Refused(var refusal) -> throw new UnlawfulCommand(refusal);
          };
        });
  }
}
