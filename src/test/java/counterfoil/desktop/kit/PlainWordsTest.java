package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.OrderRefusal;
import counterfoil.application.signin.PasswordRefusal;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal;
import counterfoil.domain.account.HolderRefusal;
import counterfoil.domain.account.PostingRefusal;
import counterfoil.domain.account.RestrictionRefusal;
import counterfoil.domain.approval.ApprovalRefusal;
import counterfoil.domain.branch.DayRefusal;
import counterfoil.domain.branch.SettingsRefusal;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal;
import counterfoil.domain.cheque.ChequeRefusal;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerRefusal;
import counterfoil.domain.review.ReviewRefusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillRefusal;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.StoreStopped;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Every refusal and every fault has a sentence in both languages, with its figures in place. */
class PlainWordsTest {
  private static final Path PLACE = Path.of("ledgers", "riverside");

  private static Refusal example(Class<?> refusal) {
    var components = refusal.getRecordComponents();
    var arguments = Stream.of(components).map(PlainWordsTest::example).toArray();
    var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = refusal.getDeclaredConstructor(types);
      return (Refusal) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(refusal.toString(), e);
    }
  }

  private static Object example(RecordComponent component) {
    var type = component.getType();
    if (type == AccountNumber.class) {
      return new AccountNumber("1004-2213");
    }
    if (type == StaffName.class) {
      return new StaffName("ana.k");
    }
    if (type == Permission.class) {
      return Permission.RUN_VAULT;
    }
    if (type == long.class) {
      return 48_221L;
    }
    if (type == Money.class) {
      return Money.parse("EUR 12.50");
    }
    if (type == BigDecimal.class) {
      return new BigDecimal("12.505");
    }
    if (type == TillId.class) {
      return new TillId("T-01");
    }
    if (type == Cash.class) {
      return Cash.of(Money.parse("EUR 20.00"), 3);
    }
    if (type == CustomerNumber.class) {
      return new CustomerNumber("C-000123");
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 11, 23);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == UUID.class) {
      return new UUID(1, 2);
    }
    return type == int.class ? (Object) 7 : "narrative";
  }

  @Test
  void every_refusal_has_a_sentence_in_both_languages() {
    assertAll(
        Stream.of(
                InputRefusal.class,
                OrderRefusal.class,
                AccountRefusal.class,
                CashRefusal.class,
                TillRefusal.class,
                DayRefusal.class,
                SettingsRefusal.class,
                RestrictionRefusal.class,
                HolderRefusal.class,
                PostingRefusal.class,
                CustomerRefusal.class,
                StaffRefusal.class,
                PasswordRefusal.class,
                ApprovalRefusal.class,
                ReviewRefusal.class,
                ChequeRefusal.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(type -> () -> assertSentence(Refusals.message(example(type)))));
  }

  @Test
  void every_reason_why_a_ledger_is_unavailable_has_a_sentence_that_names_the_place() {
    assertAll(
        Stream.of(Reason.values())
            .map(reason ->
                () -> {
                  var message = Faults.message(new LedgerUnavailable(reason, PLACE, "detail"));
                  assertSentence(message);
                  assertTrue(new Texts(Locale.ENGLISH).text(message).contains(PLACE.toString()));
                }));
  }

  @Test
  void a_damaged_tape_is_named_with_its_first_bad_entry() {
    var fault = new LedgerUnavailable(Reason.DAMAGED, PLACE, "detail", 48_221);
    assertTrue(new Texts(Locale.ENGLISH).text(Faults.message(fault)).contains("48,221"));
  }

  @Test
  void a_fault_inside_a_future_is_named_like_the_fault_itself() {
    var stopped = new StoreStopped("disk");
    assertEquals(Faults.message(stopped), Faults.message(new CompletionException(stopped)));
    assertSentence(Faults.message(stopped));
  }

  @Test
  void other_faults_have_sentences_too_and_show_no_inner_detail() {
    assertSentence(Faults.message(new CommandIdReused(UUID.randomUUID(), 12)));
    var unforeseen = Faults.message(new IllegalStateException("secret detail"));
    assertSentence(unforeseen);
    assertFalse(new Texts(Locale.ENGLISH).text(unforeseen).contains("secret"));
  }

  private static void assertSentence(Message message) {
    var english = new Texts(Locale.ENGLISH).text(message);
    var chinese = new Texts(Locale.SIMPLIFIED_CHINESE).text(message);
    assertTrue(english.endsWith("."), english);
    assertTrue(chinese.endsWith("。"), chinese);
    assertFalse((english + chinese).contains("{"), english + chinese);
  }
}
