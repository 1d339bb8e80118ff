package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.sequencing.Listeners;
import counterfoil.proof.TreeHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells those who listen of each new head, whoever made it: this process's writer says so itself,
 * other workstations through the server. A thread of its own, with a connection of its own, waits
 * for these; after a connection was lost it looks at the head, and so misses nothing. Where nothing
 * is heard it asks now and then: a server can vanish without a word.
 */
final class HeadWatch implements ServerWriter.Witness {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** After so many waits without news the server is asked whether it is still there. */
  private static final int MOST_QUIET_WAITS = 5;

  /** After this long without an answer it counts as gone. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Server server;
  private final Runnable whenLost;
  private final Listeners listeners = new Listeners();
  private final TreeHash hash = new TreeHash();
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;
  private long told;

  /**
   * @param known the position of the head from which on listeners want to hear
   * @param whenLost is run when a connection was lost, here or where the writer says so
   */
  HeadWatch(Server server, long known, Runnable whenLost) {
    this.server = server;
    this.whenLost = whenLost;
    this.told = known;
    thread = Thread.ofPlatform().daemon().name("ledger-listener").start(this::run);
  }

  Registration add(Consumer<Head> listener) {
    return listeners.add(listener);
  }

  @Override
  public void advanced(Head head) {
    tell(head);
  }

  @Override
  public void lost() {
    whenLost.run();
  }

  /** Tells of a head, unless a later one was told of already. */
  private synchronized void tell(Head head) {
    if (head.position() > told) {
      told = head.position();
      listeners.tell(head);
    }
  }

  private synchronized boolean isNews(String position) {
    try {
      return Long.parseLong(position) > told;
    } catch (NumberFormatException _) {
      // Somebody else's message; looking at the head does no harm.
      return true;
    }
  }

  /** Ends the waiting; nobody is told of anything after this. */
  void close() {
    closed = true;
    cut();
    LockSupport.unpark(thread);
    DatabaseThread.awaitEnd(thread);
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try (Connection listening = server.worker()) {
        connection = listening;
        listening.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
        if (!ServerLock.USE.tryShared(listening)) {
          throw new SQLException("another workstation changes the tables");
        }
        try (Statement statement = listening.createStatement()) {
          statement.execute("LISTEN " + ServerHead.CHANNEL);
        }
        tell(ServerHead.read(listening).row().toHead(hash));
        pause = FIRST_PAUSE;
        listen(listening);
      } catch (SQLException | RuntimeException _) {
        // The server is away, and so are all who could append: there is nothing to miss.
        connection = null;
        if (!closed) {
          lost();
          LockSupport.parkNanos(pause.toNanos());
          pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
      }
    }
  }

  private void listen(Connection listening) throws SQLException {
    PGConnection source = listening.unwrap(PGConnection.class);
    int quiet = 0;
    while (!closed) {
      boolean news = false;
      for (PGNotification message : source.getNotifications((int) LONGEST_WAIT.toMillis())) {
        news |= isNews(message.getParameter());
      }
      quiet = news ? 0 : quiet + 1;
      if (news || quiet >= MOST_QUIET_WAITS) {
        tell(ServerHead.read(listening).row().toHead(hash));
        quiet = 0;
      }
    }
  }

  /** Closing would wait for the answer that the thread is waiting for. */
  private void cut() {
    Connection cut = connection;
    if (cut != null) {
      try {
        cut.abort(Runnable::run);
      } catch (SQLException _) {
        // It is closed already.
      }
    }
  }
}
