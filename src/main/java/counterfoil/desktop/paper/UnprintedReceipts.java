package counterfoil.desktop.paper;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receipts that no printer has taken yet, of one ledger, kept over the program's end: which
 * entries they are for, and nothing of what stands on them. That the file cannot be written hinders
 * nobody: they are known until the program ends then. Reads and writes a small file; safe from any
 * thread.
 */
public final class UnprintedReceipts {
  /** More do not wait: with no printer all day the eldest goes when another one comes. */
  static final int MOST = 200;

  private static final Logger LOG = System.getLogger("counterfoil");
  private static final String FILE = "unprinted-receipts.txt";

  /** Two workstations' lists in one folder, the branch's and the sample's, do not meet. */
  private static final Object WRITING = new Object();

  /**
   * One that waits.
   *
   * @param position of any entry of the act
   * @param copy 0 for the original, then 1, 2, ...
   */
  public record Unprinted(long position, int copy) {}

  private final Optional<Path> folder;
  private final String origin;
  private final List<Unprinted> waiting = new ArrayList<>();
  private boolean read;

  /**
   * @param folder nothing where they are known until the program ends only
   * @param origin the ledger's
   */
  public UnprintedReceipts(Optional<Path> folder, String origin) {
    this.folder = folder;
    this.origin = origin;
  }

  /** The eldest first. */
  public synchronized List<Unprinted> all() {
    return List.copyOf(waiting());
  }

  private List<Unprinted> waiting() {
    if (!read) {
      read = true;
      lines().stream()
          .filter(line -> line[0].equals(origin))
          .map(line -> new Unprinted(Long.parseLong(line[1]), Integer.parseInt(line[2])))
          .forEach(waiting::add);
    }
    return waiting;
  }

  /** One that waits already waits once. */
  public synchronized void add(Unprinted receipt) {
    if (!waiting().contains(receipt)) {
      if (waiting.size() == MOST) {
        waiting.removeFirst();
      }
      waiting.add(receipt);
      write();
    }
  }

  /** It is printed, or there is nothing to print. */
  public synchronized void remove(Unprinted receipt) {
    if (waiting().remove(receipt)) {
      write();
    }
  }

  private void write() {
    folder.ifPresent(place -> {
      synchronized (WRITING) {
        var all = new ArrayList<String>();
        lines().stream()
            .filter(line -> !line[0].equals(origin))
            .map(line -> String.join(" ", line))
            .forEach(all::add);
        waiting.forEach(one -> all.add(origin + " " + one.position() + " " + one.copy()));
        try {
          var draft = Files.write(place.resolve(FILE + ".new"), all);
          Files.move(draft, place.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          LOG.log(Level.INFO, "which receipts wait is not kept: " + e);
        }
      }
    });
  }

  /** What cannot be understood is left out. */
  private List<String[]> lines() {
    if (folder.isEmpty() || !Files.exists(folder.get().resolve(FILE))) {
      return List.of();
    }
    try {
      return Files.readAllLines(folder.get().resolve(FILE)).stream()
          .filter(line -> line.matches("\\S+ [1-9][0-9]{0,17} [0-9]{1,6}"))
          .map(line -> line.split(" "))
          .toList();
    } catch (IOException e) {
      LOG.log(Level.INFO, "which receipts wait cannot be read: " + e);
      return List.of();
    }
  }
}
