package counterfoil.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Account states as the bytes of a snapshot and back. */
public final class AccountStates {
  /** The version of the written form below. */
  private static final int SCHEMA = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Names the written form and the very code that folds events into states: its compiled classes
   * are part of it, so that no snapshot outlives a change of a rule.
   */
  public static final String FOLD =
      FoldName.of(
          AccountEvents.CATEGORY,
          SCHEMA,
          List.of(AccountState.class, Open.class, Closed.class, AccountEvent.class));

  /** The same as the form of a kind. */
  static final StateForm<AccountState> FORM =
      new StateForm<>() {
        @Override
        public String fold() {
          return FOLD;
        }

        @Override
        public byte[] encode(AccountState state) {
          return AccountStates.encode(state);
        }

        @Override
        public AccountState decode(byte[] bytes) {
          return AccountStates.decode(bytes);
        }
      };

  private AccountStates() {}

  public static byte[] encode(AccountState state) {
    ObjectNode tree = JSON.createObjectNode();
    switch (state) {
      case Unopened _ -> throw new IllegalArgumentException("nothing to write");
      case Open open ->
          tree.put("status", "open")
              .put("number", open.number().value())
              .put("holder", open.holder())
              .put("product", open.product())
              .put("currency", open.currency().getCode())
              .put("ledger", open.ledger().getAmountMinorLong())
              .put("overdraft_limit", open.overdraftLimit().getAmountMinorLong());
      case Closed closed ->
          tree.put("status", "closed")
              .put("number", closed.number().value())
              .put("holder", closed.holder())
              .put("product", closed.product())
              .put("currency", closed.currency().getCode());
    }
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UnknownEvent if the bytes are not a state
   */
  public static AccountState decode(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      AccountNumber number = new AccountNumber(text(tree, "number"));
      String holder = text(tree, "holder");
      String product = text(tree, "product");
      CurrencyUnit currency = CurrencyUnit.of(text(tree, "currency"));
      return text(tree, "status").equals("closed")
          ? new Closed(number, holder, product, currency)
          : new Open(
              number,
              holder,
              product,
              Money.ofMinor(currency, minorUnits(tree, "ledger")),
              Money.ofMinor(currency, minorUnits(tree, "overdraft_limit")));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnknownEvent("a snapshot that is not a state", e);
    }
  }

  private static String text(JsonNode tree, String name) {
    JsonNode value = tree.required(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is no text");
    }
    return value.textValue();
  }

  private static long minorUnits(JsonNode tree, String name) {
    JsonNode value = tree.required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(name + " is no whole number");
    }
    return value.longValue();
  }
}
