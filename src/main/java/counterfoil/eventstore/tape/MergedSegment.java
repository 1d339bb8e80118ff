package counterfoil.eventstore.tape;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** One of the tape's files as it must have been, from what the tape and its mirror have of it. */
final class MergedSegment {
  private final Path tape;
  private final Path mirror;
  private final Path file;
  private final long first;
  private final ByteBuffer one;
  private final ByteBuffer other;
  private final byte[] bytes;
  private final RecordLayout layout = new RecordLayout();
  private int offset = SegmentHeader.BYTES;
  private long position;
  private byte[] chain = SegmentHeader.CHAIN_START;

  MergedSegment(Path tape, Path mirror, String name, byte[] one, byte[] other) {
    this.tape = tape;
    this.mirror = mirror;
    this.file = tape.resolve(name);
    this.first = SegmentName.position(name).orElseThrow();
    this.one = ByteBuffer.wrap(one);
    this.other = ByteBuffer.wrap(other);
    this.bytes = Arrays.copyOf(one.length > 0 ? one : other, Math.max(one.length, other.length));
  }

  byte[] bytes() {
    return bytes;
  }

  long position() {
    return position;
  }

  byte[] chain() {
    return chain;
  }

  /** Begins where the file's own header says; it has been compared with the one before. */
  void begin() {
    take(header(one).or(() -> header(other)));
  }

  /** Begins behind an entry, with the chain hash there. */
  void beginAfter(long before, byte[] chainBefore) {
    if (first != before + 1) {
      throw damaged(before + 1, "a file is missing from the tape and from its mirror");
    }
    take(
        header(one)
            .filter(header -> Arrays.equals(header.chainBefore(), chainBefore))
            .or(() ->
                header(other).filter(header -> Arrays.equals(header.chainBefore(), chainBefore))));
  }

  private void take(Optional<SegmentHeader> found) {
    SegmentHeader header =
        found.orElseThrow(() -> damaged(first, "no header that belongs there can be read"));
    header(other)
        .filter(there -> !there.charter().equals(header.charter()))
        .ifPresent(_ -> {
          throw new LedgerUnavailable(Reason.MIRROR, mirror, "it is another ledger's", first);
        });
    byte[] block = header.toBytes();
    System.arraycopy(block, 0, bytes, 0, block.length);
    position = header.firstPosition() - 1;
    chain = header.chainBefore();
  }

  /** Takes record after record from wherever it is whole. */
  void run(boolean last) {
    boolean fromOther = one.limit() == 0;
    while (true) {
      Optional<TapeRecord> here = record(one);
      Optional<TapeRecord> there = record(other);
      if (here.isPresent()
          && there.isPresent()
          && !Arrays.equals(here.get().chain(), there.get().chain())) {
        throw new LedgerUnavailable(
            Reason.MIRROR, mirror, "it goes another way than the tape", position + 1);
      }
      Optional<TapeRecord> record = here.or(() -> there);
      if (record.isEmpty()) {
        break;
      }
      fromOther = here.isEmpty();
      if (fromOther) {
        other.get(offset, bytes, offset, record.get().length());
      }
      offset += record.get().length();
      position = record.get().lastPosition();
      chain = record.get().chain();
    }
    end(last, fromOther);
  }

  private void end(boolean last, boolean fromOther) {
    boolean readable = isBlank(one) || isBlank(other);
    if (last ? forcedBehind(one) || forcedBehind(other) : !readable) {
      throw damaged(position + 1, "neither the tape nor its mirror has a record that can be read");
    }
    ByteBuffer tail = last ? (fromOther ? other : one) : ByteBuffer.allocate(0);
    Arrays.fill(bytes, offset, bytes.length, (byte) 0);
    if (tail.limit() > offset) {
      // Torn by a crash: whoever resumes the tape looks at it and wipes it out.
      tail.get(offset, bytes, offset, tail.limit() - offset);
    }
  }

  /** Whether what was found is a part of this file that had not come any further. */
  boolean wasOnlyBehind(byte[] found) {
    if (found.length == 0) {
      return true;
    }
    int used = found.length;
    while (used > 0 && found[used - 1] == 0) {
      used--;
    }
    // A record ends in a checksum, whose last byte may be zero.
    int same = Arrays.mismatch(found, 0, used, bytes, 0, Math.min(used, bytes.length));
    return found.length == bytes.length && same < 0;
  }

  private Optional<SegmentHeader> header(ByteBuffer of) {
    try {
      byte[] block = new byte[Math.min(SegmentHeader.BYTES, of.limit())];
      of.get(0, block);
      return Optional.of(SegmentHeader.fromBytes(block, file, first));
    } catch (LedgerUnavailable e) {
      if (e.reason() == Reason.NEWER) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Optional<TapeRecord> record(ByteBuffer of) {
    if (offset > of.limit() || !layout.isRecord(of, offset)) {
      return Optional.empty();
    }
    return Optional.of(RecordLayout.read(of, offset))
        .filter(record -> record.firstPosition() == position + 1 && record.count() > 0)
        .filter(record -> layout.continues(chain, of, record));
  }

  private boolean forcedBehind(ByteBuffer of) {
    for (int at = offset + 1; at < of.limit(); at++) {
      if (layout.isRecord(of, at) && RecordLayout.read(of, at).forcedThrough() > position) {
        return true;
      }
    }
    return false;
  }

  private boolean isBlank(ByteBuffer of) {
    for (int at = offset; at < of.limit(); at++) {
      if (of.get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private LedgerUnavailable damaged(long at, String detail) {
    return new LedgerUnavailable(Reason.DAMAGED, tape, detail, at);
  }
}
