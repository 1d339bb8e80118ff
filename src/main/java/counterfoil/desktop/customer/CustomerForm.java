package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.Refusal;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerRefusal.BornLater;
import counterfoil.domain.customer.CustomerRefusal.BornTooEarly;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed about a customer, what is wrong with it, and where that is to be said. */
public final class CustomerForm {
  private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");

  private final Map<Detail, StringProperty> texts = new EnumMap<>(Detail.class);
  private final Map<Flag, BooleanProperty> flags = new EnumMap<>(Flag.class);
  private final ReadOnlyObjectWrapper<Map<Detail, Message>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Set<Detail> left = EnumSet.noneOf(Detail.class);
  private Optional<CustomerDetails> before = Optional.empty();
  private Map<Detail, Message> refused = Map.of();

  CustomerForm() {
    for (Detail detail : Detail.values()) {
      var text = new SimpleStringProperty("");
      texts.put(detail, text);
      text.subscribe(_ -> {
        refused = Map.of();
        showProblems();
      });
    }
    for (Flag flag : Flag.values()) {
      flags.put(flag, new SimpleBooleanProperty());
    }
  }

  public StringProperty textProperty(Detail detail) {
    return Objects.requireNonNull(texts.get(detail));
  }

  public BooleanProperty flagProperty(Flag flag) {
    return Objects.requireNonNull(flags.get(flag));
  }

  public ReadOnlyObjectProperty<Map<Detail, Message>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Shows what is known; nothing for somebody new. */
  void show(Optional<CustomerDetails> details) {
    before = details;
    left.clear();
    refused = Map.of();
    var shown = details.orElseGet(() -> CustomerDetails.named(""));
    textProperty(Detail.NAME).set(shown.name());
    textProperty(Detail.BIRTH_DATE).set(shown.birthDate().map(LocalDate::toString).orElse(""));
    textProperty(Detail.DOCUMENT_TYPE).set(shown.documentType());
    textProperty(Detail.DOCUMENT_NUMBER).set(shown.documentNumber());
    textProperty(Detail.PHONE).set(shown.phone());
    textProperty(Detail.ADDRESS).set(shown.address());
    textProperty(Detail.NOTE).set(shown.noteToTeller());
    flags.forEach((flag, set) -> set.set(shown.flags().contains(flag)));
    showProblems();
  }

  /** Puts back what was known; returns whether anything had been typed. */
  boolean undo() {
    boolean something = changed();
    show(before);
    return something;
  }

  /** Whether something else stands there than is known. */
  boolean changed() {
    return !details().equals(Optional.of(before.orElseGet(() -> CustomerDetails.named(""))));
  }

  /** What is typed; nothing while the birth date cannot be read. */
  Optional<CustomerDetails> details() {
    String born = text(Detail.BIRTH_DATE);
    Optional<LocalDate> date = date(born);
    if (!born.isEmpty() && date.isEmpty()) {
      return Optional.empty();
    }
    Set<Flag> set = EnumSet.noneOf(Flag.class);
    flags.forEach((flag, on) -> {
      if (on.get()) {
        set.add(flag);
      }
    });
    return Optional.of(
        new CustomerDetails(
            text(Detail.NAME),
            date,
            text(Detail.DOCUMENT_TYPE),
            text(Detail.DOCUMENT_NUMBER),
            text(Detail.PHONE),
            text(Detail.ADDRESS),
            set,
            text(Detail.NOTE)));
  }

  private String text(Detail detail) {
    return textProperty(detail).get().strip();
  }

  private static Optional<LocalDate> date(String typed) {
    return date(YEAR_FIRST.matcher(typed), 1, 3).or(() -> date(DAY_FIRST.matcher(typed), 3, 1));
  }

  private static Optional<LocalDate> date(Matcher typed, int year, int day) {
    try {
      return typed.matches()
          ? Optional.of(LocalDate.of(number(typed, year), number(typed, 2), number(typed, day)))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher typed, int group) {
    return Integer.parseInt(typed.group(group));
  }

  /** The cursor has left a field: what is wrong in it may be said. */
  public void leave(Detail detail) {
    if (left.add(detail)) {
      showProblems();
    }
  }

  /** Says everything that is wrong; returns the first field that something is. */
  Optional<Detail> judge() {
    left.addAll(EnumSet.allOf(Detail.class));
    showProblems();
    return Stream.of(Detail.values()).filter(problems.get()::containsKey).findFirst();
  }

  /** A refusal stands under the field that it concerns; returns the field. */
  Detail refuse(Refusal refusal) {
    Detail detail =
        switch (refusal) {
          case BornLater _, BornTooEarly _ -> Detail.BIRTH_DATE;
          case TextMissing r -> named(r.field());
          case TextTooLong r -> named(r.field());
          case TextNotPlain r -> named(r.field());
          default -> Detail.NAME;
        };
    refused = Map.of(detail, Refusals.message(refusal));
    showProblems();
    return detail;
  }

  private static Detail named(String field) {
    return switch (field) {
      case "document_type" -> Detail.DOCUMENT_TYPE;
      case "document_number" -> Detail.DOCUMENT_NUMBER;
      case "phone" -> Detail.PHONE;
      case "address" -> Detail.ADDRESS;
      case "note_to_teller" -> Detail.NOTE;
      default -> Detail.NAME;
    };
  }

  private void showProblems() {
    Map<Detail, Message> said = new EnumMap<>(Detail.class);
    if (left.contains(Detail.NAME) && text(Detail.NAME).isEmpty()) {
      said.put(Detail.NAME, Message.of("customer.problem.name-missing"));
    }
    if (left.contains(Detail.BIRTH_DATE)
        && !text(Detail.BIRTH_DATE).isEmpty()
        && date(text(Detail.BIRTH_DATE)).isEmpty()) {
      said.put(Detail.BIRTH_DATE, Message.of("customer.problem.date"));
    }
    said.putAll(refused);
    problems.set(said);
  }
}
