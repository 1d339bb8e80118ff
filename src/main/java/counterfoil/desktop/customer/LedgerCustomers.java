package counterfoil.desktop.customer;

import counterfoil.application.Ledger;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerInquiries.Change;
import counterfoil.projection.CustomerInquiries.Erasure;
import counterfoil.projection.CustomerLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The customers of a ledger. */
public record LedgerCustomers(Ledger ledger) implements CustomerQuestions {
  @Override
  public List<CustomerLine> find(String text, int atMost) {
    return ledger.inquiries().customers().find(text, atMost);
  }

  @Override
  public Optional<CustomerLine> customer(CustomerNumber number) {
    return ledger.inquiries().customers().customer(number);
  }

  @Override
  public List<AccountLine> accounts(CustomerNumber number) {
    return ledger.inquiries().customers().accounts(number);
  }

  @Override
  public List<Change> changes(CustomerNumber number) {
    return ledger.inquiries().customers().changes(number);
  }

  @Override
  public Optional<Erasure> erasure(CustomerNumber number) {
    return ledger.inquiries().customers().erasure(number);
  }

  /** Numbers that were given by hand may lie in the way of those that are counted. */
  @Override
  public CustomerNumber nextNumber() {
    long count = ledger.inquiries().customers().count() + 1;
    while (customer(CustomerNumber.numbered(count)).isPresent()) {
      count++;
    }
    return CustomerNumber.numbered(count);
  }

  @Override
  public LocalDate businessDate() {
    return ledger.businessDate();
  }
}
