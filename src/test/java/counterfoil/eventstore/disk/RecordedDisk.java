package counterfoil.eventstore.disk;

import counterfoil.eventstore.disk.DiskOperation.Acknowledged;
import counterfoil.eventstore.disk.DiskOperation.Create;
import counterfoil.eventstore.disk.DiskOperation.Delete;
import counterfoil.eventstore.disk.DiskOperation.Force;
import counterfoil.eventstore.disk.DiskOperation.ForceNames;
import counterfoil.eventstore.disk.DiskOperation.Rename;
import counterfoil.eventstore.disk.DiskOperation.Resize;
import counterfoil.eventstore.disk.DiskOperation.Write;
import counterfoil.eventstore.tape.ChannelFile;
import counterfoil.eventstore.tape.TapeFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A disk in use by tape and H2. It keeps a record of everything that changes it, and can be told to
 * let an operation fail. Safe from any thread.
 */
public final class RecordedDisk implements AutoCloseable {
  /** What can be asked of it, each counted as one operation. */
  public enum Kind {
    LIST,
    OPEN,
    CREATE,
    READ,
    WRITE,
    RESIZE,
    FORCE,
    RENAME,
    DELETE
  }

  private final Path root;
  private final Map<String, Integer> names = new TreeMap<>();
  private final Map<Integer, FileBytes> files = new HashMap<>();
  private final List<DiskOperation> record = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private Fault fault = Fault.NONE;
  private int faultAt;
  private Kind faultKind = Kind.LIST;

  /**
   * @param root the folder that it takes the place of; exists on the real disk, for the lock
   */
  public RecordedDisk(Path root, DiskImage image) {
    this.root = root.toAbsolutePath();
    new TreeMap<>(image.files())
        .forEach((path, bytes) -> {
          names.put(path, files.size());
          files.put(files.size(), new FileBytes(bytes));
        });
    RecordedFilePath.attach(this);
  }

  public Path root() {
    return root;
  }

  /** H2 cannot reach it any more. */
  @Override
  public void close() {
    RecordedFilePath.detach(this);
  }

  /** From the {@code number}th operation on, counted from 0, things go wrong. */
  public synchronized void failFrom(int number, Fault how) {
    fault = how;
    faultAt = number;
  }

  /** Things go well from now on. */
  public synchronized void recover() {
    fault = Fault.NONE;
  }

  /** What kinds of operations there have been, in order. */
  public synchronized List<Kind> kinds() {
    return List.copyOf(kinds);
  }

  /** What has changed it, in order. */
  public synchronized List<DiskOperation> record() {
    return List.copyOf(record);
  }

  public synchronized void acknowledged(long position) {
    record.add(new Acknowledged(position));
  }

  /** The disk as another process sees it, forced or not. */
  public synchronized DiskImage image() {
    Map<String, byte[]> content = new HashMap<>();
    names.forEach((path, number) -> content.put(path, file(number).content()));
    return new DiskImage(content);
  }

  /** The folder's files as the tape sees them. */
  public TapeFolder folder(Path path) {
    return new Folder(path.toAbsolutePath());
  }

  /** Counts an operation, and lets it fail if it is to. */
  private void begin(Kind kind) throws IOException {
    int number = kinds.size();
    kinds.add(kind);
    if (fault == Fault.NONE || fault == Fault.SHORT || number < faultAt) {
      return;
    }
    if (number == faultAt) {
      faultKind = kind;
    }
    boolean fails =
        switch (fault) {
          case NONE, SHORT -> false;
          case DISK_FULL -> kind == Kind.CREATE;
          case ONCE -> number == faultAt;
          case FOR_GOOD -> kind == faultKind;
        };
    if (fails) {
      throw fault == Fault.DISK_FULL ? full() : new IOException("Input/output error");
    }
  }

  private boolean isShort() {
    return fault == Fault.SHORT && kinds.size() > faultAt;
  }

  private boolean isFull() {
    return fault == Fault.DISK_FULL && kinds.size() > faultAt;
  }

  private static IOException full() {
    return new IOException("No space left on device");
  }

  synchronized boolean exists(String path) {
    return names.containsKey(path) || isFolder(path);
  }

  synchronized boolean isFolder(String path) {
    return path.equals(root.toString())
        || names.keySet().stream().anyMatch(name -> name.startsWith(path + "/"));
  }

  synchronized long size(String path) throws IOException {
    return file(find(path)).size();
  }

