package counterfoil.application.history;

import counterfoil.domain.account.AccountNumber;

/** A checked row of either file. */
sealed interface HistoryRow permits AccountRow, TransactionRow {
  long line();

  AccountNumber number();

  /** The version that its first event gets in its account's stream. */
  long version();

  /** How many events record it. */
  int events();
}
