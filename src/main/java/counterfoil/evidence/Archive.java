package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The ZIP that a pack is, read strictly: files stored as they are, one directly behind the other,
 * of which every byte is demanded. So nothing can hide between or behind them, and two readers
 * cannot disagree about what is in it. The CRC is computed of the manifest only: of all others its
 * SHA-256 says more.
 */
final class Archive implements AutoCloseable {
  /** 1 February 1980, as ZIP writes it: a pack has one form, whenever it is made. */
  static final int DOS_TIME = 0x00410000;

  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final short VERSION = 10;
  private static final short UTF8_NAMES = 0x0800;
  private static final int MOST_NAME_BYTES = 100;

  private final FileChannel channel;
  private final Map<String, Part> files = new LinkedHashMap<>();

  private record Part(long offset, long size, int crc) {}

  /** What ZIP says of a file, twice. */
  private record Heading(byte[] name, int crc, int size) {
    ByteBuffer local() {
      ByteBuffer header = littleEndian(LOCAL_BYTES + name.length).putInt(LOCAL);
      return common(header).putShort((short) 0).put(name).flip();
    }

    ByteBuffer central(long offset) {
      ByteBuffer header =
          littleEndian(CENTRAL_BYTES + name.length).putInt(CENTRAL).putShort(VERSION);
      // No extra field, no comment, first disk, no attributes.
      return common(header)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort((short) 0)
          .putInt(0)
          .putInt((int) offset)
          .put(name)
          .flip();
    }

    private ByteBuffer common(ByteBuffer header) {
      return header
          .putShort(VERSION)
          .putShort(UTF8_NAMES)
          .putShort((short) 0)
          .putInt(DOS_TIME)
          .putInt(crc)
          .putInt(size)
          .putInt(size)
          .putShort((short) name.length);
    }
  }

  private Archive(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws UnreadablePack if it is no such ZIP
   */
  static Archive open(Path path) throws IOException {
    Archive archive = new Archive(FileChannel.open(path));
    try {
      archive.list();
      return archive;
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private void list() throws IOException {
    long size = channel.size();
    if (size < END_BYTES || size > PackFiles.MOST_BYTES) {
      throw damaged("its size");
    }
    ByteBuffer end = bytes(size - END_BYTES, END_BYTES);
    short count = end.getShort(10);
    int length = end.getInt(12);
    int start = end.getInt(16);
    ByteBuffer expected = littleEndian(END_BYTES).putInt(END).putInt(0);
    expected
        .putShort(count)
        .putShort(count)
        .putInt(length)
        .putInt(start)
        .putShort((short) 0)
        .flip();
    long directory = Integer.toUnsignedLong(start);
    if (!end.equals(expected) || directory + Integer.toUnsignedLong(length) + END_BYTES != size) {
      throw damaged("its end");
    }
    if (length < 0) {
      throw damaged("its list of files");
    }
    list(bytes(directory, length), Short.toUnsignedInt(count), directory);
  }

  private void list(ByteBuffer directory, int count, long end) throws IOException {
    long next = 0;
    for (int i = 0; i < count; i++) {
      if (directory.remaining() < CENTRAL_BYTES) {
        throw damaged("its list of files");
      }
      int at = directory.position();
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      if (nameLength > MOST_NAME_BYTES || directory.remaining() < CENTRAL_BYTES + nameLength) {
        throw damaged("its list of files");
      }
      byte[] name = new byte[nameLength];
      directory.get(at + CENTRAL_BYTES, name);
      Heading heading = new Heading(name, directory.getInt(at + 16), directory.getInt(at + 20));
      ByteBuffer central = heading.central(next);
      if (!directory.slice(at, central.remaining()).equals(central)) {
        throw damaged("its list of files");
      }
      directory.position(at + central.remaining());
      next = file(heading, next, end);
    }
    if (directory.hasRemaining() || next != end) {
      throw damaged("something between its files");
    }
  }

  /** Returns where the next one begins. */
  private long file(Heading heading, long offset, long end) throws IOException {
    ByteBuffer local = heading.local();
    long data = offset + local.remaining();
    long size = Integer.toUnsignedLong(heading.size());
    if (data + size > end) {
      throw damaged("the length of a file");
    }
    if (!bytes(offset, local.remaining()).equals(local)) {
      throw damaged("a heading");
    }
    String name = new String(heading.name(), StandardCharsets.ISO_8859_1);
    if (files.put(name, new Part(data, size, heading.crc())) != null) {
      throw damaged("two files of one name");
    }
    return data + size;
  }

  private static UnreadablePack damaged(String what) {
    return new UnreadablePack(
        Kind.CONTAINER, 0, "It is no evidence pack, or a damaged one: " + what + ".");
  }

  /** The names of all files, in their order. */
  List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** How large a file is. */
  long size(String name) {
    return part(name).size();
  }

  private Part part(String name) {
    return Optional.ofNullable(files.get(name))
        .orElseThrow(() -> new UnreadablePack(Kind.FILE, 0, name + " is missing."));
  }

  /**
   * A whole file.
   *
   * @throws UnreadablePack if it is larger than {@code most} bytes
   */
  byte[] read(String name, int most) throws IOException {
    if (size(name) > most) {
      throw new UnreadablePack(Kind.FILE, 0, name + " is larger than any such file may be.");
    }
    return read(name, 0, (int) size(name));
  }

  /** Whether a file's content is the one that its CRC-32 is of. */
  boolean isWhole(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue() == part(name).crc();
  }

  /** A piece of a file. */
  byte[] read(String name, long from, int length) throws IOException {
    return bytes(part(name).offset() + from, length).array();
  }

  private ByteBuffer bytes(long offset, int length) throws IOException {
    ByteBuffer bytes = littleEndian(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return "Archive" + Arrays.toString(files.keySet().toArray());
  }
}
