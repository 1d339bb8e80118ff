package counterfoil.domain.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TooManyDecimals;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.BranchEvent.DenominationsSet;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.ProductDefined;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.Product.Kind;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.branch.SettingsRefusal.DenominationHeld;
import counterfoil.domain.branch.SettingsRefusal.HoursMalformed;
import counterfoil.domain.branch.SettingsRefusal.InterestOutOfRange;
import counterfoil.domain.branch.SettingsRefusal.LimitNotPositive;
import counterfoil.domain.branch.SettingsRefusal.LimitsOutOfOrder;
import counterfoil.domain.branch.SettingsRefusal.NothingChanged;
import counterfoil.domain.branch.SettingsRefusal.NumberOutOfRange;
import counterfoil.domain.branch.SettingsRefusal.TooManyLines;
import counterfoil.domain.branch.SettingsRefusal.UnknownLimit;
import counterfoil.domain.branch.SettingsRefusal.UnknownSetting;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal.DenominationsMalformed;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Each change of the settings, with what held before, and what they hold for nobody's setting. */
class SettingsDeciderTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final BigMoney NONE = BigMoney.zero(EUR);

  private static BranchEvent event(Settings settings, SettingsCommand command) {
    return switch (SettingsDecider.decide(settings, command, EUR)) {
      case Decision.Accepted<BranchEvent>(var events) -> events.getFirst();
      case Decision.Refused<BranchEvent>(var refusal) -> fail(refusal.toString());
    };
  }

  private static Refusal refusal(Settings settings, SettingsCommand command) {
    return switch (SettingsDecider.decide(settings, command, EUR)) {
      case Decision.Accepted<BranchEvent>(var events) -> fail(events.toString());
      case Decision.Refused<BranchEvent>(var refusal) -> refusal;
    };
  }

  private static Settings after(Settings settings, SettingsCommand command) {
    return settings.after(event(settings, command));
  }

  private static SetLimit limit(String name, String amount) {
    return new SetLimit(name, Optional.of(BigMoney.parse("EUR " + amount)));
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  private static DefineProduct product(String code, String minimum, String fee, String interest) {
    return new DefineProduct(
        code,
        "Junior account",
        Kind.SAVINGS,
        BigMoney.parse("EUR " + minimum),
        false,
        BigMoney.parse("EUR " + fee),
        new BigDecimal(interest));
  }

  @Test
  void a_limit_is_set_and_taken_away_with_what_held_before() {
    assertEquals(
        new LimitSet(LimitName.TILL_SOFT, Optional.empty(), Optional.of(euros("5000.00"))),
        event(Settings.NONE, limit("till.soft", "5000")));
    Settings set = after(Settings.NONE, limit("till.soft", "5000"));
    assertEquals(Optional.of(euros("5000.00")), set.tillLimits().soft());
    SetLimit away = new SetLimit("till.soft", Optional.empty());
    assertEquals(
        new LimitSet(LimitName.TILL_SOFT, Optional.of(euros("5000.00")), Optional.empty()),
        event(set, away));
    assertEquals(Optional.empty(), after(set, away).limit(LimitName.TILL_SOFT));
    assertEquals(new NothingChanged("till.soft"), refusal(Settings.NONE, away));
  }

  @Test
  void a_limit_of_zero_or_less_is_refused() {
    assertEquals(
        new LimitNotPositive(LimitName.TILL_HARD, new BigDecimal("0.00")),
        refusal(Settings.NONE, limit("till.hard", "0.00")));
    assertEquals(
        new LimitNotPositive(LimitName.TILL_HARD, new BigDecimal("-1")),
        refusal(Settings.NONE, limit("till.hard", "-1")));
  }

  @Test
  void a_limit_has_a_known_name_and_an_amount_of_the_currency() {
    assertEquals(new UnknownLimit("till.soap"), refusal(Settings.NONE, limit("till.soap", "1")));
    assertEquals(
        new TooManyDecimals(new BigDecimal("1.001"), "EUR", 2),
        refusal(Settings.NONE, limit("till.hard", "1.001")));
    assertEquals(
        new OtherCurrency("USD", "EUR"),
        refusal(Settings.NONE, new SetLimit("till.hard", Optional.of(BigMoney.parse("USD 5")))));
  }

  @Test
  void the_lower_limit_of_a_pair_is_never_above_the_higher_one() {
    Settings set = after(Settings.NONE, limit("till.hard", "1000"));
    LimitsOutOfOrder refused =
        new LimitsOutOfOrder(
            LimitName.TILL_SOFT, euros("1000.01"), LimitName.TILL_HARD, euros("1000.00"));
    assertEquals(refused, refusal(set, limit("till.soft", "1000.01")));
    after(set, limit("till.soft", "1000"));
    Settings approval = after(Settings.NONE, limit("approval.cash_out", "500"));
    assertEquals(
        new LimitsOutOfOrder(
            LimitName.APPROVAL_CASH_OUT,
            euros("500.00"),
            LimitName.SUPERVISOR_CASH_OUT,
            euros("400.00")),
        refusal(approval, limit("supervisor.cash_out", "400")));
  }

  @Test
  void every_limit_and_setting_is_found_by_its_name() {
    for (LimitName name : LimitName.values()) {
      assertEquals(Optional.of(name), LimitName.parse(name.code()));
    }
    for (SettingName name : SettingName.values()) {
      assertEquals(Optional.of(name), SettingName.parse(name.code()));
    }
  }

  @Test
  void a_branch_begins_with_a_current_and_a_savings_account_and_adds_its_own() {
    assertEquals(
        List.of("current", "savings"),
        Settings.NONE.products(EUR).stream().map(Product::code).toList());
    Settings set = after(Settings.NONE, product("junior", "10.00", "0", "1.250"));
    assertEquals(
        List.of("current", "savings", "junior"),
        set.products(EUR).stream().map(Product::code).toList());
    Product junior = set.product("junior", EUR).orElseThrow();
    assertEquals(euros("10.00"), junior.minimumBalance());
    assertEquals(new BigDecimal("1.25"), junior.interestPercent());
    assertEquals(Optional.empty(), set.product("unheard-of", EUR));
  }

  @Test
  void a_product_is_defined_anew_with_what_it_was_before() {
    Product builtIn = Settings.NONE.product("savings", EUR).orElseThrow();
    DefineProduct own = product("savings", "5.00", "0.50", "2");
    ProductDefined event = (ProductDefined) event(Settings.NONE, own);
    assertEquals(Optional.of(builtIn), event.before());
    Settings set = Settings.NONE.after(event);
    assertEquals(Optional.of(event.after()), set.product("savings", EUR));
    assertEquals(2, set.products(EUR).size());
    assertEquals(new NothingChanged("savings"), refusal(set, own));
  }

  @Test
  void a_product_has_a_code_a_name_and_terms_that_can_be() {
    assertEquals(new TextMissing("product"), refusal(Settings.NONE, product(" ", "0", "0", "0")));
    assertEquals(
        new TextMissing("product_name"),
        refusal(
            Settings.NONE,
            new DefineProduct("x", "", Kind.CURRENT, NONE, true, NONE, BigDecimal.ZERO)));
    assertEquals(
        new AmountNegative(new BigDecimal("-1")),
        refusal(Settings.NONE, product("x", "-1", "0", "0")));
    assertEquals(
        new TooManyDecimals(new BigDecimal("0.005"), "EUR", 2),
        refusal(Settings.NONE, product("x", "0", "0.005", "0")));
    for (String interest : List.of("-0.1", "100.01", "1.23456")) {
      assertEquals(
          new InterestOutOfRange(new BigDecimal(interest), Product.MAX_INTEREST_PERCENT, 4),
          refusal(Settings.NONE, product("x", "0", "0", interest)));
    }
  }

  @Test
  void what_nobody_has_set_has_a_sensible_value() {
    assertEquals(Duration.ofMinutes(5), Settings.NONE.lockAfter());
    assertEquals(Duration.ofMinutes(15), Settings.NONE.approvalTime());
    assertEquals(Optional.empty(), Settings.NONE.openingHours());
    assertFalse(Settings.NONE.isAfterHours(LocalTime.MIDNIGHT));
    assertEquals(Optional.empty(), Settings.NONE.branchName());
    assertEquals(Denominations.builtIn(EUR), Settings.NONE.denominations(EUR));
  }

  @Test
  void a_setting_is_changed_with_what_held_before() {
    ChangeSetting change = new ChangeSetting("lock_after_minutes", "10");
    assertEquals(
        new SettingChanged(SettingName.LOCK_AFTER_MINUTES, "5", "10"),
        event(Settings.NONE, change));
    Settings set = after(Settings.NONE, change);
    assertEquals(Duration.ofMinutes(10), set.lockAfter());
    assertEquals(new NothingChanged("lock_after_minutes"), refusal(set, change));
    assertEquals(
        new UnknownSetting("colour"), refusal(Settings.NONE, new ChangeSetting("colour", "red")));
  }

  @Test
  void minutes_are_whole_and_within_their_range() {
    for (String minutes : List.of("0", "61", "5.5", "-5", "", "five", "+5", "05", "99999")) {
      assertEquals(
          new NumberOutOfRange(SettingName.LOCK_AFTER_MINUTES, minutes, 1, 60),
          refusal(Settings.NONE, new ChangeSetting("lock_after_minutes", minutes)));
    }
    after(Settings.NONE, new ChangeSetting("lock_after_minutes", "60"));
    after(Settings.NONE, new ChangeSetting("lock_after_minutes", "1"));
  }

  @Test
  void outside_its_opening_hours_it_is_after_hours() {
    Settings set = after(Settings.NONE, new ChangeSetting("opening_hours", "08:30-16:00"));
    assertTrue(set.isAfterHours(LocalTime.of(8, 29, 59)));
    assertFalse(set.isAfterHours(LocalTime.of(8, 30)));
    assertFalse(set.isAfterHours(LocalTime.of(15, 59, 59)));
    assertTrue(set.isAfterHours(LocalTime.of(16, 0)));
    for (String hours : List.of("16:00-08:30", "08:30", "8-16", "08:30-24:30", "08:30-08:30")) {
      assertEquals(
          new HoursMalformed(hours), refusal(set, new ChangeSetting("opening_hours", hours)));
    }
    assertFalse(
        after(set, new ChangeSetting("opening_hours", "")).isAfterHours(LocalTime.MIDNIGHT));
  }

  @Test
  void an_address_may_have_some_lines_and_no_hidden_characters() {
    Settings set =
        after(Settings.NONE, new ChangeSetting("branch.address", "Marktplatz 1\n59423 Unna"));
    assertEquals("Marktplatz 1\n59423 Unna", set.text(SettingName.BRANCH_ADDRESS));
    assertEquals(
        new TooManyLines(SettingName.BRANCH_ADDRESS, 7, 6),
        refusal(set, new ChangeSetting("branch.address", "\n".repeat(6))));
    assertEquals(
        new TextNotPlain("branch.address"),
        refusal(set, new ChangeSetting("branch.address", "a\tb")));
    assertEquals(
        new TextNotPlain("branch.name"),
        refusal(set, new ChangeSetting("branch.name", "River\nside")));
  }

  @Test
  void a_branch_may_take_other_notes_and_coins() {
    SetDenominations own = new SetDenominations(List.of("50", "20", "10", "0.50"));
    Denominations table = Denominations.parse(EUR, own.faces()).orElseThrow();
    assertEquals(
        new DenominationsSet(Denominations.builtIn(EUR), table), event(Settings.NONE, own));
    Settings set = after(Settings.NONE, own);
    assertEquals(table, set.denominations(EUR));
    assertEquals(Denominations.builtIn(CurrencyUnit.USD), set.denominations(CurrencyUnit.USD));
    assertEquals(new NothingChanged("denominations"), refusal(set, own));
    assertEquals(
        new DenominationsMalformed("50 50", "EUR"),
        refusal(set, new SetDenominations(List.of("50", "50"))));
  }

  @Test
  void a_face_is_not_taken_off_the_list_while_a_till_holds_it() {
    var held =
        Map.of(
            TillId.VAULT,
            Cash.ofWritten(EUR, Map.of("50", 3)),
            new TillId("T-01"),
            Cash.ofWritten(EUR, Map.of("50", 1, "0.50", 7)));
    SetDenominations without = new SetDenominations(List.of("50", "20"));
    assertEquals(
        Decision.refused(new DenominationHeld("0.50", new TillId("T-01"), 7)),
        SettingsDecider.decide(Settings.NONE, without, EUR, held));
    assertInstanceOf(
        Decision.Accepted.class,
        SettingsDecider.decide(
            Settings.NONE, new SetDenominations(List.of("50", "0.50")), EUR, held));
  }
}
