package counterfoil.desktop.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.PromptSession;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final CustomersViewModel customers =
      new CustomersViewModel(
          new PromptSession(branch.teller()).desk(),
          new LedgerCustomers(branch.ledger()),
          new DirectBackground());
  private final CustomerForm form = customers.form();

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void type(Detail detail, String text) {
    form.textProperty(detail).set(text);
  }

  private String problem(Detail detail) {
    return Optional.ofNullable(form.problemsProperty().get().get(detail))
        .map(Message::key)
        .orElse("");
  }

  private CustomerDetails known(String number) {
    return branch
        .ledger()
        .inquiries()
        .customers()
        .customer(new CustomerNumber(number))
        .orElseThrow()
        .details();
  }

  @Test
  void a_customer_is_registered_under_the_next_number() {
    customers.register();
    type(Detail.NAME, "王小明");
    type(Detail.BIRTH_DATE, "31.05.1990");
    type(Detail.DOCUMENT_NUMBER, "X 123");
    type(Detail.PHONE, "0712 555 123");
    form.flagProperty(Flag.DORMANT).set(true);
    customers.save();
    assertEquals("王小明", known("C-000002").name());
    assertEquals(Set.of(Flag.DORMANT), known("C-000002").flags());
    assertEquals("C-000002", customers.cardProperty().get().orElseThrow().line().number().value());
  }

  @Test
  void a_customer_born_tomorrow_is_refused_at_the_birth_date_and_nothing_typed_is_lost() {
    customers.register();
    type(Detail.NAME, "Zoe");
    type(Detail.BIRTH_DATE, "2026-11-24");
    customers.save();
    assertEquals("refusal.born_later", problem(Detail.BIRTH_DATE));
    assertEquals("Zoe", form.textProperty(Detail.NAME).get());
    assertEquals(Optional.of(Detail.BIRTH_DATE), customers.attentionProperty().get().detail());
  }

  @Test
  void a_name_is_needed_and_a_date_must_be_one() {
    customers.register();
    type(Detail.BIRTH_DATE, "30.02.1990");
    customers.save();
    assertEquals("customer.problem.name-missing", problem(Detail.NAME));
    assertEquals("customer.problem.date", problem(Detail.BIRTH_DATE));
  }

  @Test
  void a_change_is_recorded_with_before_and_after() {
    customers.open(StaffedBranch.NADIA);
    type(Detail.NOTE, "speaks French");
    customers.save();
    var changes = customers.cardProperty().get().orElseThrow().changes();
    assertTrue(
        changes.getLast().event() instanceof CustomerDetailsChanged(_, var before, var after)
            && before.noteToTeller().isEmpty()
            && after.noteToTeller().equals("speaks French"));
  }

  @Test
  void saving_without_a_change_says_so() {
    customers.open(StaffedBranch.NADIA);
    customers.save();
    assertEquals("customer.unchanged", customers.noteProperty().get().orElseThrow().key());
  }

  @Test
  void a_customer_is_found_by_document_and_shown_with_accounts() {
    customers.textProperty().set("c-0000");
    assertEquals(
        List.of(StaffedBranch.NADIA),
        customers.foundProperty().get().stream().map(line -> line.number()).toList());
    customers.open(StaffedBranch.NADIA);
    assertEquals(
        List.of(StaffedBranch.ACCOUNT),
        customers.cardProperty().get().orElseThrow().accounts().stream()
            .map(line -> line.number())
            .toList());
  }

  @Test
  void what_is_being_typed_survives_a_refresh() {
    customers.open(StaffedBranch.NADIA);
    type(Detail.PHONE, "07");
    customers.refresh();
    assertEquals("07", form.textProperty(Detail.PHONE).get());
    customers.back();
    assertEquals("", form.textProperty(Detail.PHONE).get());
  }

  private CustomersViewModel administrators() {
    return new CustomersViewModel(
        new PromptSession(branch.administrator()).desk(),
        new LedgerCustomers(branch.ledger()),
        new DirectBackground());
  }

  @Test
  void only_an_administrator_is_offered_to_erase_and_only_with_a_reason() {
    customers.open(StaffedBranch.NADIA);
    assertFalse(customers.mayErase());
    var office = administrators();
    office.open(StaffedBranch.NADIA);
    assertTrue(office.mayErase());
    office.erasure().open();
    office.erase();
    assertTrue(office.noteProperty().get().isEmpty());
    assertTrue(office.cardProperty().get().orElseThrow().erasure().isEmpty());
  }

  @Test
  void whoever_has_an_open_account_is_not_erased_and_the_screen_says_why() {
    var office = administrators();
    office.open(StaffedBranch.NADIA);
    office.erasure().open();
    office.erasure().reasonProperty().set("Asked for it");
    office.erase();
    assertEquals("refusal.erasure_account_open", office.noteProperty().get().orElseThrow().key());
    assertTrue(office.erasure().openProperty().get());
  }

  @Test
  void whoever_is_erased_is_shown_as_that_and_as_still_in_the_files() {
    customers.register();
    type(Detail.NAME, "Zoe");
    customers.save();
    CustomerNumber zoe = customers.cardProperty().get().orElseThrow().line().number();
    var office = administrators();
    office.open(zoe);
    office.erasure().open();
    office.erasure().reasonProperty().set("Asked for it");
    office.erase();
    var card = office.cardProperty().get().orElseThrow();
    assertTrue(card.line().erased());
    assertFalse(card.erasure().orElseThrow().carriedOut());
    assertFalse(office.mayErase());
    assertEquals("customer.erasure.done", office.noteProperty().get().orElseThrow().key());
    office.textProperty().set("Zoe");
    assertEquals(List.of(), office.foundProperty().get());
  }
}
