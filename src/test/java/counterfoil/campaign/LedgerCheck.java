package counterfoil.campaign;

import static counterfoil.campaign.NaiveBook.check;

import counterfoil.application.Ledger;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountLine;
import java.util.List;

/** Whether an open ledger is right in itself and against a book kept beside it. */
final class LedgerCheck {
  private LedgerCheck() {}

  /** Compares everything and returns the book. */
  static NaiveBook everything(Ledger ledger) {
    NaiveBook book = againstBook(ledger);
    List<Finding> findings = ledger.verify(Progress.NONE).findings();
    check(findings.isEmpty(), "verify finds " + findings);
    return book;
  }

  /** Compares everything that needs no proof. */
  static NaiveBook againstBook(Ledger ledger) {
    List<Entry> entries = ledger.store().read(1, Integer.MAX_VALUE);
    NaiveBook book = new NaiveBook(entries);
    check(ledger.head().position() == entries.size(), "the head is not the last entry");
    book.cents()
        .forEach((number, cents) -> {
          AccountLine account = ledger.inquiries().account(number).orElseThrow();
          check(
              account.ledger().getAmountMinorLong() == cents,
              number + " has " + account.ledger() + " and should have cents " + cents);
        });
    return book;
  }
}
