package counterfoil.desktop.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.setup.BranchForm.Field;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class BranchFormTest {
  private final BranchForm form = new BranchForm(Locale.UK, "amara", "WS-02");

  private static String problem(Field field) {
    return field.problemProperty().get().map(Message::key).orElse("");
  }

  @Test
  void the_country_s_currency_is_proposed() {
    assertEquals("GBP", form.currency.textProperty().get());
    assertEquals("CNY", new BranchForm(Locale.CHINA, "", "").currency.textProperty().get());
    assertEquals("", new BranchForm(Locale.ENGLISH, "", "").currency.textProperty().get());
    assertEquals("", new BranchForm(Locale.of("en", "AQ"), "", "").currency.textProperty().get());
  }

  @Test
  void a_currency_is_known_by_its_code_in_either_case() {
    form.currency.textProperty().set(" eur ");
    assertEquals(Optional.of(CurrencyUnit.EUR), form.chosenCurrency());
  }

  @Test
  void codes_that_are_no_money_are_not_offered() {
    assertTrue(BranchForm.currencies().contains("KES"));
    assertFalse(BranchForm.currencies().contains("XXX"));
    assertFalse(BranchForm.currencies().contains("XAU"));
  }

  @Test
  void every_answer_that_will_not_do_is_marked_under_its_field() {
    form.currency.textProperty().set("EURO");
    form.person.textProperty().set("a\u202Eb");
    form.workstation.textProperty().set("w".repeat(61));
    assertFalse(form.check());
    assertEquals("kit.refusal.text-missing", problem(form.branch));
    assertEquals("setup.currency.unknown", problem(form.currency));
    assertEquals("kit.refusal.text-not-plain", problem(form.person));
    assertEquals("kit.refusal.text-too-long", problem(form.workstation));
  }

  @Test
  void a_mark_goes_as_soon_as_the_answer_is_touched() {
    form.check();
    form.branch.textProperty().set("R");
    assertEquals("", problem(form.branch));
  }

  @Test
  void good_answers_pass_with_the_space_around_them_taken_away() {
    form.branch.textProperty().set("  河滨支行 ");
    form.person.textProperty().set(" Amara Okafor ");
    form.password.textProperty().set("four tall brown horses");
    form.again.textProperty().set("four tall brown horses");
    assertTrue(form.check());
    assertEquals("Amara Okafor", form.personName());
  }

  @Test
  void a_branch_name_of_ten_thousand_characters_is_refused() {
    form.branch.textProperty().set("R".repeat(10_000));
    assertFalse(form.check());
    assertEquals("kit.refusal.text-too-long", problem(form.branch));
  }

  @Test
  void the_sign_in_name_follows_the_person_s_until_another_is_typed() {
    var form = new BranchForm(Locale.GERMANY, "Am\u00e9lie Okafor", "WS-02");
    assertEquals("amelie.okafor", form.signInName.textProperty().get());
    form.person.textProperty().set("Lucia Meyer");
    assertEquals("lucia.meyer", form.signInName.textProperty().get());
    form.signInName.textProperty().set("lucia");
    form.person.textProperty().set("Jonas Brandt");
    assertEquals("lucia", form.signInName.textProperty().get());
  }

  @Test
  void a_weak_password_and_one_typed_differently_are_refused_unless_nobody_signs_in() {
    var form = new BranchForm(Locale.GERMANY, "Amara", "WS-02");
    form.branch.textProperty().set("Riverside");
    form.password.textProperty().set("short");
    assertFalse(form.check());
    assertTrue(form.password.problemProperty().get().isPresent());
    assertTrue(form.again.problemProperty().get().isPresent());
    form.staffedProperty().set(false);
    assertTrue(form.check());
    assertTrue(form.founder().isEmpty());
  }
}
