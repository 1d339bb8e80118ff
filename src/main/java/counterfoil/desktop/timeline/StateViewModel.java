package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.AccountThen;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSelection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** Every account at the cursor beside now. */
final class StateViewModel {
  private static final int ACCOUNTS_KEPT = 1_024;
  private static final int ROWS_AHEAD = 4;

  private record Question(AccountSelection selection, long after, long last, boolean anew) {}

  private final Runnable frameWanted;
  private final Runnable sightWanted;
  private final Newest<Question, Optional<AccountRoll>> search;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(Viewport.EMPTY);
  private final Window<StateRow> rows = new Window<>(this::row);
  private final Kept<String, AccountThen> kept = new Kept<>(ACCOUNTS_KEPT);
  private AccountRoll roll = AccountRoll.EMPTY;
  private Optional<String> concerned = Optional.empty();
  private long listedTo;
  private long last;
  private boolean outdated;
  private boolean anew;
  private Order order = Order.NUMBER;
  private boolean descending;

  /**
   * @param sightWanted called where accounts are to be shown that no sight has brought yet
   */
  StateViewModel(
      Inquiries inquiries,
      Background background,
      Runnable frameWanted,
      Runnable sightWanted,
      Consumer<Throwable> whenFailed) {
    this.frameWanted = frameWanted;
    this.sightWanted = sightWanted;
    this.search =
        new Newest<>(background, question -> search(inquiries, question), this::found, whenFailed);
    text.subscribe(() -> {
      anew = true;
      outdate();
    });
  }

  /** Part of a number or of a holder's name; empty for all accounts. */
  StringProperty textProperty() {
    return text;
  }

  /** The rows in view. */
  ObservableList<StateRow> rows() {
    return rows;
  }

  /** Which rows these are; changes after them. */
  ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** So many rows fit into the view. */
  void fit(int count) {
    view(viewport.get().withRoomFor(count));
  }

  void scrollTo(int top) {
    view(viewport.get().scrolledTo(top));
  }

  void reveal(int row) {
    view(viewport.get().showing(row));
  }

  private void view(Viewport wanted) {
    rows.show(wanted);
    viewport.set(wanted);
    if (rows.stream().anyMatch(row -> row.account().isEmpty())) {
      sightWanted.run();
    }
  }

  /** Lists the accounts in another order; the one that the entry concerns stays first. */
  void sort(Order newOrder, boolean newDescending) {
    if (newOrder != order || newDescending != descending) {
      order = newOrder;
      descending = newDescending;
      anew = true;
      outdate();
    }
  }

  private AccountSelection selection() {
    return new AccountSelection(text.get().strip(), order, descending);
  }

  void grownTo(long newLast) {
    last = newLast;
    // What they are called never changes; what they hold does with any entry.
    anew |= order == Order.LEDGER || order == Order.STATUS;
    outdate();
  }

  /** Asks for what is missing; called once a frame. */
  void frame() {
    if (outdated) {
      outdated = false;
      search.ask(new Question(selection(), listedTo, last, anew));
    }
  }

  AccountRoll roll() {
    return roll;
  }

  /** The first row to be fetched for a sight. */
  int firstRow() {
    return viewport.get().top() - ROWS_AHEAD;
  }

  /** The last one. */
  int lastRow() {
    return viewport.get().top() + viewport.get().count() - 1 + ROWS_AHEAD;
  }

  /** Shows the accounts as they are seen from there; what was kept of another sight is dropped. */
  void show(Sight sight) {
    concerned = sight.entry().flatMap(e -> e.line().account()).map(AccountNumber::value);
    roll = roll.withFirst(concerned);
    kept.clear();
    sight.rows().forEach(account -> kept.put(account.now().number().value(), account));
    rows.show(viewport.get());
  }

  private void outdate() {
    outdated = true;
    frameWanted.run();
  }

  /** Nothing if no account has been opened since: which accounts there are has not changed. */
  private static Optional<AccountRoll> search(Inquiries inquiries, Question question) {
    var opened =
        JournalSelection.ALL
            .withTypes(Set.of("AccountOpened"))
            .between(question.after() + 1, Math.max(question.after() + 1, question.last()));
    return !question.anew() && inquiries.positions(opened).length == 0
        ? Optional.empty()
        : Optional.of(new AccountRoll(inquiries.accountNumbers(question.selection())));
  }

  private void found(Question question, Optional<AccountRoll> accounts) {
    if (!question.selection().equals(selection())) {
      return;
    }
    anew = false;
    listedTo = question.last();
    accounts.ifPresent(found -> {
      roll = found.withFirst(concerned);
      view(new Viewport(found.size(), 0, viewport.get().fitting()));
    });
  }

  private StateRow row(int row) {
    String number = roll.at(row);
    return new StateRow(
        number,
        Optional.ofNullable(kept.get(number)),
        concerned.filter(number::equals).isPresent());
  }
}
