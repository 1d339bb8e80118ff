package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Restrictions;
import counterfoil.domain.account.Hold;
import counterfoil.domain.customer.CustomerNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The golden file holds every state that a snapshot can have, as it is written. */
class AccountStatesTest {
  private static final AccountNumber NUMBER = new AccountNumber("1004-2213");
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final List<AccountState> STATES =
      List.of(
          new Open(
              NUMBER,
              "Nadia Rahimi",
              "current",
              Money.ofMinor(EUR, -1234),
              Money.ofMinor(EUR, 500)),
          new Closed(NUMBER, "Nadia Rahimi", "current", EUR),
          new Open(
              NUMBER,
              "Nadia Rahimi",
              "savings",
              Money.ofMinor(EUR, 500_000),
              Money.zero(EUR),
              new Restrictions(
                  Money.ofMinor(EUR, 2_500),
                  List.of(
                      new Hold(
                          UUID.fromString("6f1c9d0e-7a35-4c1b-9f5e-2b8a4d3c1e00"),
                          Money.ofMinor(EUR, 200_000),
                          HoldKind.CHEQUE,
                          Optional.of(LocalDate.of(2026, 11, 27)),
                          "004711"),
                      new Hold(
                          UUID.fromString("6f1c9d0e-7a35-4c1b-9f5e-2b8a4d3c1e01"),
                          Money.ofMinor(EUR, 4_000),
                          HoldKind.HOLD,
                          Optional.empty(),
                          "Court order 12/26")),
                  Optional.of("Card stolen")),
              List.of(new CustomerNumber("C-000123"), new CustomerNumber("C-000124")),
              List.of(48_221L, 48_190L)));

  @Test
  void every_state_is_written_and_read_as_it_was() throws IOException {
    List<String> golden = golden();
    assertEquals(
        golden,
        STATES.stream()
            .map(state -> new String(AccountStates.encode(state), StandardCharsets.UTF_8))
            .toList());
    assertEquals(
        STATES,
        golden.stream()
            .map(line -> AccountStates.decode(line.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  private static List<String> golden() throws IOException {
    try (InputStream file =
        Optional.ofNullable(AccountStatesTest.class.getResourceAsStream("account-states-2.txt"))
            .orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
