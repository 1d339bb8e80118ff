package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

/** Digests are kept with the entries: what was given out once may never change. */
class CommandDigestTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final BigMoney ONE = BigMoney.parse("EUR 1");
  private static final Optional<InterestPeriod> PERIOD =
      Optional.of(new InterestPeriod(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));

  @Test
  void what_commands_have_always_said_has_the_digest_it_has_always_had() {
    assertEquals(
        "afe3c654e4be5a35870ed3cdd0250a140d215c019f61b52363765b666271c96f",
        digest(
            new OpenAccount(
                NADIA,
                "Nadia Rahimi",
                "current",
                BigMoney.parse("EUR 500.00"),
                new Details("", "Opening"))));
    assertEquals(
        "6c37100e940a2c3e9990445c8a6c483288ca635bd7d825aa2eb577663e9c1ff5",
        digest(new Withdraw(NADIA, BigMoney.parse("EUR 12.50"), new Details("R-1", "Rent"))));
    assertEquals(
        "410102772bfc4da275f641326443cdd9fa67433569a9c00e905934cdc36bd0ae",
        digest(new CreditInterest(NADIA, BigMoney.parse("EUR 0.07"), Details.NONE)));
    assertEquals(
        "bb1650ad49425bc679cd0bdf9c48b4f88bd0af368af739bf140a3966bc4a7e97",
        digest(new CloseAccount(NADIA, true, Details.NONE)));
  }

  @Test
  void whatever_else_is_asked_for_makes_it_another_command() {
    assertNotEquals(
        digest(new Withdraw(NADIA, ONE, Details.NONE)),
        digest(new Withdraw(NADIA, ONE, Optional.of(ONE), Details.NONE)));
    assertNotEquals(
        digest(new CreditInterest(NADIA, ONE, Details.NONE)),
        digest(new CreditInterest(NADIA, ONE, PERIOD, Details.NONE)));
    assertNotEquals(
        digest(new CloseAccount(NADIA, true, Details.NONE)),
        digest(
            new CloseAccount(
                NADIA, true, Optional.of(new InterestDue(ONE, PERIOD)), Details.NONE)));
    Terms minimum = new Terms(Optional.of(ONE), Optional.empty());
    Terms overdraft = new Terms(Optional.empty(), Optional.of(ONE));
    assertNotEquals(digest(opening(List.of(), minimum)), digest(opening(List.of(), overdraft)));
    assertNotEquals(
        digest(opening(List.of(CustomerNumber.numbered(1)), Terms.NONE)),
        digest(opening(List.of(CustomerNumber.numbered(2)), Terms.NONE)));
  }

  private static OpenAccount opening(List<CustomerNumber> holders, Terms terms) {
    return new OpenAccount(NADIA, "Nadia", "current", ONE, holders, terms, Details.NONE);
  }

  private static String digest(AccountCommand command) {
    return HexFormat.of().formatHex(CommandDigest.of(command));
  }
}
