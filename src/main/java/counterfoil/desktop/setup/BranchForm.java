package counterfoil.desktop.setup;

import counterfoil.application.Actor;
import counterfoil.application.Founder;
import counterfoil.application.Founding;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
  public final Field signInName;
  public final Field password = new Field("");
  public final Field again = new Field("");
  private final BooleanProperty staffed = new SimpleBooleanProperty(true);

  /**
   * @param country whose currency is proposed
   */
  public BranchForm(Locale country, String person, String workstation) {
    this.currency = new Field(currencyOf(country));
    this.person = new Field(person);
    this.workstation = new Field(workstation);
    this.signInName = new Field(nameFrom(person));
    this.person.text.subscribe((before, now) -> {
      if (signInName.typed().equals(nameFrom(before))) {
        signInName.text.set(nameFrom(now));
      }
    });
  }

  /** A sign-in name made of a person's: {@code Amara Okafor} is {@code amara.okafor}. */
  private static String nameFrom(String person) {
    var plain =
        Normalizer.normalize(person.strip(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", ".")
            .replaceAll("^\\.|\\.$", "");
    return StaffName.parse(plain).map(StaffName::value).orElse("");
  }

  /** Whether people are to sign in at the branch; trials and imports go without. */
  public BooleanProperty staffedProperty() {
    return staffed;
  }

  /** Who is to be the administrator; to be asked once {@link #check} has let it pass. */
  Optional<Founder> founder() {
    return staffed.get()
        ? StaffName.parse(signInName.typed()).map(name -> new Founder(name, person.typed()))
        : Optional.empty();
  }

  /** Gives the password away and forgets it. */
  char[] takePassword() {
    var given = password.text.get().toCharArray();
    password.text.set("");
    again.text.set("");
    return given;
  }

  private boolean checkFounder() {
    signInName.blame(Optional.empty());
    password.blame(Optional.empty());
    again.blame(Optional.empty());
    if (!staffed.get()) {
      return true;
    }
    var name = StaffName.parse(signInName.typed());
    if (name.isEmpty()) {
      signInName.blame(Optional.of(Message.of("setup.sign-in-name.wrong")));
    }
    var typed = password.text.get().toCharArray();
    name.flatMap(valid -> new Founder(valid, "-").refuse(typed))
        .ifPresent(why -> password.blame(Optional.of(Refusals.message(why))));
    Arrays.fill(typed, '\0');
    if (!password.text.get().equals(again.text.get())) {
      again.blame(Optional.of(Message.of("setup.again.differs")));
    }
    return areFine(signInName, password, again);
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
    boolean founderIsFine = checkFounder();
    return checkNames() && branchIsFine && founderIsFine;
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
