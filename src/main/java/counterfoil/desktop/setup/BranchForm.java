package counterfoil.desktop.setup;

import counterfoil.application.Actor;
import counterfoil.application.Founding;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joda.money.CurrencyUnit;

/** What is asked before a ledger is founded, and what is wrong with the answers. */
public final class BranchForm {
  /** A field: what was typed, and what is wrong with it. */
  public static final class Field {
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
        new ReadOnlyObjectWrapper<>(Optional.empty());

    Field(String text) {
      this.text = new SimpleStringProperty(text);
      this.text.subscribe(() -> problem.set(Optional.empty()));
    }

    public StringProperty textProperty() {
      return text;
    }

    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
      return problem.getReadOnlyProperty();
    }

    String typed() {
      return text.get().strip();
    }

    void blame(Optional<Message> why) {
      problem.set(why);
    }
  }

  public final Field branch = new Field("");
  public final Field currency;
  public final Field person;
  public final Field workstation;

  /**
   * @param country whose currency is proposed
   */
  public BranchForm(Locale country, String person, String workstation) {
    this.currency = new Field(currencyOf(country));
    this.person = new Field(person);
    this.workstation = new Field(workstation);
  }

  private static String currencyOf(Locale country) {
    if (country.getCountry().length() != 2) {
      return "";
    }
    try {
      return Optional.ofNullable(Currency.getInstance(country))
          .map(Currency::getCurrencyCode)
          .filter(code -> unit(code).isPresent())
          .orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The codes that a ledger can be kept in, in alphabetical order. */
  public static List<String> currencies() {
    return CurrencyUnit.registeredCurrencies().stream()
        .filter(unit -> !unit.isPseudoCurrency())
        .map(CurrencyUnit::getCode)
        .sorted()
        .toList();
  }

  private static Optional<CurrencyUnit> unit(String code) {
    return CurrencyUnit.registeredCurrencies().stream()
        .filter(unit -> !unit.isPseudoCurrency())
        .filter(unit -> unit.getCode().equalsIgnoreCase(code))
        .findFirst();
  }

  /** The currency that was typed, in either case of letters; nothing if there is no such one. */
  public Optional<CurrencyUnit> chosenCurrency() {
    return unit(currency.typed());
  }

  public String personName() {
    return person.typed();
  }

  public String workstationName() {
    return workstation.typed();
  }

  /** Looks at every answer, and marks those that will not do; whether all will. */
  boolean check() {
    boolean branchIsFine = checkBranch();
    return checkNames() && branchIsFine;
  }

  private boolean checkBranch() {
    branch.problem.set(Founding.refuseBranch(branch.typed()).map(Refusals::message));
    currency.problem.set(
        chosenCurrency().isPresent()
            ? Optional.empty()
            : Optional.of(
                currency.typed().isEmpty()
                    ? Message.of("setup.currency.missing")
                    : Message.of("setup.currency.unknown", currency.typed())));
    return areFine(branch, currency);
  }

  /** As {@link #check}, where the branch is founded already. */
  boolean checkNames() {
    person.problem.set(name("person", person).map(Refusals::message));
    workstation.problem.set(name("workstation", workstation).map(Refusals::message));
    return areFine(person, workstation);
  }

  private static boolean areFine(Field... fields) {
    return Stream.of(fields).allMatch(field -> field.problem.get().isEmpty());
  }

  private static Optional<Refusal> name(String field, Field answer) {
    return Limits.refuseName(field, answer.typed(), Actor.MAX_NAME_LENGTH);
  }
}
