package counterfoil.domain.customer;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import counterfoil.domain.customer.CustomerRefusal.BornLater;
import counterfoil.domain.customer.CustomerRefusal.BornTooEarly;
import counterfoil.domain.customer.CustomerRefusal.CustomerExists;
import counterfoil.domain.customer.CustomerRefusal.CustomerIsErased;
import counterfoil.domain.customer.CustomerRefusal.CustomerNotFound;
import counterfoil.domain.customer.CustomerRefusal.DetailsUnchanged;
import counterfoil.domain.customer.CustomerState.Erased;
import counterfoil.domain.customer.CustomerState.Known;
import counterfoil.domain.customer.CustomerState.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules of a customer: state and command in, events or a refusal out. */
public final class CustomerDecider {
  public static final int MAX_DOCUMENT_TYPE_LENGTH = 35;
  public static final int MAX_DOCUMENT_NUMBER_LENGTH = 35;
  public static final int MAX_PHONE_LENGTH = 35;
  public static final int MAX_ADDRESS_LENGTH = 200;
  public static final int MAX_NOTE_LENGTH = 500;

  /** Nobody born earlier is alive; a century typed wrong is caught by it. */
  public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private CustomerDecider() {}

  public static Decision<CustomerEvent> decide(
      CustomerState state, CustomerCommand command, LocalDate businessDate) {
    return switch (command) {
      case RegisterCustomer(var number, var details) ->
          switch (state) {
            case Known _, Erased _ -> refused(new CustomerExists(number));
            case Unknown _ ->
                refuse(details, businessDate)
                    .<Decision<CustomerEvent>>map(Decision::refused)
                    .orElseGet(() -> accepted(new CustomerRegistered(number, details)));
          };
      case ChangeCustomerDetails(var number, var details) ->
          switch (state) {
            case Unknown _ -> refused(new CustomerNotFound(number));
            case Erased _ -> refused(new CustomerIsErased(number));
            case Known known when known.details().equals(details) ->
                refused(new DetailsUnchanged(number));
            case Known known ->
                refuse(details, businessDate)
                    .<Decision<CustomerEvent>>map(Decision::refused)
                    .orElseGet(() ->
                        accepted(new CustomerDetailsChanged(number, known.details(), details)));
          };
    };
  }

  /**
   * Whether what is personal may be taken out of these entries.
   *
   * @param reason why; it stays, and should name nobody
   * @param entries at most {@link CustomerErased#MAX_ENTRIES}, in the order of positions
   */
  public static Decision<CustomerEvent> erase(
      CustomerState state, CustomerNumber number, String reason, List<ErasedEntry> entries) {
    return switch (state) {
      case Unknown _ -> refused(new CustomerNotFound(number));
      case Erased _ -> refused(new CustomerIsErased(number));
      case Known _ ->
          Limits.refuseName("reason", reason, Limits.MAX_NARRATIVE_LENGTH)
              .<Decision<CustomerEvent>>map(Decision::refused)
              .orElseGet(() -> accepted(new CustomerErased(number, reason, entries)));
    };
  }

  private static Optional<Refusal> refuse(CustomerDetails details, LocalDate businessDate) {
    return Limits.refuseName("name", details.name(), Limits.MAX_HOLDER_LENGTH)
        .or(() -> details.birthDate().flatMap(born -> refuseBirth(born, businessDate)))
        .or(() -> text("document_type", details.documentType(), MAX_DOCUMENT_TYPE_LENGTH))
        .or(() -> text("document_number", details.documentNumber(), MAX_DOCUMENT_NUMBER_LENGTH))
        .or(() -> text("phone", details.phone(), MAX_PHONE_LENGTH))
        .or(() -> text("address", details.address(), MAX_ADDRESS_LENGTH))
        .or(() -> text("note_to_teller", details.noteToTeller(), MAX_NOTE_LENGTH));
  }

  private static Optional<Refusal> text(String field, String text, int allowed) {
    return Limits.refuseText(field, text, allowed);
  }

  private static Optional<Refusal> refuseBirth(LocalDate born, LocalDate businessDate) {
    if (born.isAfter(businessDate)) {
      return Optional.of(new BornLater(born, businessDate));
    }
    return born.isBefore(EARLIEST_BIRTH)
        ? Optional.of(new BornTooEarly(born, EARLIEST_BIRTH))
        : Optional.empty();
  }
}
