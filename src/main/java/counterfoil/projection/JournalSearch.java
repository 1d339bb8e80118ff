package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.payload.CustomerEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The search for a selection's entries, piece by piece from one end of the ledger: whoever wants no
 * more of it just does not ask for the next piece. Blocks on the disk, and throws {@link
 * QueryFailed} where the database does not answer; the same piece may then be asked for again. For
 * one thread at a time.
 */
public final class JournalSearch {
  /** The first piece is small, so that a page is there at once; those that follow grow to this. */
  private static final int FIRST_EXTRACTS = 16;

  private static final int MOST_EXTRACTS = 128;
  private static final int FIRST_OF_ACCOUNT = 500;
  private static final int MOST_OF_ACCOUNT = 50_000;

  private final Query query;
  private final JournalSelection selection;
  private final boolean newestFirst;
  private Optional<Way> way = Optional.empty();
  private boolean ended;

  /**
   * @param newestFirst whether it begins at the newest end
   */
  JournalSearch(Query query, JournalSelection selection, boolean newestFirst) {
    this.query = query;
    this.selection = selection;
    this.newestFirst = newestFirst;
  }

  /** How entries are come by. */
  private interface Way {
    /** The next ones in the order of the search, themselves ascending. */
    long[] next();

    boolean ended();
  }

  /** Whether nothing is left to be found. */
  public boolean ended() {
    return ended;
  }

  /**
   * The next stretch of the ledger: the selected positions in it, ascending. There may be none
   * though there are more further on.
   */
  public long[] next() {
    if (ended) {
      return new long[0];
    }
    if (way.isEmpty()) {
      way = Optional.of(begin());
    }
    long[] found = way.get().next();
    ended = way.get().ended();
    return found;
  }

  private Way begin() {
    long last = new Moments(query).lastPosition();
    long from = Math.max(1, selection.fromPosition());
    long to = Math.min(last, selection.toPosition());
    if (selection.times().isPresent()) {
      Moments moments = new Moments(query);
      TimeRange times = selection.times().get();
      from = Math.max(from, moments.positionAt(times.from().minusNanos(1000)) + 1);
      to = Math.min(to, moments.positionAt(times.to().minusNanos(1000)));
    }
    if (from > to) {
      return new Nothing();
    }
    boolean onlyAccount =
        selection.account().isPresent() && selection.withAccount(Optional.empty()).everyFact();
    if (onlyAccount) {
      return new OfAccount(selection.account().get(), from, to);
    }
    return new ThroughSieve(sieve(), candidates(from, to), from, to);
  }

  private Sieve sieve() {
    return new Sieve(
        selection,
        selection.text().isEmpty()
            ? Set.of()
            : Set.copyOf(
                query.list(
                    "SELECT number FROM account WHERE search LIKE ? ESCAPE '!'",
                    row -> row.getString(1),
                    Query.containing(selection.text()))));
  }

  /** Where an index leads to the few entries that there can be; nothing where none does. */
  private Optional<long[]> candidates(long from, long to) {
    if (selection.account().isEmpty() && selection.customer().isEmpty()) {
      return Optional.empty();
    }
    Set<String> accounts = new HashSet<>();
    selection.customer().ifPresent(customer -> accounts.addAll(accountsOf(customer)));
    Optional<String> account = selection.account().map(AccountNumber::value);
    if (account.isPresent()) {
      boolean none = selection.customer().isPresent() && !accounts.contains(account.get());
      accounts.clear();
      if (!none) {
        accounts.add(account.get());
      }
    }
    List<long[]> found = new ArrayList<>();
    for (String each : accounts) {
      found.add(
          query.run(
              "SELECT position FROM journal WHERE account = ? AND position BETWEEN ? AND ?"
                  + " ORDER BY account, position",
              Query::longs,
              each,
              from,
              to));
    }
    if (account.isEmpty()) {
      selection.customer().ifPresent(customer -> found.add(ofStream(customer, from, to)));
    }
    return Optional.of(found.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray());
  }

  private List<String> accountsOf(CustomerNumber customer) {
    return query.list(
        "SELECT account FROM account_holder WHERE customer = ?"
            + " UNION SELECT account FROM account_former_holder WHERE customer = ?",
        row -> row.getString(1),
        customer.value(),
        customer.value());
  }

