package counterfoil.eventstore.disk;

import counterfoil.eventstore.disk.DiskOperation.Acknowledged;
import counterfoil.eventstore.disk.DiskOperation.Create;
import counterfoil.eventstore.disk.DiskOperation.Delete;
import counterfoil.eventstore.disk.DiskOperation.Force;
import counterfoil.eventstore.disk.DiskOperation.ForceNames;
import counterfoil.eventstore.disk.DiskOperation.Rename;
import counterfoil.eventstore.disk.DiskOperation.Resize;
import counterfoil.eventstore.disk.DiskOperation.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A disk as it stands after some operations: what of them was forced, and what was not and in which
 * order it came. A {@link PowerCut} tells what is left of that.
 */
public final class Platter {
  /** Where not even the founding of a ledger was acknowledged. */
  public static final long NOT_FOUNDED = -1;

  private final Map<String, Integer> forcedNames = new TreeMap<>();
  private final List<DiskOperation> unforcedNames = new ArrayList<>();
  private final Map<Integer, Unforced> files = new HashMap<>();
  private long operations;
  private long acknowledged;

  /**
   * Everything in the image is forced; its files are numbered in the order of their paths.
   *
   * @param acknowledged the last entry that was, or {@link #NOT_FOUNDED}
   */
  public Platter(DiskImage image, long acknowledged) {
    this.acknowledged = acknowledged;
    new TreeMap<>(image.files())
        .forEach((path, bytes) -> {
          forcedNames.put(path, files.size());
          files.put(files.size(), new Unforced(bytes));
        });
  }

  /** A file's forced bytes and the changes made to it since. */
  static final class Unforced {
    private final FileBytes forced;
    private final List<Change> changes = new ArrayList<>();

    Unforced(byte[] bytes) {
      forced = new FileBytes(bytes);
    }

    FileBytes forced() {
      return forced;
    }

    List<Change> changes() {
      return changes;
    }

    private void force() {
      for (Change change : changes) {
        switch (change.operation()) {
          case Write(_, int at, byte[] bytes) -> forced.write(at, bytes, 0, bytes.length);
          case Resize(_, int size) -> forced.resize(size);
          default -> throw new IllegalStateException();
        }
      }
      changes.clear();
    }
  }

  /** A {@link Write} or {@link Resize}, the {@code number}th operation of all. */
  record Change(long number, DiskOperation operation) {}

  public void apply(DiskOperation operation) {
    operations++;
    switch (operation) {
      case Create create -> {
        files.put(create.file(), new Unforced(new byte[0]));
        unforcedNames.add(create);
      }
      case Write write -> change(write.file(), write);
      case Resize resize -> change(resize.file(), resize);
      case Force force -> file(force.file()).force();
      case Rename rename -> unforcedNames.add(rename);
      case Delete delete -> unforcedNames.add(delete);
      case ForceNames(String folder) -> {
        unforcedNames.stream()
            .filter(o -> folder(o).equals(folder))
            .forEach(o -> name(o, forcedNames));
        unforcedNames.removeIf(o -> folder(o).equals(folder));
      }
      case Acknowledged(long position) -> acknowledged = Math.max(acknowledged, position);
    }
  }

  private void change(int file, DiskOperation operation) {
    file(file).changes.add(new Change(operations, operation));
  }

  private Unforced file(int number) {
    return Objects.requireNonNull(files.get(number));
  }

  /** How many operations there have been. */
  long operations() {
    return operations;
  }

  /** The last entry that was acknowledged, 0 for the founding, or {@link #NOT_FOUNDED}. */
  public long acknowledged() {
    return acknowledged;
  }

  /** What is left when the power is cut now. */
  public DiskImage cut(PowerCut cut) {
    Map<String, Integer> names = new TreeMap<>(forcedNames);
    Map<String, Integer> kept = new HashMap<>();
    for (DiskOperation operation : unforcedNames) {
      // A folder's names reach the disk in their order, like those of any journalled file system.
      int ofFolder =
          kept.computeIfAbsent(
              folder(operation),
              folder ->
                  cut.namesKept(
                      (int) unforcedNames.stream().filter(o -> folder(o).equals(folder)).count()));
      if (ofFolder > 0) {
        name(operation, names);
      }
      kept.merge(folder(operation), -1, Integer::sum);
    }
    Map<String, byte[]> left = new HashMap<>();
    names.forEach((path, number) -> left.put(path, cut.left(number, file(number), operations)));
    return new DiskImage(left);
  }

  private static void name(DiskOperation operation, Map<String, Integer> names) {
    switch (operation) {
      case Create(String path, int file) -> names.put(path, file);
      case Rename(String from, String to) -> {
        Integer file = names.remove(from);
        names.put(to, Objects.requireNonNull(file));
      }
      case Delete(String path) -> names.remove(path);
      default -> throw new IllegalStateException();
    }
  }

  private static String folder(DiskOperation operation) {
    return switch (operation) {
      case Create(String path, _) -> folder(path);
      case Rename(String from, _) -> folder(from);
      case Delete(String path) -> folder(path);
      default -> throw new IllegalStateException();
    };
  }

  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
