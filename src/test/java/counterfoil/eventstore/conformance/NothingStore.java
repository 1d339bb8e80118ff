package counterfoil.eventstore.conformance;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.jdbc.LedgerStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A store that answers everything and does nothing. */
final class NothingStore implements LedgerStore {
  @Override
  public Charter charter() {
    return new Charter("nothing", "Nothing", "EUR", ZoneOffset.UTC, Instant.EPOCH, true);
  }

  @Override
  public DataSource reads() {
    return JdbcConnectionPool.create("jdbc:h2:mem:", "nobody", "");
  }

  @Override
  public List<Finding> audit(Progress progress) {
    return List.of();
  }

  @Override
  public long rebuild(Progress progress) {
    return 0;
  }

  @Override
  public CompletableFuture<Appended> submit(Append append) {
    return CompletableFuture.completedFuture(new Appended(List.of(), false));
  }

  @Override
  public Optional<Appended> find(UUID commandId, byte[] commandDigest) {
    return Optional.empty();
  }

  @Override
  public List<Entry> load(StreamName stream, long fromVersion) {
    return List.of();
  }

  @Override
  public List<Entry> read(long fromPosition, int atMost) {
    return List.of();
  }

  @Override
  public Head head() {
    return new Head(0, new byte[32]);
  }

  @Override
  public Registration whenAdvanced(Consumer<Head> listener) {
    return () -> {};
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}
