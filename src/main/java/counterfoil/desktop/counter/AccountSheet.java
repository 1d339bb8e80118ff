package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.KeyList;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Pages;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.projection.AccountInquiries;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/**
 * The account on the desk: its card, and its history newest first, read page by page as it is
 * scrolled. Entries never change, so what has been read stays; new ones come in front.
 */
public final class AccountSheet {
  private final Inquiries inquiries;
  private final Background background;
  private final Supplier<LocalDate> businessDate;
  private final LatestQuestion<AccountNumber, Optional<Served>> question;
  private final ReadOnlyObjectWrapper<Optional<AccountLine>> account =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper detail = new ReadOnlyLongWrapper();
  private final KeyList<Long> versions = new KeyList<>();
  private final Map<Long, Long> reversals = new ConcurrentHashMap<>();
  private Pages<Long, JournalLine> pages;
  private Optional<Served> served = Optional.empty();
  private Optional<AccountNumber> wanted = Optional.empty();

  /**
   * @param businessDate the branch's day
   */
  AccountSheet(Inquiries inquiries, Background background, Supplier<LocalDate> businessDate) {
    this(inquiries, background, businessDate, Served::of);
  }

  /**
   * @param more reads what there is besides the account's line, off the screen's thread
   */
  AccountSheet(
      Inquiries inquiries,
      Background background,
      Supplier<LocalDate> businessDate,
      Function<AccountLine, Served> more) {
    this.inquiries = inquiries;
    this.background = background;
    this.businessDate = businessDate;
    this.question =
        new LatestQuestion<>(
            background, number -> inquiries.account(number).map(more), this::show, this::failed);
    this.pages = pagesOf(Optional.empty());
  }

  /** The account, as last read; nothing while none is chosen. */
  public ReadOnlyObjectProperty<Optional<AccountLine>> accountProperty() {
    return account.getReadOnlyProperty();
  }

  /** The account with all that is known of it; already new when {@link #accountProperty} is. */
  public Optional<Served> served() {
    return served;
  }

  /** The entry that a reversal takes back; nothing for other entries, and until it is read. */
  public Optional<Long> reverses(long position) {
    return Optional.ofNullable(reversals.get(position));
  }

  /** Whether an entry of the account was taken back. */
  public boolean reversed(long position) {
    return served
        .map(Served::state)
        .filter(state -> state instanceof Open open && open.reversed().contains(position))
        .isPresent();
  }

  /** The reversal of an entry, where that has been read. */
  public Optional<Long> reversedBy(Optional<JournalLine> line) {
    return line.map(JournalLine::position)
        .filter(this::reversed)
        .flatMap(position ->
            reversals.entrySet().stream()
                .filter(entry -> entry.getValue().equals(position))
                .map(Map.Entry::getKey)
                .findFirst());
  }

  /** Why the account cannot be shown. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The versions of the account's entries, newest first: one for each line of the history. */
  public ObservableList<Long> versions() {
    return versions;
  }

  /** The line at an index of {@link #versions()}; empty while it is being read. */
  public Optional<JournalLine> line(int index) {
    return pages.row(index);
  }

  public LocalDate businessDate() {
    return businessDate.get();
  }

  /** Changes whenever {@link #served} does, also where the account's line stays as it was. */
  public ReadOnlyLongProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Changes whenever lines have been read. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  void choose(AccountNumber number) {
    wanted = Optional.of(number);
    if (account.get().filter(shown -> !shown.number().equals(number)).isPresent()) {
      // Nothing may be posted to the account that is about to leave the desk.
      turnTo(Optional.empty());
    }
    question.ask(number);
  }

  /** Shows an account that has just been read, and reads it again. */
  void choose(AccountLine line) {
    wanted = Optional.of(line.number());
    show(line.number(), Optional.of(Served.of(line)));
    question.ask(line.number());
  }

  void putAway() {
    wanted = Optional.empty();
    trouble.set(Optional.empty());
    turnTo(Optional.empty());
  }

  void refresh() {
    wanted.ifPresent(question::ask);
  }

  private void show(AccountNumber asked, Optional<Served> answer) {
    if (wanted.filter(asked::equals).isEmpty()) {
      return;
    }
    trouble.set(
        answer.isEmpty()
            ? Optional.of(Message.of("kit.refusal.account-not-found", asked))
            : Optional.empty());
    boolean same =
        answer.map(found -> found.line().number()).equals(account.get().map(AccountLine::number));
    if (same) {
      answer.ifPresent(this::bringUpToDate);
    } else {
      turnTo(answer);
    }
  }

  private void bringUpToDate(Served newer) {
    AccountLine line = newer.line();
    if (account.get().filter(old -> old.version() > line.version()).isPresent()) {
      return;
    }
    served = Optional.of(newer);
    List<Long> grown = new Downward(line.version());
    if (grown.size() > versions.size()) {
      pages.keys(grown);
      versions.showWithMoreInFront(grown);
    }
    account.set(Optional.of(line));
    detail.set(detail.get() + 1);
  }

  private void turnTo(Optional<Served> answer) {
    Optional<AccountLine> found = answer.map(Served::line);
    List<Long> keys = found.<List<Long>>map(l -> new Downward(l.version())).orElse(List.of());
    pages = pagesOf(found.map(AccountLine::number));
    pages.keys(keys);
    served = answer;
    account.set(found);
    versions.show(keys);
    detail.set(detail.get() + 1);
  }

  private void failed(Throwable fault) {
    trouble.set(Optional.of(Faults.message(fault)));
  }

  private Pages<Long, JournalLine> pagesOf(Optional<AccountNumber> number) {
    return new Pages<>(
        background,
        keys -> number.map(n -> history(n, keys)).orElse(Map.of()),
        () -> revision.set(revision.get() + 1),
        this::failed);
  }

  /** The keys lie together, newest first; those between that are known already are read again. */
  private Map<Long, JournalLine> history(AccountNumber number, List<Long> keys) {
    long newest = keys.getFirst();
    long oldest = keys.getLast();
    List<JournalLine> lines = inquiries.history(number, newest + 1, (int) (newest - oldest + 1));
    lines.stream()
        .filter(line -> line.type().equals("TransactionReversed"))
        .filter(line -> !reversals.containsKey(line.position()))
        .forEach(this::readOriginal);
    return lines.stream().collect(Collectors.toMap(JournalLine::version, Function.identity()));
  }

  private void readOriginal(JournalLine line) {
    inquiries
        .postings()
        .original(line.position())
        .map(AccountInquiries.Original::event)
        .ifPresent(event -> {
          if (event instanceof TransactionReversed reversal) {
            reversals.put(line.position(), reversal.position());
          }
        });
  }

  /** The numbers from one down to zero, without holding them. */
  private static final class Downward extends AbstractList<Long> implements RandomAccess {
    private final long highest;

    Downward(long highest) {
      this.highest = highest;
    }

    @Override
    public Long get(int index) {
      if (index < 0 || index > highest) {
        throw new IndexOutOfBoundsException(index);
      }
      return highest - index;
    }

    @Override
    public int size() {
      return Math.toIntExact(highest + 1);
    }
  }
}
