package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.Inquiries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One field that finds an account by its number or its holder's name while one types. Enter takes
 * the highlighted account, at first the first; where the answer is still under way, it is taken as
 * soon as it comes, so that a fast typist never waits.
 */
public final class AccountFinder {
  /** What is offered at once; more would be read slower than another letter is typed. */
  static final int MAX_OFFERED = 8;

  private final Inquiries inquiries;
  private final Consumer<AccountLine> whenChosen;
  private final LatestQuestion<String, List<AccountLine>> question;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<AccountLine>> found =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper highlighted = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String answered = "";
  private boolean takeFirst;

  AccountFinder(Inquiries inquiries, Background background, Consumer<AccountLine> whenChosen) {
    this.inquiries = inquiries;
    this.whenChosen = whenChosen;
    this.question = new LatestQuestion<>(background, this::find, this::show, this::failed);
    text.subscribe(_ -> typed());
  }

  /** What is typed in the field. */
  public StringProperty textProperty() {
    return text;
  }

  /** The accounts offered; empty while the list is closed. */
  public ReadOnlyObjectProperty<List<AccountLine>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The index in {@link #foundProperty()} that Enter takes; -1 for none. */
  public ReadOnlyIntegerProperty highlightedProperty() {
    return highlighted.getReadOnlyProperty();
  }

  /** Why nothing is offered, and what to do. */
  public ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  public void down() {
    if (!found.get().isEmpty()) {
      highlighted.set((highlighted.get() + 1) % found.get().size());
    }
  }

  public void up() {
    int size = found.get().size();
    if (size > 0) {
      highlighted.set((highlighted.get() + size - 1) % size);
    }
  }

  /** Takes the highlighted account, now or when the answer comes. */
  public void take() {
    if (sought().isEmpty()) {
      return;
    }
    if (!answered.equals(sought())) {
      takeFirst = true;
      question.ask(sought());
    } else if (highlighted.get() >= 0) {
      take(found.get().get(highlighted.get()));
    }
  }

  /** Takes one of the accounts offered. */
  public void take(AccountLine account) {
    clear();
    whenChosen.accept(account);
  }

  /** Empties the field and closes the list; returns whether there was anything to empty. */
  public boolean clear() {
    boolean something = !text.get().isEmpty();
    takeFirst = false;
    text.set("");
    return something;
  }

  private String sought() {
    return text.get().strip();
  }

  private void typed() {
    takeFirst = false;
    if (sought().isEmpty()) {
      answered = "";
      offer(List.of());
      note.set(Optional.empty());
    } else {
      question.ask(sought());
    }
  }

  /**
   * The account of exactly this number first, then those that contain the text, then those of
   * customers whose number, document or phone does.
   */
  private List<AccountLine> find(String sought) {
    Optional<AccountLine> exact = AccountNumber.parse(sought).flatMap(inquiries::account);
    var selection = new AccountSelection(sought, AccountSelection.Order.NUMBER, false);
    List<String> numbers = inquiries.accountNumbers(selection).stream().limit(MAX_OFFERED).toList();
    SequencedMap<AccountNumber, AccountLine> found = new LinkedHashMap<>();
    exact.ifPresent(line -> found.put(line.number(), line));
    inquiries.accounts(numbers).forEach(line -> found.putIfAbsent(line.number(), line));
    if (found.size() < MAX_OFFERED) {
      inquiries.customers().find(sought, MAX_OFFERED).stream()
          .flatMap(customer -> inquiries.customers().accounts(customer.number()).stream())
          .forEach(line -> found.putIfAbsent(line.number(), line));
    }
    return found.values().stream().limit(MAX_OFFERED).toList();
  }

  private void show(String asked, List<AccountLine> accounts) {
    if (!asked.equals(sought())) {
      return;
    }
    answered = asked;
    if (takeFirst && !accounts.isEmpty()) {
      take(accounts.getFirst());
      return;
    }
    takeFirst = false;
    offer(accounts);
    note.set(
        accounts.isEmpty()
            ? Optional.of(Message.of("counter.find.nothing", asked))
            : Optional.empty());
  }

  private void offer(List<AccountLine> accounts) {
    highlighted.set(-1);
    found.set(accounts);
    highlighted.set(accounts.isEmpty() ? -1 : 0);
  }

  private void failed(Throwable fault) {
    takeFirst = false;
    offer(List.of());
    note.set(Optional.of(Faults.message(fault)));
  }
}
