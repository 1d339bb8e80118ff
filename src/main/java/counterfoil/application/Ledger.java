package counterfoil.application;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.projection.Inquiries;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/** An open ledger: everything a screen or a command of the command line needs of it. */
public final class Ledger implements AutoCloseable {
  public Charter charter() {
    throw new UnsupportedOperationException();
  }

  public CurrencyUnit currency() {
    throw new UnsupportedOperationException();
  }

  /** The branch's day, in the workstation's time zone. */
  public LocalDate businessDate() {
    throw new UnsupportedOperationException();
  }

  public Counter counter() {
    throw new UnsupportedOperationException();
  }

  public Inquiries inquiries() {
    throw new UnsupportedOperationException();
  }

  /** For history that is taken over as it was; everything else goes through {@link #counter()}. */
  public EventStore store() {
    throw new UnsupportedOperationException();
  }

  public Head head() {
    return store().head();
  }

  /** See {@link EventStore#whenAdvanced}. */
  public Registration whenAdvanced(Consumer<Head> listener) {
    return store().whenAdvanced(listener);
  }

  /** Recomputes everything from the entries' bytes: replay = snapshots = read models = tape. */
  public Verification verify(Progress progress) {
    throw new UnsupportedOperationException();
  }

  /** Makes the database anew from the tape; returns the number of entries. */
  public long rebuild(Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
