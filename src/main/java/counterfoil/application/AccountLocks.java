package counterfoil.application;

import counterfoil.domain.account.AccountNumber;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps two postings to one account from being decided at once. Held only from loading to handing
 * over to the store, never while waiting for the disk. Many accounts share a lock; taken in one
 * order everywhere, so that two transfers the opposite way cannot wait for each other.
 */
final class AccountLocks {
  private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(256).toList();

  Held hold(List<AccountNumber> numbers) {
    List<ReentrantLock> taken =
        numbers.stream()
            .map(number -> Math.floorMod(number.value().hashCode(), locks.size()))
            .distinct()
            .sorted()
            .map(locks::get)
            .toList();
    taken.forEach(ReentrantLock::lock);
    return () -> taken.forEach(ReentrantLock::unlock);
  }

  /** Ends the holding. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
