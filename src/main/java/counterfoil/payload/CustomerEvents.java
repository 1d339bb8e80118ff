package counterfoil.payload;

import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerState;
import counterfoil.domain.customer.CustomerState.Unknown;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.StreamName;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to what the branch knows of its customers, as payloads and back. */
public final class CustomerEvents {
  /** The category of the streams that hold customers. */
  public static final String CATEGORY = "customer";

  public static final String CUSTOMER_REGISTERED = "CustomerRegistered";
  public static final String CUSTOMER_DETAILS_CHANGED = "CustomerDetailsChanged";
  public static final String CUSTOMER_ERASED = "CustomerErased";

  /** Customers as a kind of stream. */
  public static final StreamKind<CustomerState, CustomerEvent> KIND = new Kind();

  private CustomerEvents() {}

  public static StreamName stream(CustomerNumber number) {
    return StreamName.of(CATEGORY, number.value());
  }

  private static final class Kind extends JsonKind<CustomerState, CustomerEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public CustomerState nothing() {
      return new Unknown();
    }

    @Override
    public CustomerState after(CustomerState state, CustomerEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(CustomerEvent event) {
      return switch (event) {
        case CustomerRegistered _ -> CUSTOMER_REGISTERED;
        case CustomerDetailsChanged _ -> CUSTOMER_DETAILS_CHANGED;
        case CustomerErased _ -> CUSTOMER_ERASED;
      };
    }

    @Override
    void write(FactWriter facts, CustomerEvent event) {
      facts.text("customer", event.number().value());
      switch (event) {
        case CustomerRegistered e -> write(facts, "", e.details());
        case CustomerDetailsChanged e -> {
          write(facts, "before_", e.before());
          write(facts, "after_", e.after());
        }
        case CustomerErased e ->
            facts
                .text("reason", e.reason())
                .texts("entries", e.entries().stream().map(Kind::written).toList());
      }
    }

    /** Ten thousand of them must fit into one payload. */
    private static String written(ErasedEntry entry) {
      return entry.position() + " " + entry.sha256();
    }

    private static ErasedEntry erased(String written) {
      int space = written.indexOf(' ');
      long position = space < 1 ? 0 : Long.parseLong(written.substring(0, space));
      ErasedEntry entry = new ErasedEntry(position, written.substring(space + 1));
      if (!written(entry).equals(written)) {
        throw new IllegalArgumentException("no erased entry");
      }
      return entry;
    }

    private static void write(FactWriter facts, String prefix, CustomerDetails details) {
      facts
          .text(prefix + "name", details.name())
          .textIfAny(prefix + "birth_date", details.birthDate().map(LocalDate::toString).orElse(""))
          .textIfAny(prefix + "document_type", details.documentType())
          .textIfAny(prefix + "document_number", details.documentNumber())
          .textIfAny(prefix + "phone", details.phone())
          .textIfAny(prefix + "address", details.address());
      if (!details.flags().isEmpty()) {
        facts.texts(
            prefix + "flags",
            details.flags().stream().map(flag -> flag.name().toLowerCase(Locale.ROOT)).toList());
      }
      facts.textIfAny(prefix + "note_to_teller", details.noteToTeller());
    }

    @Override
    CustomerEvent read(String type, Facts f) {
      CustomerNumber number = new CustomerNumber(f.text("customer"));
      return switch (type) {
        case CUSTOMER_REGISTERED -> new CustomerRegistered(number, details(f, ""));
        case CUSTOMER_DETAILS_CHANGED ->
            new CustomerDetailsChanged(number, details(f, "before_"), details(f, "after_"));
        case CUSTOMER_ERASED ->
            new CustomerErased(
                number, f.text("reason"), f.texts("entries").stream().map(Kind::erased).toList());
        default -> throw unknown(type);
      };
    }

    private static CustomerDetails details(Facts f, String prefix) {
      return new CustomerDetails(
          f.text(prefix + "name"),
          f.dateIfAny(prefix + "birth_date"),
          f.textOrEmpty(prefix + "document_type"),
          f.textOrEmpty(prefix + "document_number"),
          f.textOrEmpty(prefix + "phone"),
          f.textOrEmpty(prefix + "address"),
          flags(f.has(prefix + "flags") ? f.texts(prefix + "flags") : List.of()),
          f.textOrEmpty(prefix + "note_to_teller"));
    }

    private static Set<Flag> flags(List<String> names) {
      return names.stream()
          .map(name -> Flag.valueOf(name.toUpperCase(Locale.ROOT)))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
