package counterfoil.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.Refusal;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import counterfoil.domain.customer.CustomerRefusal.BornLater;
import counterfoil.domain.customer.CustomerRefusal.BornTooEarly;
import counterfoil.domain.customer.CustomerRefusal.CustomerExists;
import counterfoil.domain.customer.CustomerRefusal.CustomerNotFound;
import counterfoil.domain.customer.CustomerRefusal.DetailsUnchanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDeciderTest {
  private static final CustomerNumber NADIA = CustomerNumber.numbered(123);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final CustomerDetails DETAILS =
      new CustomerDetails(
          "Nadia Rahimi",
          Optional.of(LocalDate.of(1988, 2, 29)),
          "passport",
          "P1234567",
          "+49 2303 1234",
          "Marktplatz 1, Unna",
          Set.of(Flag.DORMANT),
          "Speaks Farsi");
  private static final CustomerState UNKNOWN = new CustomerState.Unknown();
  private static final CustomerState KNOWN = UNKNOWN.after(new CustomerRegistered(NADIA, DETAILS));

  @Test
  void a_customer_is_registered_with_everything_that_is_known() {
    assertAccepted(
        decide(UNKNOWN, new RegisterCustomer(NADIA, DETAILS)),
        new CustomerRegistered(NADIA, DETAILS));
  }

  @Test
  void a_name_alone_is_enough() {
    CustomerDetails club = CustomerDetails.named("Rowing Club");
    assertAccepted(
        decide(UNKNOWN, new RegisterCustomer(NADIA, club)), new CustomerRegistered(NADIA, club));
  }

  @Test
  void a_customer_is_registered_once() {
    assertRefused(decide(KNOWN, new RegisterCustomer(NADIA, DETAILS)), new CustomerExists(NADIA));
  }

  @Test
  void a_change_records_the_details_before_and_after() {
    CustomerDetails moved = withAddress("Hafenweg 2, Kiel");
    assertAccepted(
        decide(KNOWN, new ChangeCustomerDetails(NADIA, moved)),
        new CustomerDetailsChanged(NADIA, DETAILS, moved));
  }

  @Test
  void a_change_of_nothing_or_of_nobody_is_refused() {
    assertRefused(
        decide(KNOWN, new ChangeCustomerDetails(NADIA, DETAILS)), new DetailsUnchanged(NADIA));
    assertRefused(
        decide(UNKNOWN, new ChangeCustomerDetails(NADIA, DETAILS)), new CustomerNotFound(NADIA));
  }

  @Test
  void somebody_born_tomorrow_is_refused_but_not_somebody_born_today() {
    LocalDate tomorrow = TODAY.plusDays(1);
    assertRefused(
        decide(UNKNOWN, new RegisterCustomer(NADIA, born(tomorrow))),
        new BornLater(tomorrow, TODAY));
    assertAccepted(
        decide(UNKNOWN, new RegisterCustomer(NADIA, born(TODAY))),
        new CustomerRegistered(NADIA, born(TODAY)));
  }

  @Test
  void somebody_born_before_1900_is_refused() {
    LocalDate earliest = CustomerDecider.EARLIEST_BIRTH;
    assertRefused(
        decide(KNOWN, new ChangeCustomerDetails(NADIA, born(earliest.minusDays(1)))),
        new BornTooEarly(earliest.minusDays(1), earliest));
    assertAccepted(
        decide(UNKNOWN, new RegisterCustomer(NADIA, born(earliest))),
        new CustomerRegistered(NADIA, born(earliest)));
  }

  @Test
  void texts_have_limits_and_no_line_breaks() {
    assertRefused(
        decide(UNKNOWN, new RegisterCustomer(NADIA, CustomerDetails.named(" "))),
        new TextMissing("name"));
    assertRefused(
        decide(UNKNOWN, new RegisterCustomer(NADIA, withAddress("Marktplatz 1\nUnna"))),
        new TextNotPlain("address"));
    assertRefused(
        decide(UNKNOWN, new RegisterCustomer(NADIA, withNote("x".repeat(501)))),
        new TextTooLong("note_to_teller", 501, 500));
    CustomerDetails longest = withNote("x".repeat(500));
    assertAccepted(
        decide(UNKNOWN, new RegisterCustomer(NADIA, longest)),
        new CustomerRegistered(NADIA, longest));
  }

  @Test
  void age_is_counted_in_whole_years() {
    CustomerDetails child = born(LocalDate.of(2010, 11, 24));
    assertEquals(Optional.of(15), child.ageOn(TODAY));
    assertEquals(Optional.of(16), child.ageOn(TODAY.plusDays(1)));
    assertEquals(Optional.empty(), child.ageOn(LocalDate.of(2010, 11, 23)));
    assertEquals(Optional.empty(), CustomerDetails.named("Rowing Club").ageOn(TODAY));
  }

  @Test
  void a_minor_is_who_is_under_18_or_flagged_so() {
    LocalDate birthday = LocalDate.of(2008, 11, 23);
    assertFalse(born(birthday).isMinorOn(TODAY));
    assertTrue(born(birthday).isMinorOn(TODAY.minusDays(1)));
    assertTrue(born(birthday.plusDays(1)).isMinorOn(TODAY));
    assertFalse(CustomerDetails.named("Rowing Club").isMinorOn(TODAY));
    assertTrue(
        new CustomerDetails("Nadia", Optional.empty(), "", "", "", "", Set.of(Flag.MINOR), "")
            .isMinorOn(TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C 1", "-1", "C-", "C/1", "C-0000000000000000000", "顾客1"})
  void what_is_no_customer_number_is_told_apart(String typed) {
    assertEquals(Optional.empty(), CustomerNumber.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new CustomerNumber(typed));
  }

  @Test
  void numbers_are_given_out_with_six_digits() {
    assertEquals("C-000123", CustomerNumber.numbered(123).value());
    assertEquals(Optional.of(NADIA), CustomerNumber.parse("C-000123"));
  }

  @Test
  void a_history_that_cannot_be_is_not_folded() {
    assertThrows(
        IllegalStateException.class, () -> KNOWN.after(new CustomerRegistered(NADIA, DETAILS)));
    assertThrows(
        IllegalStateException.class,
        () -> UNKNOWN.after(new CustomerDetailsChanged(NADIA, DETAILS, DETAILS)));
  }

  private static CustomerDetails born(LocalDate date) {
    return new CustomerDetails("Nadia", Optional.of(date), "", "", "", "", Set.of(), "");
  }

  private static CustomerDetails withAddress(String address) {
    return new CustomerDetails("Nadia", Optional.empty(), "", "", "", address, Set.of(), "");
  }

  private static CustomerDetails withNote(String note) {
    return new CustomerDetails("Nadia", Optional.empty(), "", "", "", "", Set.of(), note);
  }

  private static Decision<CustomerEvent> decide(CustomerState state, CustomerCommand command) {
    return CustomerDecider.decide(state, command, TODAY);
  }

  private static void assertAccepted(Decision<CustomerEvent> decision, CustomerEvent event) {
    assertEquals(new Decision.Accepted<>(List.of(event)), decision);
  }

  private static void assertRefused(Decision<CustomerEvent> decision, Refusal refusal) {
    assertEquals(new Decision.Refused<>(refusal), decision);
  }
}
