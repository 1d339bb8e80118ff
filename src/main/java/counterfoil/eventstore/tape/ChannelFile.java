package counterfoil.eventstore.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of the tape behind a channel, which may read and write less than it is asked to. */
public record ChannelFile(FileChannel channel) implements TapeFolder.TapeFile {
  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void read(ByteBuffer into, long at) throws IOException {
    long next = at;
    while (into.hasRemaining()) {
      int count = channel.read(into, next);
      if (count < 0) {
        return;
      }
      next += count;
    }
  }

  @Override
  public void write(ByteBuffer from, long at) throws IOException {
    long next = at;
    while (from.hasRemaining()) {
      next += channel.write(from, next);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
