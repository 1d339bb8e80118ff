package counterfoil.application.history;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two small files to import: two accounts and five transactions, unless a test changes them. */
record FileSet(Path folder, String accounts, String transactions) {
  static final String ACCOUNTS_HEADER =
      "account,opened_on,branch,holder_reference,holder_birth_date,overdraft_limit,currency";
  static final String TRANSACTIONS_HEADER =
      "posted_on,sequence,account,type,amount,currency,balance_after,reference,"
          + "counterparty_bank,counterparty_account,narrative";
  private static final String ACCOUNTS =
      ACCOUNTS_HEADER
          + """

          7,1993-01-02,Praha,C7,1970-12-13,0.00,EUR
          12,1993-01-01,Brno,C12,,500.00,EUR
          """;
  private static final String TRANSACTIONS =
      TRANSACTIONS_HEADER
          + """

          1993-01-01,1,12,cash_deposit,100.00,EUR,100.00,R1,,,
          1993-01-01,2,12,cash_withdrawal,130.00,EUR,-30.00,R2,,0,household
          1993-01-02,1,7,transfer_in,50.00,EUR,,R3,AB,123,pension
          1993-01-02,1,12,fee,1.50,EUR,-31.40,R4,,,statement fee
          1993-01-05,3,7,card_withdrawal,5.25,EUR,44.75,,,,
          """;

  static FileSet in(Path folder) {
    return new FileSet(folder, ACCOUNTS, TRANSACTIONS);
  }

  FileSet withAccounts(String text) {
    return new FileSet(folder, text, transactions);
  }

  FileSet withTransactions(String text) {
    return new FileSet(folder, accounts, text);
  }

  Path accountsFile() {
    return folder.resolve("accounts.csv");
  }

  Path transactionsFile() {
    return folder.resolve("transactions.csv");
  }

  ImportReport importInto(Ledger ledger) throws IOException {
    Files.write(accountsFile(), accounts.getBytes(StandardCharsets.UTF_8));
    Files.write(transactionsFile(), transactions.getBytes(StandardCharsets.UTF_8));
    return importAsItLies(ledger);
  }

  /** Without writing the files first. */
  ImportReport importAsItLies(Ledger ledger) {
    return new HistoryImport(ledger, new Actor("admin", Actor.ADMINISTRATOR, "WS-01"))
        .run(accountsFile(), transactionsFile(), Progress.NONE);
  }
}
