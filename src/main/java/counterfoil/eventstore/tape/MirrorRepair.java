package counterfoil.eventstore.tape;

import counterfoil.eventstore.LedgerUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a tape and its mirror the same before they are written to again. The one that is behind is
 * brought up; what is damaged in one is taken from the other, record by record, wherever the chain
 * of hashes proves it. A file that was damaged is kept under another name. For one thread.
 */
public final class MirrorRepair {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final TapeFolder tape;
  private final TapeFolder mirror;
  private final Instant now;
  private final List<Path> mended = new ArrayList<>();

  public MirrorRepair(MirroredFolder both, Instant now) {
    this.tape = both.tape();
    this.mirror = both.mirror();
    this.now = now;
  }

  /**
   * Compares what an opening looks at: names, sizes and headers of all files, and all of the last
   * one. Older files are left to {@link #all}, or an opening would take the longer the older the
   * ledger is.
   *
   * @throws LedgerUnavailable if both are damaged at one place, or go different ways
   * @throws IOException if a file that is there cannot be read: what it holds is not known then
   */
  public void ends() throws IOException {
    List<String> names = names();
    int from = 0;
    while (from < names.size() - 1 && sameStart(names.get(from))) {
      from++;
    }
    if (from > 0 && (size(tape, names.get(from)) < 0 || size(mirror, names.get(from)) < 0)) {
      // Where one has no more files, its last one may not be full either.
      from--;
    }
    if (from < names.size() - 1 || !isSame(names)) {
      mend(names, from);
    }
  }

  private boolean isSame(List<String> names) throws IOException {
    return names.isEmpty()
        || Arrays.equals(
            content(tape, names.getLast(), Integer.MAX_VALUE),
            content(mirror, names.getLast(), Integer.MAX_VALUE));
  }

  /**
   * Compares everything; returns the files that were damaged, as they are called now.
   *
   * @throws LedgerUnavailable if both are damaged at one place, or go different ways
   * @throws IOException if a file that is there cannot be read: what it holds is not known then
   */
  public List<Path> all() throws IOException {
    mend(names(), 0);
    return List.copyOf(mended);
  }

  private List<String> names() throws IOException {
    return Stream.concat(tape.list().stream(), mirrorList().stream())
        .filter(name -> SegmentName.position(name).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> mirrorList() throws IOException {
    try {
      return mirror.list();
    } catch (IOException e) {
      throw new MirrorFault(mirror.path(), e);
    }
  }

  private boolean sameStart(String name) throws IOException {
    byte[] one = content(tape, name, SegmentHeader.BYTES);
    byte[] other = content(mirror, name, SegmentHeader.BYTES);
    return one.length == SegmentHeader.BYTES
        && Arrays.equals(one, other)
        && size(tape, name) == size(mirror, name);
  }

  private void mend(List<String> names, int from) throws IOException {
    long position = -1;
    byte[] chain = SegmentHeader.CHAIN_START;
    for (int i = from; i < names.size(); i++) {
      String name = names.get(i);
      byte[] one = content(tape, name, Integer.MAX_VALUE);
      byte[] other = content(mirror, name, Integer.MAX_VALUE);
      boolean last = i == names.size() - 1;
      MergedSegment merged = new MergedSegment(tape.path(), mirror.path(), name, one, other);
      if (i == from && i > 0) {
        merged.begin();
      } else {
        merged.beginAfter(i == 0 ? 0 : position, chain);
      }
      merged.run(last);
      position = merged.position();
      chain = merged.chain();
      write(tape, name, one, merged);
      try {
        write(mirror, name, other, merged);
      } catch (IOException e) {
        throw new MirrorFault(mirror.path(), e);
      }
    }
  }

  private void write(TapeFolder folder, String name, byte[] found, MergedSegment merged)
      throws IOException {
    byte[] right = merged.bytes();
    if (Arrays.equals(found, right)) {
      return;
    }
    folder.make();
    String making = name + ".mending";
    if (folder.list().contains(making)) {
      folder.delete(making);
    }
    make(folder, making, right);
    if (!merged.wasOnlyBehind(found)) {
      String aside = freeName(folder, name + ".damaged-" + TIME.format(now));
      make(folder, aside, found);
      mended.add(folder.path().resolve(aside));
    }
    // Over the old one, in one step: at no moment is the file missing from the tape.
    folder.rename(making, name);
    folder.force();
  }

  private static void make(TapeFolder folder, String name, byte[] content) throws IOException {
    try (TapeFolder.TapeFile file = folder.create(name)) {
      file.write(ByteBuffer.wrap(content), 0);
      file.force();
    }
  }

  private static String freeName(TapeFolder folder, String wanted) throws IOException {
    List<String> names = folder.list();
    String name = wanted;
    for (int i = 2; names.contains(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** A file's bytes; none if it is not there. */
  private byte[] content(TapeFolder folder, String name, int atMost) throws IOException {
    return look(
        folder,
        name,
        new byte[0],
        file -> {
          ByteBuffer content = ByteBuffer.allocate((int) Math.min(file.size(), atMost));
          file.read(content, 0);
          byte[] bytes = new byte[content.position()];
          content.flip().get(bytes);
          return bytes;
        });
  }

  /** A file's length in bytes; -1 if it is not there. */
  private long size(TapeFolder folder, String name) throws IOException {
    return look(folder, name, -1L, TapeFolder.TapeFile::size);
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(TapeFolder.TapeFile file) throws IOException;
  }

  /** A file that is there and cannot be read is not taken for one that is missing or empty. */
  private <T> T look(TapeFolder folder, String name, T missing, Look<T> look) throws IOException {
    try {
      if (!folder.list().contains(name)) {
        return missing;
      }
      try (TapeFolder.TapeFile file = folder.open(name)) {
        return look.at(file);
      }
    } catch (IOException e) {
      throw folder.equals(mirror) ? new MirrorFault(mirror.path(), e) : e;
    }
  }
}
