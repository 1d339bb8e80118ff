package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
          new Closed(NUMBER, "Nadia Rahimi", "current", EUR));

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
        Optional.ofNullable(AccountStatesTest.class.getResourceAsStream("account-states-1.txt"))
            .orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
