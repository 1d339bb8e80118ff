package counterfoil.desktop.customer;

import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerInquiries.Change;
import counterfoil.projection.CustomerInquiries.Erasure;
import counterfoil.projection.CustomerLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the screen asks the ledger about customers; not on the screen's thread. */
public interface CustomerQuestions {
  /** The first {@code atMost} whose number, name, document or phone has the text. */
  List<CustomerLine> find(String text, int atMost);

  Optional<CustomerLine> customer(CustomerNumber number);

  List<AccountLine> accounts(CustomerNumber number);

  /** What was written down about a customer, oldest first. */
  List<Change> changes(CustomerNumber number);

  /** What was erased of a customer, if that was. */
  Optional<Erasure> erasure(CustomerNumber number);

  /** A number that no customer has. */
  CustomerNumber nextNumber();

  LocalDate businessDate();
}
