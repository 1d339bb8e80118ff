package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Order.EraseCustomer;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.StaffedBranch;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is gone went by an erasure, and nothing else went with it. */
class ErasureAuditTest {
  private static final CustomerNumber ZOE = new CustomerNumber("C-000077");

  private final StaffedBranch branch = new StaffedBranch();
  private List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void somebodyIsErased() {
    branch.open();
    var zoe = CustomerDetails.named("Zoe Karlsson");
    branch.post(branch.headTeller(), new KeepCustomer(new RegisterCustomer(ZOE, zoe)));
    branch.post(
        branch.headTeller(),
        new KeepCustomer(new ChangeCustomerDetails(ZOE, CustomerDetails.named("Zoe Brandt"))));
    branch.post(branch.administrator(), new EraseCustomer(ZOE, "Asked"));
    entries = new ArrayList<>(branch.ledger().store().read(1, 1000));
  }

  @AfterEach
  void end() {
    branch.close();
  }

  private Entry last(String type) {
    return entries.stream()
        .filter(entry -> entry.type().name().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private Entry lastOfZoe(String type) {
    return entries.stream()
        .filter(entry -> entry.stream().equals(CustomerEvents.stream(ZOE)))
        .filter(entry -> entry.type().name().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private void put(Entry entry) {
    entries.set((int) entry.position() - 1, entry);
  }

  private void purge(Entry entry) {
    put(EntryCodec.erased(entry, Redaction.of(entry).orElseThrow()));
  }

  private void purgeAll() {
    purge(lastOfZoe(CustomerEvents.CUSTOMER_REGISTERED));
    purge(lastOfZoe(CustomerEvents.CUSTOMER_DETAILS_CHANGED));
  }

  /** Puts another erasure in place of the one that was recorded. */
  private void say(UnaryOperator<CustomerErased> other) {
    Entry said = lastOfZoe(CustomerEvents.CUSTOMER_ERASED);
    var event = (CustomerErased) CustomerEvents.KIND.decode(said.type(), said.payload());
    NewEvent written = CustomerEvents.KIND.encode(other.apply(event));
    put(
        new Entry(
            said.position(),
            said.stream(),
            said.version(),
            said.type(),
            said.commandId(),
            said.commandDigest(),
            said.provenance(),
            said.recordedAt(),
            written.payload(),
            said.salt(),
            said.envelope()));
  }

  private List<Finding> audit(List<Entry> reread) {
    var audit = new ErasureAudit(position -> Optional.of(reread.get((int) position - 1)));
    entries.forEach(entry -> audit.take(List.of(entry)));
    return audit.finish();
  }

  private void assertFound(Entry entry, String what) {
    assertEquals(
        List.of(entry.position() + ": " + what),
        audit(entries).stream().map(found -> found.position() + ": " + found.what()).toList());
  }

  @Test
  void an_erasure_is_no_fault_before_it_is_carried_out_nor_after() {
    assertEquals(List.of(), audit(entries));
    purgeAll();
    assertEquals(List.of(), audit(entries));
  }

  @Test
  void one_that_is_carried_out_while_the_ledger_is_proven_is_no_fault() {
    List<Entry> later = new ArrayList<>(entries);
    for (String type :
        List.of(CustomerEvents.CUSTOMER_REGISTERED, CustomerEvents.CUSTOMER_DETAILS_CHANGED)) {
      Entry entry = lastOfZoe(type);
      later.set(
          (int) entry.position() - 1, EntryCodec.erased(entry, Redaction.of(entry).orElseThrow()));
    }
    assertEquals(List.of(), audit(later));
  }

  @Test
  void a_payload_that_goes_without_an_erasure_is_found() {
    purgeAll();
    Entry other = last("AccountOpened");
    purge(other);
    assertFound(other, "the payload is gone, and no erasure says so");
  }

  @Test
  void an_erasure_that_is_carried_out_in_part_is_found() {
    purge(lastOfZoe(CustomerEvents.CUSTOMER_REGISTERED));
    assertFound(
        lastOfZoe(CustomerEvents.CUSTOMER_ERASED), "the erasure is carried out in part only");
  }

  @Test
  void something_else_left_than_the_erasure_says_is_found() {
    purgeAll();
    Entry changed = lastOfZoe(CustomerEvents.CUSTOMER_DETAILS_CHANGED);
    byte[] other =
        new String(changed.payload(), StandardCharsets.UTF_8)
            .replace("C-000077", "C-000078")
            .getBytes(StandardCharsets.UTF_8);
    put(EntryCodec.erased(changed, other));
    assertFound(changed, "what is left of the erased payload is not what its erasure says");
  }

  @Test
  void a_name_that_an_erasure_leaves_is_found() {
    Entry registered = lastOfZoe(CustomerEvents.CUSTOMER_REGISTERED);
    purgeAll();
    put(EntryCodec.erased(registered, registered.payload()));
    say(event -> named(event, registered, registered.payload()));
    assertFound(registered, "something personal is left of what was erased");
  }

  /** The erasure, with this left of one of its entries. */
  private static CustomerErased named(CustomerErased event, Entry entry, byte[] left) {
    return new CustomerErased(
        event.number(),
        event.reason(),
        event.entries().stream()
            .map(named ->
                named.position() == entry.position()
                    ? new ErasedEntry(entry.position(), Redaction.digest(left))
                    : named)
            .toList());
  }

  @Test
  void an_erasure_of_what_nobody_is_named_in_is_found() {
    Entry limits = last("BusinessDayOpened");
    byte[] left = "{}".getBytes(StandardCharsets.UTF_8);
    purgeAll();
    put(EntryCodec.erased(limits, left));
    say(event -> {
      List<ErasedEntry> more = new ArrayList<>(event.entries());
      more.addFirst(new ErasedEntry(limits.position(), Redaction.digest(left)));
      return new CustomerErased(event.number(), event.reason(), more);
    });
    assertFound(limits, "the payload is gone of an entry that nothing is erased in");
  }

  @Test
  void an_erasure_under_another_customers_number_is_found() {
    purgeAll();
    Entry nadia =
        entries.stream()
            .filter(entry -> entry.type().name().equals(CustomerEvents.CUSTOMER_REGISTERED))
            .findFirst()
            .orElseThrow();
    byte[] left = Redaction.of(nadia).orElseThrow();
    put(EntryCodec.erased(nadia, left));
    say(event -> {
      List<ErasedEntry> more = new ArrayList<>(event.entries());
      more.addFirst(new ErasedEntry(nadia.position(), Redaction.digest(left)));
      return new CustomerErased(event.number(), event.reason(), more);
    });
    assertFound(nadia, "it was erased for another customer");
  }

  @Test
  void an_erasure_of_what_comes_after_it_is_found() {
    Entry said = lastOfZoe(CustomerEvents.CUSTOMER_ERASED);
    say(event ->
        new CustomerErased(
            event.number(),
            event.reason(),
            List.of(new ErasedEntry(said.position(), "0".repeat(64)))));
    assertFound(said, "it erases what was not recorded yet");
  }
}
