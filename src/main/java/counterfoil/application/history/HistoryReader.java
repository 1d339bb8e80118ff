package counterfoil.application.history;

import counterfoil.application.history.ImportReport.Difference;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.Limits;
import counterfoil.domain.account.Refusal;
import counterfoil.domain.account.Refusal.TextMissing;
import counterfoil.domain.account.Refusal.TextTooLong;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final int POSTED_ON = 0;
  private static final int SEQUENCE = 1;
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
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SEQUENCE_NUMBER = Pattern.compile("[0-9]{1,9}");

  private final CurrencyUnit currency;
  private final MoneyColumn money;
  private final LocalDate today;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<AccountRow> accounts = new ArrayList<>();
  private final List<TransactionRow> transactions = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private long belowZero;
  private String lastDateText = "";
  private LocalDate lastDate = LocalDate.EPOCH;

  /** For one file set. History ends {@code today}: a later day is an error of the file. */
  HistoryReader(CurrencyUnit currency, LocalDate today) {
    this.currency = currency;
    this.money = new MoneyColumn(currency);
    this.today = today;
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
    var number = accountNumber(row, ACCOUNT);
    refuseOtherCurrency(row, ACCOUNT_CURRENCY);
    int holder = row.text(HOLDER_NAME).isEmpty() ? HOLDER_REFERENCE : HOLDER_NAME;
    var account =
        new AccountRow(
            row.line(),
            number,
            date(row, OPENED_ON),
            text(row, BRANCH, Limits.MAX_NARRATIVE_LENGTH),
            text(row, HOLDER_REFERENCE, Limits.MAX_REFERENCE_LENGTH),
            name(row, holder, Limits.MAX_HOLDER_LENGTH),
            birthDate(row),
            row.text(PRODUCT).isEmpty()
                ? DEFAULT_PRODUCT
                : name(row, PRODUCT, Limits.MAX_PRODUCT_LENGTH),
            money.zeroOrMore(row, OVERDRAFT_LIMIT));
    if (tallies.putIfAbsent(number.value(), new Tally(account)) != null) {
      throw row.refuse(
          ACCOUNT, "has a row already, in line " + tallies.get(number.value()).account.line());
    }
    accounts.add(account);
  }

  private void transaction(CsvFile.Row row) {
    var postedOn = date(row, POSTED_ON);
    int sequence = sequence(row);
    var tally = tallies.get(row.text(POSTED_TO));
    if (tally == null) {
      throw row.refuse(POSTED_TO, "is not an account of the accounts file");
    }
    tally.refuseOutOfOrder(row, postedOn, sequence);
    var type =
        TransactionType.of(row.text(TYPE))
            .orElseThrow(() -> row.refuse(TYPE, "is not a type of transaction"));
    refuseOtherCurrency(row, CURRENCY);
    var amount = money.positive(row, AMOUNT);
    Optional<Money> recorded =
        row.text(BALANCE_AFTER).isEmpty()
            ? Optional.empty()
            : Optional.of(money.any(row, BALANCE_AFTER));
    var counterparty = counterparty(row);
    var transaction =
        new TransactionRow(
            row.line(),
            tally.account,
            postedOn,
            sequence,
            type,
            amount,
            tally.nextVersion++,
            recorded,
            type.isTransfer() ? counterparty : NO_COUNTERPARTY,
            new Details(
                text(row, REFERENCE, Limits.MAX_REFERENCE_LENGTH),
                type.isTransfer() ? narrative(row) : narrative(row, counterparty)));
    count(row, tally, transaction);
    transactions.add(transaction);
  }

  private static Counterparty counterparty(CsvFile.Row row) {
    var counterparty =
        new Counterparty(
            text(row, COUNTERPARTY_BANK, Limits.MAX_REFERENCE_LENGTH),
            text(row, COUNTERPARTY_ACCOUNT, Limits.MAX_REFERENCE_LENGTH));
    return counterparty.label().equals(NO_ACCOUNT) ? NO_COUNTERPARTY : counterparty;
  }

  private static String narrative(CsvFile.Row row) {
    return text(row, NARRATIVE, Limits.MAX_NARRATIVE_LENGTH);
  }

  /** Only transfers have a counterparty of their own; with anything else it is kept in words. */
  private static String narrative(CsvFile.Row row, Counterparty counterparty) {
    String both = (narrative(row) + " " + counterparty.label()).strip();
    return accepted(row, NARRATIVE, both, Limits.refuseText("", both, Limits.MAX_NARRATIVE_LENGTH));
  }

  private void count(CsvFile.Row row, Tally tally, TransactionRow transaction) {
    Money balance = transaction.type().after(tally.balance, transaction.amount());
    if (balance.abs().isGreaterThan(Limits.largest(currency))) {
      throw row.refuse(AMOUNT, "takes the balance beyond what an account can hold");
    }
    tally.balance = balance;
    belowZero += balance.isNegative() ? 1 : 0;
    transaction
        .recordedBalance()
        .filter(recorded -> !recorded.isEqual(balance))
        .ifPresent(recorded ->
            differences.add(
                new Difference(transaction.line(), tally.account.number(), recorded, balance)));
  }

  private AccountNumber accountNumber(CsvFile.Row row, int column) {
    return AccountNumber.parse(row.text(column))
        .orElseThrow(() ->
            row.refuse(
                column,
                "is not an account number: 1 to 34 letters, digits, hyphens, dots or slashes,"
                    + " without spaces"));
  }

  private void refuseOtherCurrency(CsvFile.Row row, int column) {
    if (!row.text(column).equals(currency.getCode())) {
      throw row.refuse(column, "is not the ledger's currency, " + currency.getCode());
    }
  }

  /** Rows of one day stand together, so the last date read is mostly the next one too. */
  private LocalDate date(CsvFile.Row row, int column) {
    String text = row.text(column);
    if (!text.equals(lastDateText)) {
      lastDate = existingDate(row, column, text);
      lastDateText = text;
    }
    return lastDate;
  }

  private LocalDate existingDate(CsvFile.Row row, int column, String text) {
    if (!DATE.matcher(text).matches()) {
      throw row.refuse(column, "is not a date such as 1993-02-26");
    }
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw row.refuse(column, "is a date that does not exist");
    }
    if (date.isAfter(today)) {
      throw row.refuse(column, "is a date in the future");
    }
    return date;
  }

  private String birthDate(CsvFile.Row row) {
    String text = row.text(BIRTH_DATE);
    return text.isEmpty() ? text : existingDate(row, BIRTH_DATE, text).toString();
  }

  private static int sequence(CsvFile.Row row) {
    if (!SEQUENCE_NUMBER.matcher(row.text(SEQUENCE)).matches()) {
      throw row.refuse(SEQUENCE, "is not a whole number");
    }
    return Integer.parseInt(row.text(SEQUENCE));
  }

  private static String name(CsvFile.Row row, int column, int allowed) {
    String text = row.text(column);
    return accepted(row, column, text, Limits.refuseName("", text, allowed));
  }

  private static String text(CsvFile.Row row, int column, int allowed) {
    String text = row.text(column);
    return accepted(row, column, text, Limits.refuseText("", text, allowed));
  }

  private static String accepted(
      CsvFile.Row row, int column, String text, Optional<Refusal> refusal) {
    refusal.ifPresent(r -> {
      throw row.refuse(
          column,
          r instanceof TextTooLong(_, int length, int allowed)
              ? "is %d characters long; %d are allowed".formatted(length, allowed)
              : r instanceof TextMissing
                  ? "is not a name"
                  : "holds a line break or a character that cannot be shown");
    });
    return text;
  }

  /** One account while its rows are counted through. */
  private static final class Tally {
    private final AccountRow account;
    private Money balance;
    private long nextVersion;
    private LocalDate lastPostedOn;
    private int lastSequence = -1;

    private Tally(AccountRow account) {
      this.account = account;
      this.balance = Money.zero(account.overdraftLimit().getCurrencyUnit());
      this.nextVersion = account.events();
      this.lastPostedOn = account.openedOn();
    }

    private void refuseOutOfOrder(CsvFile.Row row, LocalDate postedOn, int sequence) {
      if (postedOn.isBefore(account.openedOn())) {
        throw row.refuse(
            POSTED_ON, "is before %s, when the account was opened".formatted(account.openedOn()));
      }
      if (postedOn.isBefore(lastPostedOn)) {
        throw row.refuse(POSTED_ON, "is before the account's row above it");
      }
      if (postedOn.isEqual(lastPostedOn) && sequence <= lastSequence) {
        throw row.refuse(SEQUENCE, "does not follow the account's row above it on that day");
      }
      lastPostedOn = postedOn;
      lastSequence = sequence;
    }
  }
}
