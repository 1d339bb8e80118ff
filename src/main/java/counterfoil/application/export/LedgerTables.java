package counterfoil.application.export;

import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import counterfoil.report.export.CsvFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/** Accounts and journal as of an entry, for spreadsheets; see {@link CsvFile}. */
final class LedgerTables {
  static final String ACCOUNTS = "accounts.csv";
  static final String JOURNAL = "journal.csv";

  private static final List<String> ACCOUNT_HEADINGS =
      List.of(
          "account",
          "holder",
          "customer",
          "product",
          "status",
          "frozen",
          "ledger",
          "available",
          "held",
          "overdraft_limit",
          "minimum_balance",
          "currency",
          "opened_on",
          "closed_on");
  private static final List<String> JOURNAL_HEADINGS =
      List.of(
          "entry",
          "recorded_at",
          "business_date",
          "type",
          "account",
          "amount",
          "balance",
          "currency",
          "staff",
          "approver",
          "till",
          "counterparty",
          "reference",
          "narrative");

  private final Ledger ledger;
  private final long position;

  LedgerTables(Ledger ledger, long position) {
    this.ledger = ledger;
    this.position = position;
  }

  /** One line an account, with its balances. */
  void accounts(OutputStream out) throws IOException {
    var csv = new CsvFile(out, ACCOUNT_HEADINGS);
    ledger.inquiries().eachAccount(position, line -> row(csv, line));
    csv.end();
  }

  private static void row(CsvFile csv, AccountLine line) {
    csv.row(
        line.number().value(),
        line.holder(),
        line.customer().map(CustomerNumber::value).orElse(""),
        line.product(),
        line.status().name().toLowerCase(Locale.ROOT),
        Boolean.toString(line.frozen()),
        plain(line.ledger()),
        plain(line.available()),
        plain(line.held()),
        plain(line.overdraftLimit()),
        plain(line.minimumBalance()),
        line.ledger().getCurrencyUnit().getCode(),
        line.openedOn().toString(),
        line.closedOn().map(LocalDate::toString).orElse(""));
  }

  /** One line an entry; what moved no money has no amount. */
  void journal(OutputStream out, Progress progress) throws IOException {
    var csv = new CsvFile(out, JOURNAL_HEADINGS);
    for (long next = 1; next <= position; next += Inquiries.MAX_LINES) {
      long last = Math.min(position, next + Inquiries.MAX_LINES - 1);
      ledger.inquiries().journal(next, last).forEach(line -> row(csv, line));
      LedgerExport.report(progress, last, position);
    }
    csv.end();
  }

  private void row(CsvFile csv, JournalLine line) {
    csv.row(
        Long.toString(line.position()),
        line.recordedAt().toString(),
        line.postedOn().toString(),
        line.type(),
        line.account().map(AccountNumber::value).orElse(""),
        line.amount().map(LedgerTables::plain).orElse(""),
        line.balance().map(LedgerTables::plain).orElse(""),
        ledger.currency().getCode(),
        line.actor(),
        line.approver(),
        line.till(),
        line.counterparty(),
        line.reference(),
        line.narrative());
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
