package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.practice.DayStep;
import counterfoil.application.practice.TellersDay;
import counterfoil.application.signin.Passwords;
import counterfoil.cli.CommandSyntax.Complete;
import counterfoil.cli.CommandSyntax.Understood;
import counterfoil.cli.CommandSyntax.Unlawful;
import counterfoil.cli.CommandSyntax.Unnumbered;
import counterfoil.cli.CommandSyntax.UnnumberedCustomer;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSyntaxTest {
  private static final UUID ID = UUID.fromString("5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10");
  private static final AccountNumber SEVEN = new AccountNumber("7");
  private static final StaffName LUCIA = new StaffName("lucia");

  private final CommandSyntax syntax =
      new CommandSyntax(CurrencyUnit.EUR, new Riverside(), new Passwords());

  private static final class Riverside implements BranchFacts {
    @Override
    public Denominations denominations() {
      return Denominations.builtIn(CurrencyUnit.EUR);
    }

    @Override
    public Optional<CustomerDetails> customer(CustomerNumber number) {
      return number.equals(CustomerNumber.numbered(7))
          ? Optional.of(CustomerDetails.named("Nadia Rahimi"))
          : number.value().startsWith("C-0009")
              ? Optional.of(CustomerDetails.named("Somebody"))
              : Optional.empty();
    }

    @Override
    public LocalDate today() {
      return LocalDate.parse("2026-11-23");
    }
  }

  private Understood understand(String json) {
    return syntax.understand(JsonCommand.fields(json.getBytes(StandardCharsets.UTF_8)));
  }

  private Order order(String json) {
    return assertInstanceOf(Complete.class, understand(json)).order();
  }

  private String code(String json) {
    return assertInstanceOf(Unlawful.class, understand(json)).refusal().code();
  }

  private String sentence(String json) {
    return String.valueOf(
        assertThrows(MalformedCommand.class, () -> understand(json)).getMessage());
  }

  static Stream<Order> everything() {
    BigMoney ten = BigMoney.parse("EUR 10.50");
    return Stream.concat(
        TellersDay.on(LocalDate.parse("2026-11-23")).steps().stream()
            .map(DayStep::order)
            .map(order -> order.apply(_ -> 17)),
        Stream.of(
            new Order.SendCashOut(
                Cash.ofWritten(CurrencyUnit.EUR, Map.of("50", 2, "0.05", 1)), "Bank"),
            new Order.WithdrawRequest(ID),
            new Order.ReprintReceipt(5),
            new Order.CloseBusinessDay(true, "Fire alarm"),
            new Order.CloseTill(new TillId("T-01"), Cash.none(CurrencyUnit.EUR), "", false),
            new Serve(new CloseInto(SEVEN, new AccountNumber("8"), Optional.empty(), Details.NONE)),
            new Serve(new SetMinimumBalance(SEVEN, ten, Details.NONE)),
            new Serve(new RemoveHolder(SEVEN, CustomerNumber.numbered(1), Details.NONE)),
            new Serve(
                new CreditInterest(
                    SEVEN,
                    ten,
                    Optional.of(
                        new InterestPeriod(
                            LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31"))),
                    Details.NONE)),
            new Order.ChangeSettings(new SetLimit("till.hard", Optional.empty())),
            new Order.ChangeSettings(new ChangeSetting("opening_hours", "08:30-16:00")),
            new Order.ChangeSettings(new SetDenominations(List.of("50", "20", "0.50"))),
            new Order.ChangeSettings(
                new DefineProduct(
                    "junior",
                    "Junior savings",
                    Product.Kind.SAVINGS,
                    ten,
                    false,
                    ten,
                    new BigDecimal("1.25"))),
            new Order.ManageStaff(new GrantRole(LUCIA, Role.HEAD_TELLER)),
            new Order.ManageStaff(new RevokeRole(LUCIA, Role.TELLER)),
            new Order.ManageStaff(new SuspendStaff(LUCIA, "On leave")),
            new Order.ManageStaff(new ReinstateStaff(LUCIA, "Back")),
            new Order.ManageStaff(new UnlockSignIn(LUCIA)),
            new Order.ManageStaff(
                new CertifyKey(LUCIA, "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")),
            new Order.ManageStaff(new RevokeKey(LUCIA, "Left"))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void every_order_can_be_written_as_a_line(Order order) {
    assertEquals(order, order(OrderLines.of(ID, order).toString()));
  }

  @Test
  void cash_is_read_in_json_and_as_typed() {
    var expected =
        new CashSlip(
            Optional.of(Cash.ofWritten(CurrencyUnit.EUR, Map.of("50", 2, "0.50", 7))),
            Optional.empty());
    String deposit = "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"103.50\",\"cash\":";
    assertEquals(expected, ((Serve) order(deposit + "{\"50\":2,\"0.50\":7}}")).cash());
    assertEquals(expected, ((Serve) order(deposit + "{\"50\":2,\"0.5\":7}}")).cash());
    assertEquals(expected, ((Serve) order(deposit + "\"50x2,0.50x7\"}")).cash());
  }

  @Test
  void cash_of_a_withdrawal_is_given() {
    var slip =
        ((Serve)
                order(
                    "{\"do\":\"withdraw\",\"account\":\"7\",\"amount\":\"50\",\"cash\":\"50x1\"}"))
            .cash();
    assertTrue(slip.received().isEmpty());
    assertTrue(slip.given().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"50\":-1}|negative_pieces",
        "{\"35\":1}|unknown_denomination",
        "{\"0.001\":1}|unknown_denomination",
        "{\"1e2\":1}|unknown_denomination",
        "{\"50\":1,\"50.00\":1}|unknown_denomination",
        "{\"50\":10000001}|too_many_pieces",
        "{\"50\":100000000000000000}|too_many_pieces",
      })
  void cash_that_there_is_not_is_refused(String cash, String code) {
    assertEquals(code, code("{\"do\":\"open_till\",\"till\":\"T-01\",\"cash\":" + cash + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"50\":1.5}",
        "{\"50\":\"1\"}",
        "{\"50\":null}",
        "{\"50\":1e3}",
        "[50]",
        "50",
        "\"50\"",
        "\"50x\"",
        "\"x2\"x",
        "\"50x2,50x3\"",
        "\"50x2;20x3\"",
        "true",
        "null",
      })
  void what_is_no_cash_is_malformed(String cash) {
    assertThrows(
        MalformedCommand.class,
        () -> understand("{\"do\":\"open_till\",\"till\":\"T-01\",\"cash\":" + cash + "}"));
  }

  @Test
  void a_count_of_nothing_is_told() {
    assertEquals(
        new Order.CountTill(TillId.VAULT, Cash.none(CurrencyUnit.EUR), ""),
        order("{\"do\":\"count_till\",\"till\":\"VAULT\",\"cash\":{}}"));
  }

  @Test
  void several_acts_are_one_order() {
    var serve =
        (Serve)
            order(
                "{\"do\":\"serve\",\"acts\":[{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\"},"
                    + "{\"do\":\"withdraw\",\"account\":\"7\",\"amount\":\"0.50\"}],\"given\":\"0.50x1\"}");
    assertEquals(2, serve.commands().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"do\":\"serve\"}",
        "{\"do\":\"serve\",\"acts\":[]}",
        "{\"do\":\"serve\",\"acts\":{}}",
        "{\"do\":\"serve\",\"acts\":[1]}",
        "{\"do\":\"serve\",\"acts\":[{\"do\":\"open_till\",\"till\":\"T-01\",\"cash\":{}}]}",
        "{\"do\":\"serve\",\"acts\":[{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"cash\":{}}]}",
        "{\"do\":\"serve\",\"acts\":[{\"do\":\"open_account\",\"holder_name\":\"X\"}]}",
        "{\"do\":\"transfer\",\"from\":\"7\",\"to\":\"8\",\"amount\":\"1\",\"cash\":{\"50\":1}}",
        "{\"do\":\"close_account\",\"account\":\"7\",\"payout\":true,\"into\":\"8\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"cash\":{},\"received\":{}}",
        "{\"do\":\"set_limit\",\"limit\":\"till.soft\"}",
        "{\"do\":\"set_limit\",\"limit\":\"till.soft\",\"amount\":\"1\",\"none\":true}",
        "{\"do\":\"reverse\",\"position\":0,\"reason\":\"x\"}",
        "{\"do\":\"reverse\",\"position\":1.5,\"reason\":\"x\"}",
        "{\"do\":\"reverse\",\"position\":1}",
        "{\"do\":\"open_business_day\",\"date\":\"2026-02-30\"}",
        "{\"do\":\"approve\",\"approval\":\"17\"}",
        "{\"do\":\"grant_role\",\"name\":\"lucia\",\"role\":\"king\"}",
        "{\"do\":\"grant_role\",\"name\":\"lu cia\",\"role\":\"teller\"}",
        "{\"do\":\"open_till\",\"till\":\"till one\",\"cash\":{}}",
        "{\"do\":\"open_account\",\"customer\":\"C 7\"}",
        "{\"do\":\"open_account\",\"holder_name\":\"X\",\"request_approval\":true}",
        "{\"do\":\"register_customer\",\"name\":\"X\",\"flags\":[\"rich\"]}",
        "{\"do\":\"define_product\",\"product\":\"x\",\"name\":\"X\",\"kind\":\"gold\"}",
        "{\"do\":\"credit_interest\",\"account\":\"7\",\"amount\":\"1\",\"period_from\":\"2026-01-01\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"approver\":\"helen\"}",
        "{\"do\":[[[[[[[[[[1]]]]]]]]]]}",
      })
  void what_is_not_understood_is_said_in_a_sentence(String line) {
    String sentence = sentence(line);
    assertTrue(sentence.matches("[A-Z\"(].*[.]") && sentence.length() < 200, sentence);
    assertFalse(sentence.contains("\n"), sentence);
  }

  @Test
  void an_account_of_a_customer_bears_the_customers_name() {
    var opening =
        assertInstanceOf(
            Unnumbered.class, understand("{\"do\":\"open_account\",\"customer\":\"C-000007\"}"));
    var command = (OpenAccount) ((Serve) opening.opening().apply(SEVEN)).commands().getFirst();
    assertEquals("Nadia Rahimi", command.holder());
    assertEquals(List.of(CustomerNumber.numbered(7)), command.holders());
    assertEquals("customer_not_found", code("{\"do\":\"open_account\",\"customer\":\"C-000008\"}"));
  }

  @Test
  void a_customer_without_a_number_gets_one() {
    assertInstanceOf(
        UnnumberedCustomer.class, understand("{\"do\":\"register_customer\",\"name\":\"Lin\"}"));
  }

  @Test
  void what_is_left_out_of_a_change_stays() {
    var change =
        (Order.KeepCustomer)
            order("{\"do\":\"change_customer\",\"customer\":\"C-000007\",\"phone\":\"12\"}");
    assertTrue(change.toString().contains("Nadia Rahimi"), change::toString);
    assertEquals(
        "customer_not_found",
        code("{\"do\":\"change_customer\",\"customer\":\"C-000008\",\"phone\":\"12\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'                '|password_blank",
        "short|password_too_short",
        "aaaaaaaaaaaaaaaaaaaa|password_simple",
      })
  void a_password_that_may_not_be_chosen_is_refused_and_not_shown(String password, String code) {
    var refused =
        understand(
            "{\"do\":\"add_staff\",\"name\":\"lucia\",\"full_name\":\"L\",\"roles\":[\"teller\"],"
                + "\"password\":\""
                + password
                + "\"}");
    assertEquals(code, assertInstanceOf(Unlawful.class, refused).refusal().code());
    assertFalse(refused.toString().contains(password), refused::toString);
  }

  @Test
  void a_password_is_kept_as_a_hash_alone() {
    var order =
        (Order.ManageStaff)
            order(
                "{\"do\":\"add_staff\",\"name\":\"Lucia\",\"full_name\":\"Lucia Meyer\","
                    + "\"roles\":\"teller,head_teller\",\"password\":\"correct horse battery\"}");
    var added = assertInstanceOf(AddStaffMember.class, order.command());
    assertEquals(LUCIA, added.name());
    assertEquals(Set.of(Role.TELLER, Role.HEAD_TELLER), added.roles());
    assertTrue(added.credential().phc().startsWith("$argon2id$v=19$m=65536,t=3,"));
    assertFalse(order.toString().contains("horse"), order::toString);
  }

  @Test
  void passwords_do_not_show_in_what_was_understood() {
    var command =
        understand(
            "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"approver\":\"helen\","
                + "\"approver_password\":\"correct horse battery\"}");
    assertFalse(command.toString().contains("horse"), command::toString);
  }
}
