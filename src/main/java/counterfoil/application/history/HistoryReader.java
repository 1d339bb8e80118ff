package counterfoil.application.history;

import counterfoil.application.history.ImportReport.Difference;
import counterfoil.domain.Limits;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads a file set and checks every row of it, in the order of the files. */
final class HistoryReader {
  private static final List<String> ACCOUNT_COLUMNS =
      List.of(
          "account",
          "opened_on",
          "branch",
          "holder_reference",
          "holder_birth_date",
          "overdraft_limit",
          "currency");
  private static final List<String> OPTIONAL_ACCOUNT_COLUMNS = List.of("holder_name", "product");
  private static final int ACCOUNT = 0;
  private static final int OPENED_ON = 1;
  private static final int BRANCH = 2;
  private static final int HOLDER_REFERENCE = 3;
  private static final int BIRTH_DATE = 4;
  private static final int OVERDRAFT_LIMIT = 5;
  private static final int ACCOUNT_CURRENCY = 6;
  private static final int HOLDER_NAME = 7;
  private static final int PRODUCT = 8;

  private static final List<String> TRANSACTION_COLUMNS =
      List.of(
          "posted_on",
          "sequence",
          "account",
          "type",
          "amount",
          "currency",
          "balance_after",
          "reference",
          "counterparty_bank",
          "counterparty_account",
          "narrative");
  static final int POSTED_ON = 0;
  static final int SEQUENCE = 1;
  private static final int POSTED_TO = 2;
  private static final int TYPE = 3;
  private static final int AMOUNT = 4;
  private static final int CURRENCY = 5;
  private static final int BALANCE_AFTER = 6;
  private static final int REFERENCE = 7;
  private static final int COUNTERPARTY_BANK = 8;
  private static final int COUNTERPARTY_ACCOUNT = 9;
  private static final int NARRATIVE = 10;

  /** What data handed over by banks has where there is no other account. */
  private static final String NO_ACCOUNT = "0";

  private static final Counterparty NO_COUNTERPARTY = new Counterparty("", "");
  private static final String DEFAULT_PRODUCT = "current";

  private final CurrencyUnit currency;
  private final MoneyColumn money;
  private final FieldChecks checks;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<AccountRow> accounts = new ArrayList<>();
  private final List<TransactionRow> transactions = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private long belowZero;

  /** For one file set. History ends {@code today}: a later day is an error of the file. */
  HistoryReader(CurrencyUnit currency, LocalDate today) {
    this.currency = currency;
    this.money = new MoneyColumn(currency);
    this.checks = new FieldChecks(currency, today);
  }

  /**
   * @throws HistoryRefused at the first row that cannot be taken over
   */
  History read(Path accountsFile, Path transactionsFile) {
    new CsvFile(accountsFile, ACCOUNT_COLUMNS, OPTIONAL_ACCOUNT_COLUMNS).eachRow(this::account);
    new CsvFile(transactionsFile, TRANSACTION_COLUMNS, List.of()).eachRow(this::transaction);
    return new History(accounts, transactions, differences, belowZero);
  }

  private void account(CsvFile.Row row) {
    var number = checks.accountNumber(row, ACCOUNT);
    checks.refuseOtherCurrency(row, ACCOUNT_CURRENCY);
    int holder = row.text(HOLDER_NAME).isEmpty() ? HOLDER_REFERENCE : HOLDER_NAME;
    var account =
        new AccountRow(
            row.line(),
            number,
            checks.date(row, OPENED_ON),
            checks.text(row, BRANCH, Limits.MAX_NARRATIVE_LENGTH),
            checks.text(row, HOLDER_REFERENCE, Limits.MAX_REFERENCE_LENGTH),
            checks.name(row, holder, Limits.MAX_HOLDER_LENGTH),
            checks.dateOrEmpty(row, BIRTH_DATE),
            row.text(PRODUCT).isEmpty()
                ? DEFAULT_PRODUCT
                : checks.name(row, PRODUCT, Limits.MAX_PRODUCT_LENGTH),
            money.zeroOrMore(row, OVERDRAFT_LIMIT));
    if (tallies.putIfAbsent(number.value(), new Tally(account)) != null) {
      throw row.refuse(
          ACCOUNT, "has a row already, in line " + tallies.get(number.value()).account().line());
    }
    accounts.add(account);
  }

  private void transaction(CsvFile.Row row) {
    var postedOn = checks.date(row, POSTED_ON);
    int sequence = checks.wholeNumber(row, SEQUENCE);
    var tally = tallies.get(row.text(POSTED_TO));
    if (tally == null) {
      throw row.refuse(POSTED_TO, "is not an account of the accounts file");
    }
    tally.refuseOutOfOrder(row, postedOn, sequence);
    var type =
        TransactionType.of(row.text(TYPE))
            .orElseThrow(() -> row.refuse(TYPE, "is not a type of transaction"));
    checks.refuseOtherCurrency(row, CURRENCY);
    var amount = money.positive(row, AMOUNT);
    Optional<Money> recorded =
        row.text(BALANCE_AFTER).isEmpty()
            ? Optional.empty()
            : Optional.of(money.any(row, BALANCE_AFTER));
    var counterparty = counterparty(row);
    var transaction =
        new TransactionRow(
            row.line(),
            tally.account(),
            postedOn,
            sequence,
            type,
            amount,
            tally.takeVersion(),
            recorded,
            type.isTransfer() ? counterparty : NO_COUNTERPARTY,
            new Details(
                checks.text(row, REFERENCE, Limits.MAX_REFERENCE_LENGTH),
                type.isTransfer() ? narrative(row) : narrative(row, counterparty)));
    count(row, tally, transaction);
    transactions.add(transaction);
  }

  private Counterparty counterparty(CsvFile.Row row) {
    var counterparty =
        new Counterparty(
            checks.text(row, COUNTERPARTY_BANK, Limits.MAX_REFERENCE_LENGTH),
            checks.text(row, COUNTERPARTY_ACCOUNT, Limits.MAX_REFERENCE_LENGTH));
    return counterparty.label().equals(NO_ACCOUNT) ? NO_COUNTERPARTY : counterparty;
  }

  private String narrative(CsvFile.Row row) {
    return checks.text(row, NARRATIVE, Limits.MAX_NARRATIVE_LENGTH);
  }

  /** Only transfers have a counterparty of their own; with anything else it is kept in words. */
  private String narrative(CsvFile.Row row, Counterparty counterparty) {
    String both = (narrative(row) + " " + counterparty.label()).strip();
    return checks.accepted(
        row, NARRATIVE, both, Limits.refuseText("", both, Limits.MAX_NARRATIVE_LENGTH));
  }

  private void count(CsvFile.Row row, Tally tally, TransactionRow transaction) {
    Money balance = transaction.type().after(tally.balance(), transaction.amount());
    if (balance.abs().isGreaterThan(Limits.largest(currency))) {
      throw row.refuse(AMOUNT, "takes the balance beyond what an account can hold");
    }
    tally.setBalance(balance);
    belowZero += balance.isNegative() ? 1 : 0;
    transaction
        .recordedBalance()
        .filter(recorded -> !recorded.isEqual(balance))
        .ifPresent(recorded ->
            differences.add(
                new Difference(transaction.line(), tally.account().number(), recorded, balance)));
  }
}
