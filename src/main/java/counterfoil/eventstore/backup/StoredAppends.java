package counterfoil.eventstore.backup;

import counterfoil.eventstore.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored entry by entry as the appends it came in: neighbours of one command. A command is
 * recorded once, and whole.
 */
public final class StoredAppends implements Appends {
  /** Reads entries from a position on; fewer than asked for only where there are no more. */
  @FunctionalInterface
  public interface Source {
    List<Entry> read(long fromPosition, int atMost);
  }

  private static final int ENTRIES_A_READ = 1000;

  private final Source source;
  private final long last;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private long read;

  /**
   * @param after the position behind which to begin
   * @param last the position at which to end, where an append ends
   */
  public StoredAppends(Source source, long after, long last) {
    this.source = source;
    this.read = after;
    this.last = last;
  }

  @Override
  public List<Entry> next() {
    List<Entry> append = new ArrayList<>();
    for (Entry entry = peek(); entry != null && follows(append, entry); entry = peek()) {
      append.add(waiting.remove());
    }
    return append;
  }

  private static boolean follows(List<Entry> append, Entry entry) {
    return append.isEmpty() || append.getFirst().commandId().equals(entry.commandId());
  }

  private @Nullable Entry peek() {
    if (waiting.isEmpty() && read < last) {
      List<Entry> more = source.read(read + 1, (int) Math.min(ENTRIES_A_READ, last - read));
      waiting.addAll(more);
      // A source that ends early is found out by whoever counts.
      read = more.isEmpty() ? last : read + more.size();
    }
    return waiting.peek();
  }
}
