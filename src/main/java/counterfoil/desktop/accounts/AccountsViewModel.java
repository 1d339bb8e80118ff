package counterfoil.desktop.accounts;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.KeyList;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Pages;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountListing;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.joda.money.Money;

/**
 * The balance table: which accounts in which order is the database's answer and kept as a list of
 * numbers; the rows in sight are read by page. Typing, sorting and a ledger that moves on all ask
 * the same question anew.
 */
public final class AccountsViewModel {
  /**
   * What stands above the table.
   *
   * @param shown how many accounts are listed
   * @param filtered whether there may be others
   * @param total what they hold together
   */
  public record Summary(long shown, boolean filtered, Money total) {}

  /** An answer with the rows that will be in sight first, so that they are not waited for anew. */
  private record Answer(AccountListing listing, Map<String, AccountRow> firstRows) {}

  /** A little more than a large screen shows. */
  private static final int ROWS_IN_SIGHT = 40;

  private final Inquiries inquiries;
  private final StringProperty text = new SimpleStringProperty("");
  private final KeyList<String> numbers = new KeyList<>();
  private final Pages<String, AccountRow> pages;
  private final LatestQuestion<AccountSelection, Answer> question;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper filterWishes = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<Optional<Summary>> summary =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Message> emptyBecause =
      new ReadOnlyObjectWrapper<>(Message.of("accounts.empty.reading"));
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<AccountSelection> selection =
      new ReadOnlyObjectWrapper<>(AccountSelection.ALL);

  public AccountsViewModel(Inquiries inquiries, Background background) {
    this.inquiries = inquiries;
    this.pages = new Pages<>(background, this::rows, this::changed, this::failed);
    this.question = new LatestQuestion<>(background, this::list, this::show, this::failed);
    text.subscribe(typed -> select(selection.get().withText(typed.strip())));
  }

  /** What is typed into the filter; part of a number or of a holder's name. */
  public StringProperty textProperty() {
    return text;
  }

  /** The numbers of the accounts listed, in order. */
  public ObservableList<String> numbers() {
    return numbers;
  }

  /** The row at an index of {@link #numbers()}; empty while it is being read. */
  public Optional<AccountRow> row(int index) {
    return pages.row(index);
  }

  /** Changes whenever rows have been read. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Nothing before the first answer. */
  public ReadOnlyObjectProperty<Optional<Summary>> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why the table is empty, when it is. */
  public ReadOnlyObjectProperty<Message> emptyBecauseProperty() {
    return emptyBecause.getReadOnlyProperty();
  }

  /** Why the table may be out of date. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What is listed, in which order. */
  public ReadOnlyObjectProperty<AccountSelection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** Counts how often somebody wished to type into the filter. */
  public ReadOnlyLongProperty filterWishesProperty() {
    return filterWishes.getReadOnlyProperty();
  }

  public void wishToFilter() {
    filterWishes.set(filterWishes.get() + 1);
  }

  public void sort(AccountSelection.Order order, boolean descending) {
    select(new AccountSelection(selection.get().text(), order, descending));
  }

  /** Sorts by this, from the smallest up; where that is so already, from the largest down. */
  public void sortOrTurn(AccountSelection.Order order) {
    AccountSelection now = selection.get();
    sort(order, now.order() == order && !now.descending());
  }

  private void select(AccountSelection wanted) {
    if (!wanted.equals(selection.get())) {
      selection.set(wanted);
      refresh();
    }
  }

  /** Reads again; rows in sight stay until theirs have come. */
  public void refresh() {
    question.ask(selection.get());
  }

  private Answer list(AccountSelection asked) {
    AccountListing listing = inquiries.accountListing(asked);
    List<String> first =
        listing.numbers().subList(0, Math.min(ROWS_IN_SIGHT, listing.numbers().size()));
    return new Answer(listing, rows(first));
  }

  private Map<String, AccountRow> rows(List<String> wanted) {
    List<AccountLine> lines = inquiries.accounts(wanted);
    long[] last = lines.stream().mapToLong(AccountLine::lastPosition).toArray();
    Map<Long, LocalDate> days =
        inquiries.journal(last).stream()
            .collect(
                Collectors.toMap(JournalLine::position, JournalLine::postedOn, (day, _) -> day));
    Map<String, AccountRow> rows = new LinkedHashMap<>();
    for (AccountLine line : lines) {
      rows.put(
          line.number().value(),
          new AccountRow(line, days.getOrDefault(line.lastPosition(), line.openedOn())));
    }
    return rows;
  }

  private void show(AccountSelection asked, Answer answer) {
    AccountListing listing = answer.listing();
    trouble.set(Optional.empty());
    pages.outdate();
    pages.put(answer.firstRows());
    emptyBecause.set(
        asked.text().isEmpty()
            ? Message.of("accounts.empty.none")
            : Message.of("accounts.empty.filtered", asked.text()));
    if (!listing.numbers().equals(numbers)) {
      pages.keys(listing.numbers());
      numbers.show(listing.numbers());
    }
    summary.set(
        Optional.of(
            new Summary(listing.numbers().size(), !asked.text().isEmpty(), listing.ledgerTotal())));
    changed();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  private void failed(Throwable fault) {
    trouble.set(Optional.of(Faults.message(fault)));
  }
}
