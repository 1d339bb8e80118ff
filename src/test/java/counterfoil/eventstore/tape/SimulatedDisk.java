package counterfoil.eventstore.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder in memory that knows what was forced, so that the power can be cut: of what was written
 * since, each sector is then there or not, as chance has it, in whatever order it was written. It
 * can also run full, and fail to force. For one thread at a time, except for holding forces up.
 */
public final class SimulatedDisk implements TapeFolder {
  private static final int SECTOR_BYTES = 512;
  private static final long UNLIMITED = 1L << 60;

  private final Path path;
  private Map<String, Content> names = new TreeMap<>();
  private Map<String, Content> forcedNames = new TreeMap<>();
  private long spaceBytes = UNLIMITED;
  private boolean filesOpen = true;
  private volatile CountDownLatch arrived = new CountDownLatch(0);
  private volatile CountDownLatch held = new CountDownLatch(0);
  private final AtomicLong forcesUntilFailure = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong writesUntilShort = new AtomicLong(Long.MAX_VALUE);

  public SimulatedDisk(Path path) {
    this.path = path;
  }

  /** From now on only so many bytes more can be written. */
  public void leaveSpace(long bytes) {
    spaceBytes = bytes;
  }

  /** After this many more forces, all fail. */
  public void failForceAfter(long forces) {
    forcesUntilFailure.set(forces);
  }

  /** Holds up the next force until {@link #letForcesGo}. */
  public void holdForces() {
    arrived = new CountDownLatch(1);
    held = new CountDownLatch(1);
  }

  /** Returns when a force is being held up. */
  public void awaitHeldForce() throws InterruptedException {
    arrived.await();
  }

  public void letForcesGo() {
    held.countDown();
  }

  /** After this many more writes, each writes only its first half and fails. */
  public void failWriteAfter(long writes) {
    writesUntilShort.set(writes);
  }

  /** Whether files can be opened from now on. */
  public void letFilesOpen(boolean open) {
    filesOpen = open;
  }

  /** The disk as it comes back after a power cut. */
  public SimulatedDisk cutPower(SplittableRandom random) {
    SimulatedDisk after = new SimulatedDisk(path);
    forcedNames.forEach((name, content) -> after.names.put(name, content.afterCut(random)));
    after.forcedNames = new TreeMap<>(after.names);
    return after;
  }

  /** The disk as another process sees it: with everything written, forced or not. */
  public SimulatedDisk copy() {
    SimulatedDisk copy = new SimulatedDisk(path);
    names.forEach((name, content) -> copy.names.put(name, new Content(content.bytes)));
    copy.forcedNames = new TreeMap<>(copy.names);
    return copy;
  }

  /** A file's bytes, to be looked at or damaged. */
  public byte[] bytes(String name) {
    return content(name).bytes;
  }

  public void replace(String name, byte[] bytes) {
    names.put(name, new Content(bytes));
  }

  /** The names of the tape's files. */
  public List<String> segments() {
    return list().stream().filter(name -> SegmentName.position(name).isPresent()).toList();
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
  public List<String> list() {
    return List.copyOf(names.keySet());
  }

  @Override
  public TapeFile open(String name) throws IOException {
    if (!names.containsKey(name)) {
      throw new NoSuchFileException(name);
    }
    if (!filesOpen) {
      throw new IOException("Too many open files");
    }
    return new SimulatedFile(content(name));
  }

  @Override
  public TapeFile create(String name) throws IOException {
    if (names.containsKey(name)) {
      throw new FileAlreadyExistsException(name);
    }
    names.put(name, new Content(new byte[0]));
    return open(name);
  }

  @Override
  public void rename(String from, String to) {
    names.put(to, content(from));
    names.remove(from);
  }

  @Override
  public void delete(String name) {
    names.remove(name);
  }

  @Override
  public void force() throws IOException {
    countForce();
    forcedNames = new TreeMap<>(names);
  }

  private Content content(String name) {
    Content content = names.get(name);
    if (content == null) {
      throw new IllegalArgumentException("no file " + name);
    }
    return content;
  }

  private static long countDown(long left) {
    return Math.max(0, left - 1);
  }

  private void countForce() throws IOException {
    arrived.countDown();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (forcesUntilFailure.getAndUpdate(SimulatedDisk::countDown) == 0) {
      throw new IOException("Input/output error");
    }
  }

  private static final class Content {
    private byte[] bytes;
    private byte[] forced;

    Content(byte[] bytes) {
      this.bytes = bytes.clone();
      this.forced = bytes.clone();
    }

    Content afterCut(SplittableRandom random) {
      byte[] left = Arrays.copyOf(forced, Math.max(forced.length, bytes.length));
      for (int at = 0; at < bytes.length; at += SECTOR_BYTES) {
        if (random.nextBoolean()) {
          int length = Math.min(SECTOR_BYTES, bytes.length - at);
          System.arraycopy(bytes, at, left, at, length);
        }
      }
      return new Content(left);
    }
  }

  private final class SimulatedFile implements TapeFile {
    private final Content content;

    SimulatedFile(Content content) {
      this.content = content;
    }

    @Override
    public long size() {
      return content.bytes.length;
    }

    @Override
    public void read(ByteBuffer into, long at) {
      int length = Math.min(into.remaining(), content.bytes.length - (int) at);
      into.put(content.bytes, (int) at, Math.max(0, length));
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
      int wanted = from.remaining();
      // What is written over takes no space; only growth does.
      long room = content.bytes.length - at + spaceBytes;
      int possible = (int) Math.min(wanted, room);
      boolean cutShort = writesUntilShort.getAndUpdate(SimulatedDisk::countDown) == 0;
      if (cutShort) {
        possible /= 2;
      }
      int end = (int) at + possible;
      int growth = Math.max(0, end - content.bytes.length);
      content.bytes = Arrays.copyOf(content.bytes, content.bytes.length + growth);
      from.get(content.bytes, (int) at, possible);
      spaceBytes -= growth;
      if (cutShort) {
        throw new IOException("Input/output error");
      }
      if (possible < wanted) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void force() throws IOException {
      countForce();
      content.forced = content.bytes.clone();
    }

    @Override
    public void close() {
      // Closing forces nothing.
    }
  }
}