  /** The whole paths of a folder's files. */
  synchronized List<String> list(String folder) throws IOException {
    begin(Kind.LIST);
    return names.keySet().stream().filter(name -> Platter.folder(name).equals(folder)).toList();
  }

  synchronized FileChannel open(String path) throws IOException {
    begin(Kind.OPEN);
    return new RecordedChannel(this, find(path));
  }

  synchronized FileChannel create(String path) throws IOException {
    begin(Kind.CREATE);
    if (names.containsKey(path)) {
      throw new FileAlreadyExistsException(path);
    }
    int number = files.size();
    files.put(number, new FileBytes(new byte[0]));
    names.put(path, number);
    record.add(new Create(path, number));
    return new RecordedChannel(this, number);
  }

  synchronized void rename(String from, String to) throws IOException {
    begin(Kind.RENAME);
    int number = find(from);
    if (names.containsKey(to)) {
      throw new FileAlreadyExistsException(to);
    }
    names.remove(from);
    names.put(to, number);
    record.add(new Rename(from, to));
  }

  synchronized void delete(String path) throws IOException {
    begin(Kind.DELETE);
    find(path);
    names.remove(path);
    record.add(new Delete(path));
  }

  synchronized void forceNames(String folder) throws IOException {
    begin(Kind.FORCE);
    record.add(new ForceNames(folder));
  }

  synchronized long size(int file) {
    return file(file).size();
  }

  synchronized int read(int file, ByteBuffer into, int at) throws IOException {
    begin(Kind.READ);
    int length = Math.min(into.remaining(), file(file).size() - at);
    if (length <= 0) {
      return into.hasRemaining() ? -1 : 0;
    }
    int possible = isShort() ? (length + 1) / 2 : length;
    file(file).read(at, into, possible);
    return possible;
  }

  synchronized int write(int file, ByteBuffer from, int at) throws IOException {
    FileBytes content = file(file);
    int wanted = from.remaining();
    try {
      begin(Kind.WRITE);
    } catch (IOException e) {
      // A write that fails has often done a part of it.
      write(content, file, from, at, wanted / 2);
      throw e;
    }
    int possible = wanted;
    if (isFull()) {
      // What is written over takes no space; only growth does.
      possible = Math.clamp(content.size() - at, 0, wanted);
    } else if (isShort()) {
      possible = (wanted + 1) / 2;
    }
    if (possible == 0 && wanted > 0) {
      throw full();
    }
    write(content, file, from, at, possible);
    return possible;
  }

  private void write(FileBytes content, int file, ByteBuffer from, int at, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    content.write(at, bytes, 0, length);
    record.add(new Write(file, at, bytes));
  }

  synchronized void resize(int file, long size) throws IOException {
    begin(Kind.RESIZE);
    if (size < file(file).size()) {
      file(file).resize((int) size);
      record.add(new Resize(file, (int) size));
    }
  }

  synchronized void force(int file) throws IOException {
    begin(Kind.FORCE);
    record.add(new Force(file));
  }

  private int find(String path) throws NoSuchFileException {
    Integer number = names.get(path);
    if (number == null) {
      throw new NoSuchFileException(path);
    }
    return number;
  }

  private FileBytes file(int number) {
    return Objects.requireNonNull(files.get(number));
  }

  /** A folder as the tape sees it. */
  private final class Folder implements TapeFolder {
    private final Path path;

    Folder(Path path) {
      this.path = path;
    }

    @Override
    public Path path() {
      return path;
    }

    @Override
    public void make() {
      // It is there.
    }

    @Override
    public List<String> list() throws IOException {
      return RecordedDisk.this.list(path.toString()).stream()
          .map(name -> name.substring(name.lastIndexOf('/') + 1))
          .toList();
    }

    @Override
    public TapeFile open(String name) throws IOException {
      return new ChannelFile(RecordedDisk.this.open(whole(name)));
    }

    @Override
    public TapeFile create(String name) throws IOException {
      return new ChannelFile(RecordedDisk.this.create(whole(name)));
    }

    @Override
    public void rename(String from, String to) throws IOException {
      RecordedDisk.this.rename(whole(from), whole(to));
    }

    @Override
    public void delete(String name) throws IOException {
      RecordedDisk.this.delete(whole(name));
    }

    @Override
    public void force() throws IOException {
      forceNames(path.toString());
    }

    private String whole(String name) {
      return path + "/" + name;
    }
  }
}
