package counterfoil.payload;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.SigningKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The facts of a payload, each demanded in its form: what is missing or of another form ends in
 * {@link IllegalArgumentException}, {@link ArithmeticException} (more decimals than the currency
 * has) or {@link java.time.DateTimeException}.
 */
record Facts(JsonNode tree) {
  boolean has(String name) {
    return tree.has(name);
  }

  String text(String name) {
    return text(tree.path(name), name);
  }

  String textOrEmpty(String name) {
    return tree.has(name) ? text(name) : "";
  }

  /** A person's, from before people signed or after. */
  Credential credential() {
    return new Credential(text("credential"), signingKeyIfAny());
  }

  private Optional<SigningKey> signingKeyIfAny() {
    if (!has(SigningKeys.FIELD)) {
      return Optional.empty();
    }
    Facts key = part(SigningKeys.FIELD);
    return Optional.of(new SigningKey(key.text(SigningKeys.PUBLIC), key.text(SigningKeys.SEALED)));
  }

  long number(String name) {
    JsonNode value = tree.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("no whole number " + name);
    }
    return value.longValue();
  }

  boolean truth(String name) {
    JsonNode value = tree.path(name);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("neither true nor false: " + name);
    }
    return value.booleanValue();
  }

  /** Not so where nothing is said. */
  boolean truthOrNot(String name) {
    return tree.has(name) && truth(name);
  }

  Money money(String name) {
    return Money.of(CurrencyUnit.of(text("currency")), new BigDecimal(text(name)));
  }

  Optional<Money> moneyIfAny(String name) {
    return tree.has(name) ? Optional.of(money(name)) : Optional.empty();
  }

  /** An object within. */
  Facts part(String name) {
    if (!tree.path(name).isObject()) {
      throw new IllegalArgumentException("no object " + name);
    }
    return new Facts(tree.path(name));
  }

  /** Cash of the payload's currency. */
  Cash cash(String name) {
    return cash(name, CurrencyUnit.of(text("currency")));
  }

  Cash cash(String name, CurrencyUnit currency) {
    Facts piles = part(name);
    Map<String, Integer> written = new LinkedHashMap<>();
    piles
        .tree
        .fieldNames()
        .forEachRemaining(face -> written.put(face, Math.toIntExact(piles.number(face))));
    return Cash.ofWritten(currency, written);
  }

  Cash cashOrNone(String name) {
    return tree.has(name) ? cash(name) : Cash.none(CurrencyUnit.of(text("currency")));
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  Optional<LocalDate> dateIfAny(String name) {
    return tree.has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  UUID id(String name) {
    String text = text(name);
    UUID id = UUID.fromString(text);
    if (!id.toString().equals(text)) {
      // UUID.fromString also takes shortened spellings, which would be written otherwise.
      throw new IllegalArgumentException("no id " + name);
    }
    return id;
  }

  List<String> texts(String name) {
    JsonNode values = tree.path(name);
    if (!values.isArray()) {
      throw new IllegalArgumentException("no list " + name);
    }
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(text(value, name)));
    return texts;
  }

  private static String text(JsonNode value, String name) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text " + name);
    }
    return value.textValue();
  }
}
