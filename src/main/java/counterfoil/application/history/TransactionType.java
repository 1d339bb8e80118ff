package counterfoil.application.history;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the column {@code type} of a transactions file may hold. */
enum TransactionType {
  CASH_DEPOSIT("cash_deposit", true),
  CASH_WITHDRAWAL("cash_withdrawal", false),
  TRANSFER_IN("transfer_in", true),
  TRANSFER_OUT("transfer_out", false),
  INTEREST("interest", true),
  FEE("fee", false),
  OVERDRAFT_INTEREST("overdraft_interest", false),
  CARD_WITHDRAWAL("card_withdrawal", false),
  CHEQUE_DEPOSIT("cheque_deposit", true);

  private static final Map<String, TransactionType> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(t -> t.word, Function.identity()));

  private final String word;
  private final boolean credit;

  TransactionType(String word, boolean credit) {
    this.word = word;
    this.credit = credit;
  }

  static Optional<TransactionType> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  String word() {
    return word;
  }

  boolean isTransfer() {
    return this == TRANSFER_IN || this == TRANSFER_OUT;
  }

  /** {@code balance} after a transaction of this type. */
  Money after(Money balance, Money amount) {
    return credit ? balance.plus(amount) : balance.minus(amount);
  }
}
