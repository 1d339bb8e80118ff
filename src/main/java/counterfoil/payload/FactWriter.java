package counterfoil.payload;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.Money;

/** Writes the facts of an event into its JSON object, in the order of the calls. */
record FactWriter(JsonGenerator json) {

  FactWriter text(String name, String value) {
    return written(() -> json.writeStringField(name, value));
  }

  /** Leaves an empty text out. */
  FactWriter textIfAny(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  FactWriter signingKeyIfAny(Optional<SigningKey> value) {
    return value
        .map(key ->
            written(() -> {
              json.writeObjectFieldStart(SigningKeys.FIELD);
              json.writeStringField(SigningKeys.PUBLIC, key.publicKey());
              json.writeStringField(SigningKeys.SEALED, key.sealed());
              json.writeEndObject();
            }))
        .orElse(this);
  }

  FactWriter number(String name, long value) {
    return written(() -> json.writeNumberField(name, value));
  }

  FactWriter truth(String name, boolean value) {
    return written(() -> json.writeBooleanField(name, value));
  }

  /** Leaves what is not so out. */
  FactWriter truthIfSo(String name, boolean value) {
    return value ? truth(name, true) : this;
  }

  /** An amount with all its currency's decimals, the currency behind it. */
  FactWriter money(String name, Money value) {
    return text(name, value.getAmount().toPlainString())
        .text("currency", value.getCurrencyUnit().getCode());
  }

  FactWriter moneyIfAny(String name, Optional<Money> value) {
    value.ifPresent(money -> money(name, money));
    return this;
  }

  FactWriter texts(String name, Collection<String> values) {
    return written(() -> {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    });
  }

  /** Pieces by face value, the highest first; the currency stands elsewhere in the payload. */
  FactWriter cash(String name, Cash value) {
    return written(() -> {
      json.writeObjectFieldStart(name);
      for (var pile : value.written().entrySet()) {
        json.writeNumberField(pile.getKey(), pile.getValue());
      }
      json.writeEndObject();
    });
  }

  /** Leaves no cash out. */
  FactWriter cashIfAny(String name, Cash value) {
    return value.isEmpty() ? this : cash(name, value);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private FactWriter written(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
