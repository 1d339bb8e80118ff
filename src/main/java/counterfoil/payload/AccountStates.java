package counterfoil.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Restrictions;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Hold;
import counterfoil.domain.customer.CustomerNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Account states as the bytes of a snapshot and back. What most accounts do not have (a minimum
 * balance, holds, a freeze, reversals) is left out where it is not there.
 */
public final class AccountStates {
  /** The version of the written form below. */
  private static final int SCHEMA = 2;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Names the written form and the very code that folds events into states: its compiled classes
   * are part of it, so that no snapshot outlives a change of a rule.
   */
  public static final String FOLD =
      FoldName.of(
          AccountEvents.CATEGORY,
          SCHEMA,
          List.of(
              AccountState.class,
              Open.class,
              Restrictions.class,
              Hold.class,
              Closed.class,
              AccountEvent.class));

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
      case Open open -> {
        tree.put("status", "open")
            .put("number", open.number().value())
            .put("holder", open.holder())
            .put("product", open.product())
            .put("currency", open.currency().getCode())
            .put("ledger", open.ledger().getAmountMinorLong())
            .put("overdraft_limit", open.overdraftLimit().getAmountMinorLong());
        putExtras(tree, open);
      }
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

  private static void putExtras(ObjectNode tree, Open open) {
    if (!open.minimumBalance().isZero()) {
      tree.put("minimum_balance", open.minimumBalance().getAmountMinorLong());
    }
    if (!open.holds().isEmpty()) {
      ArrayNode holds = tree.putArray("holds");
      open.holds().forEach(hold -> put(holds.addObject(), hold));
    }
    open.frozen().ifPresent(reason -> tree.put("frozen", reason));
    if (!open.holders().isEmpty()) {
      ArrayNode holders = tree.putArray("holders");
      open.holders().forEach(holder -> holders.add(holder.value()));
    }
    if (!open.reversed().isEmpty()) {
      ArrayNode reversed = tree.putArray("reversed");
      open.reversed().forEach(reversed::add);
    }
  }

  private static void put(ObjectNode tree, Hold hold) {
    tree.put("id", hold.id().toString())
        .put("amount", hold.amount().getAmountMinorLong())
        .put("kind", AccountEvents.nameOf(hold.kind()));
    hold.releaseOn().ifPresent(day -> tree.put("release_on", day.toString()));
    tree.put("reason", hold.reason());
  }

  /**
   * @throws UnknownEvent if the bytes are not a state
   */
  public static AccountState decode(byte[] bytes) {
    try {
      Facts f = new Facts(JSON.readTree(bytes));
      AccountNumber number = new AccountNumber(f.text("number"));
      String holder = f.text("holder");
      String product = f.text("product");
      CurrencyUnit currency = CurrencyUnit.of(f.text("currency"));
      return f.text("status").equals("closed")
          ? new Closed(number, holder, product, currency)
          : new Open(
              number,
              holder,
              product,
              Money.ofMinor(currency, f.number("ledger")),
              Money.ofMinor(currency, f.number("overdraft_limit")),
              restrictions(f, currency),
              f.has("holders")
                  ? f.texts("holders").stream().map(CustomerNumber::new).toList()
                  : List.of(),
              reversed(f));
    } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new UnknownEvent("a snapshot that is not a state", e);
    }
  }

  private static Restrictions restrictions(Facts f, CurrencyUnit currency) {
    List<Hold> holds = new ArrayList<>();
    for (JsonNode hold : f.tree().path("holds")) {
      holds.add(hold(new Facts(hold), currency));
    }
    return new Restrictions(
        Money.ofMinor(currency, f.has("minimum_balance") ? f.number("minimum_balance") : 0),
        holds,
        f.has("frozen") ? Optional.of(f.text("frozen")) : Optional.empty());
  }

  private static Hold hold(Facts f, CurrencyUnit currency) {
    return new Hold(
        f.id("id"),
        Money.ofMinor(currency, f.number("amount")),
        AccountEvents.holdKind(f.text("kind")),
        f.dateIfAny("release_on"),
        f.text("reason"));
  }

  private static List<Long> reversed(Facts f) {
    List<Long> positions = new ArrayList<>();
    for (JsonNode position : f.tree().path("reversed")) {
      if (!position.isIntegralNumber()) {
        throw new IllegalArgumentException("a position that is no whole number");
      }
      positions.add(position.longValue());
    }
    return positions;
  }
}
