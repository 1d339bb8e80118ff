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

  private boolean isSame(List<String> names) {
    return names.isEmpty()
        || Arrays.equals(
            content(tape, names.getLast(), Integer.MAX_VALUE),
            content(mirror, names.getLast(), Integer.MAX_VALUE));
  }

  /**
   * Compares everything; returns the files that were damaged, as they are called now.
   *
   * @throws LedgerUnavailable if both are damaged at one place, or go different ways
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

  private boolean sameStart(String name) {
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
    try (TapeFolder.TapeFile file = folder.create(making)) {
      file.write(ByteBuffer.wrap(right), 0);
      file.force();
    }
    if (merged.wasOnlyBehind(found)) {
      if (found.length > 0 || folder.list().contains(name)) {
        folder.delete(name);
      }
    } else {
      String aside = freeName(folder, name + ".damaged-" + TIME.format(now));
      folder.rename(name, aside);
      mended.add(folder.path().resolve(aside));
    }
    folder.rename(making, name);
    folder.force();
  }

  private static String freeName(TapeFolder folder, String wanted) throws IOException {
    List<String> names = folder.list();
    String name = wanted;
    for (int i = 2; names.contains(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** A file's bytes; none if it is not there or cannot be read. */
  private static byte[] content(TapeFolder folder, String name, int atMost) {
    try (TapeFolder.TapeFile file = folder.open(name)) {
      ByteBuffer content = ByteBuffer.allocate((int) Math.min(file.size(), atMost));
      file.read(content, 0);
      byte[] bytes = new byte[content.position()];
      content.flip().get(bytes);
      return bytes;
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private static long size(TapeFolder folder, String name) {
    try (TapeFolder.TapeFile file = folder.open(name)) {
      return file.size();
    } catch (IOException _) {
      return -1;
    }
  }
}