  private long[] ofStream(CustomerNumber customer, long from, long to) {
    return query.run(
        "SELECT position FROM entry WHERE stream = ? AND position BETWEEN ? AND ?",
        Query::longs,
        CustomerEvents.stream(customer).value(),
        from,
        to);
  }

  /** There can be none. */
  private static final class Nothing implements Way {
    @Override
    public long[] next() {
      return new long[0];
    }

    @Override
    public boolean ended() {
      return true;
    }
  }

  /** All entries of an account, which its index has in order. */
  private final class OfAccount implements Way {
    private final AccountNumber account;
    private long from;
    private long to;
    private int most = FIRST_OF_ACCOUNT;
    private boolean done;

    OfAccount(AccountNumber account, long from, long to) {
      this.account = account;
      this.from = from;
      this.to = to;
    }

    @Override
    public long[] next() {
      String direction = newestFirst ? " DESC" : "";
      long[] found =
          query.run(
              "SELECT position FROM journal WHERE account = ? AND position BETWEEN ? AND ?"
                  + " ORDER BY account"
                  + direction
                  + ", position"
                  + direction
                  + " LIMIT ?",
              Query::longs,
              account.value(),
              from,
              to,
              most);
      done = found.length < most;
      Arrays.sort(found);
      if (!done && newestFirst) {
        to = found[0] - 1;
      } else if (!done) {
        from = found[found.length - 1] + 1;
      }
      most = MOST_OF_ACCOUNT;
      return found;
    }

    @Override
    public boolean ended() {
      return done;
    }
  }

  /** Extract by extract; those alone in which there are candidates. */
  private final class ThroughSieve implements Way {
    private final Sieve sieve;
    private final Optional<long[]> candidates;
    private final long from;
    private final long to;
    private final long[] numbers;
    private int next;
    private int most = FIRST_EXTRACTS;

    ThroughSieve(Sieve sieve, Optional<long[]> candidates, long from, long to) {
      this.sieve = sieve;
      this.candidates = candidates;
      this.from = from;
      this.to = to;
      this.numbers =
          candidates
              .map(
                  positions -> Arrays.stream(positions).map(Extract::numberOf).distinct().toArray())
              .orElseGet(() -> all(Extract.numberOf(from), Extract.numberOf(to)));
    }

    private static long[] all(long first, long last) {
      long[] numbers = new long[Math.toIntExact(last - first + 1)];
      Arrays.setAll(numbers, i -> first + i);
      return numbers;
    }

    @Override
    public long[] next() {
      int howMany = Math.min(most, numbers.length - next);
      int begin = newestFirst ? numbers.length - next - howMany : next;
      long[] piece = Arrays.copyOfRange(numbers, begin, begin + howMany);
      long[] found = howMany == 0 ? piece : found(piece);
      next += howMany;
      most = Math.min(MOST_EXTRACTS, most * 2);
      return found;
    }

    @Override
    public boolean ended() {
      return next == numbers.length;
    }

    private long[] found(long[] piece) {
      Map<Long, long[]> found = new HashMap<>();
      query.each(
          "SELECT number, facts FROM journal_extract WHERE "
              + (candidates.isEmpty() ? "number BETWEEN ? AND ?" : "number = ANY (?)"),
          row -> new Extract(Extract.firstPositionOf(row.getLong(1)), row.getBytes(2)),
          extract -> found.put(Extract.numberOf(extract.firstPosition()), through(extract)),
          candidates.isEmpty()
              ? new Object[] {piece[0], piece[piece.length - 1]}
              : new Object[] {Arrays.stream(piece).boxed().toArray(Long[]::new)});
      return Arrays.stream(piece)
          .flatMap(number ->
              Arrays.stream(
                  Optional.ofNullable(found.get(number)).orElseGet(() -> through(read(number)))))
          .toArray();
    }

    /** The newest entries are in no extract yet. */
    private Extract read(long number) {
      long first = Extract.firstPositionOf(number);
      return new Extract(first, Extracts.packed(query, first, first + Extract.ENTRIES - 1));
    }

    private long[] through(Extract extract) {
      long[] through = sieve.through(extract, from, to);
      return candidates
          .map(all ->
              Arrays.stream(through).filter(each -> Arrays.binarySearch(all, each) >= 0).toArray())
          .orElse(through);
    }
  }
}
