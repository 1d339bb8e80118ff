package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.CustomerLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Looks up the customers that a new account is to belong to while their numbers are typed. */
final class Holders {
  /**
   * @param customers those typed, in that order; empty while one of them is not known
   * @param problem what is wrong with what was typed
   */
  record Found(List<CustomerLine> customers, Optional<Message> problem) {
    Found {
      customers = List.copyOf(customers);
    }
  }

  private final LatestQuestion<List<CustomerNumber>, Map<CustomerNumber, CustomerLine>> question;
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(missing("counter.problem.holders-missing"));
  private List<CustomerNumber> sought = List.of();

  /**
   * @param customers knows a customer by the number, off the screen's thread
   */
  Holders(Function<CustomerNumber, Optional<CustomerLine>> customers, Background background) {
    question =
        new LatestQuestion<>(
            background, numbers -> read(numbers, customers), this::answered, _ -> {});
  }

  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  void seek(String typed) {
    List<String> words =
        Stream.of(typed.split("[\\s,;]+", -1)).filter(word -> !word.isEmpty()).toList();
    List<CustomerNumber> numbers = new ArrayList<>();
    for (String word : words) {
      Optional<CustomerNumber> number = CustomerNumber.parse(word);
      if (number.isEmpty()) {
        sought = List.of();
        found.set(
            new Found(List.of(), Optional.of(Message.of("counter.problem.customer-number", word))));
        return;
      }
      number.filter(n -> !numbers.contains(n)).ifPresent(numbers::add);
    }
    sought = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      found.set(missing("counter.problem.holders-missing"));
    } else {
      found.set(new Found(List.of(), Optional.empty()));
      question.ask(sought);
    }
  }

  private static Found missing(String key) {
    return new Found(List.of(), Optional.of(Message.of(key)));
  }

  private static Map<CustomerNumber, CustomerLine> read(
      List<CustomerNumber> numbers, Function<CustomerNumber, Optional<CustomerLine>> customers) {
    Map<CustomerNumber, CustomerLine> known = new LinkedHashMap<>();
    numbers.forEach(number -> customers.apply(number).ifPresent(c -> known.put(number, c)));
    return known;
  }

  private void answered(List<CustomerNumber> asked, Map<CustomerNumber, CustomerLine> known) {
    if (!asked.equals(sought)) {
      return;
    }
    found.set(
        asked.stream()
            .filter(number -> !known.containsKey(number))
            .findFirst()
            .map(unknown ->
                new Found(
                    List.of(), Optional.of(Message.of("counter.problem.no-customer", unknown))))
            .orElseGet(() -> new Found(List.copyOf(known.values()), Optional.empty())));
  }
}
