package counterfoil.eventstore.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** An open file of a {@link RecordedDisk}. */
final class RecordedChannel extends FileBaseDefault {
  private final RecordedDisk disk;
  private final int file;

  RecordedChannel(RecordedDisk disk, int file) {
    this.disk = disk;
    this.file = file;
  }

  @Override
  public long size() {
    return disk.size(file);
  }

  @Override
  public synchronized int read(ByteBuffer into, long at) throws IOException {
    refuseIfClosed();
    return disk.read(file, into, Math.toIntExact(at));
  }

  @Override
  public synchronized int write(ByteBuffer from, long at) throws IOException {
    refuseIfClosed();
    return disk.write(file, from, Math.toIntExact(at));
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    disk.resize(file, size);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    refuseIfClosed();
    disk.force(file);
  }

  /** Always granted: the store's own lock keeps others away. */
  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    return new FileLock(this, position, size, shared) {
      @Override
      public boolean isValid() {
        return isOpen();
      }

      @Override
      public void release() {
        // Nobody waits for it.
      }
    };
  }

  private void refuseIfClosed() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
