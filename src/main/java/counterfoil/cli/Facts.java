package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.domain.cash.Cash;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The named facts of one line, for programs and for people. What is not known is absent. */
final class Facts {
  private final SequencedMap<String, Fact> facts = new LinkedHashMap<>();

  private sealed interface Fact {
    record Words(String text) implements Fact {}

    record Truth(boolean value) implements Fact {}

    record Several(List<String> texts) implements Fact {}

    record Pieces(Map<String, Integer> pieces) implements Fact {}
  }

  Facts text(String name, Object value) {
    facts.put(name, new Fact.Words(value.toString()));
    return this;
  }

  Facts text(String name, Optional<?> value) {
    value.ifPresent(known -> text(name, (Object) known));
    return this;
  }

  Facts amount(String name, Money value) {
    return text(name, (Object) value.getAmount().toPlainString());
  }

  Facts truth(String name, boolean value) {
    facts.put(name, new Fact.Truth(value));
    return this;
  }

  Facts texts(String name, List<String> values) {
    facts.put(name, new Fact.Several(List.copyOf(values)));
    return this;
  }

  Facts cash(String name, Cash value) {
    facts.put(name, new Fact.Pieces(value.written()));
    return this;
  }

  /** Writes all of them into an object that has begun. */
  void writeTo(JsonGenerator json) throws IOException {
    for (var fact : facts.entrySet()) {
      json.writeFieldName(fact.getKey());
      switch (fact.getValue()) {
        case Fact.Words(var text) -> json.writeString(text);
        case Fact.Truth(var value) -> json.writeBoolean(value);
        case Fact.Several(var texts) -> {
          json.writeStartArray();
          for (String text : texts) {
            json.writeString(text);
          }
          json.writeEndArray();
        }
        case Fact.Pieces(var pieces) -> {
          json.writeStartObject();
          for (var pile : pieces.entrySet()) {
            json.writeNumberField(pile.getKey(), pile.getValue());
          }
          json.writeEndObject();
        }
      }
    }
  }

  /** One of them in a cell of a table; empty where it is not known. */
  String text(String name) {
    return Optional.ofNullable(facts.get(name)).map(Facts::cell).orElse("");
  }

  private static String cell(Fact fact) {
    return switch (fact) {
      case Fact.Words(var text) -> text.lines().collect(Collectors.joining(" / "));
      case Fact.Truth(var value) -> value ? "yes" : "no";
      case Fact.Several(var texts) -> String.join(", ", texts);
      case Fact.Pieces(var pieces) ->
          pieces.entrySet().stream()
              .map(pile -> pile.getKey() + "x" + pile.getValue())
              .collect(Collectors.joining(","));
    };
  }
}
