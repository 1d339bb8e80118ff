package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Questions to the read models. Safe from any thread, may block on the disk: never call on the
 * screen's thread. An answer includes everything acknowledged before the question.
 */
public final class Inquiries {
  /** The numbers of the selected accounts, in order. */
  public List<String> accountNumbers(AccountSelection selection) {
    throw new UnsupportedOperationException();
  }

  /** The accounts of these numbers, in the order given; numbers without an account are left out. */
  public List<AccountLine> accounts(List<String> numbers) {
    throw new UnsupportedOperationException();
  }

  /** The same, at {@code position} beside now. */
  public List<AccountThen> accountsThen(List<String> numbers, long position) {
    throw new UnsupportedOperationException();
  }

  /** Every account opened by {@code position}, as of it, in the order of numbers, one by one. */
  public void eachAccount(long position, Consumer<AccountLine> consumer) {
    throw new UnsupportedOperationException();
  }

  public Optional<AccountLine> account(AccountNumber number) {
    throw new UnsupportedOperationException();
  }

  /** The account as of a position; nothing if it was not open yet. */
  public Optional<AccountLine> account(AccountNumber number, long position) {
    throw new UnsupportedOperationException();
  }

  /**
   * At most {@code atMost} lines of an account's history with versions below {@code beforeVersion},
   * newest first. The opening deposit is in it, so that the amounts add up to the balance.
   */
  public List<JournalLine> history(AccountNumber number, long beforeVersion, int atMost) {
    throw new UnsupportedOperationException();
  }

  /** An account's whole history up to a position, oldest first, one by one. */
  public void eachOfHistory(
      AccountNumber number, long upToPosition, Consumer<JournalLine> consumer) {
    throw new UnsupportedOperationException();
  }

  /** The positions of the selected entries, ascending. */
  public long[] positions(JournalSelection selection) {
    throw new UnsupportedOperationException();
  }

  /** The lines at these positions, in the order given. */
  public List<JournalLine> journal(long[] positions) {
    throw new UnsupportedOperationException();
  }

  /** The lines from one position to another, both included, ascending; at most 10,000. */
  public List<JournalLine> journal(long fromPosition, long toPosition) {
    throw new UnsupportedOperationException();
  }

  public Optional<EntryDetails> entry(long position) {
    throw new UnsupportedOperationException();
  }

  /** All zero at position 0. */
  public BranchTotals totals(long position) {
    throw new UnsupportedOperationException();
  }

  /** The last position; 0 for an empty ledger. */
  public long lastPosition() {
    throw new UnsupportedOperationException();
  }

  /** The last position whose moment is not after {@code time}; 0 if there is none. */
  public long positionAt(Instant time) {
    throw new UnsupportedOperationException();
  }

  /** The moment of an entry; nothing if there is no such entry. */
  public Optional<Instant> momentOf(long position) {
    throw new UnsupportedOperationException();
  }

  /** Entries over time in {@code buckets} equal stretches. */
  public Density density(Instant from, Instant to, int buckets, JournalSelection selection) {
    throw new UnsupportedOperationException();
  }

  /** The type names that occur, in alphabetical order. */
  public List<String> types() {
    throw new UnsupportedOperationException();
  }
}
