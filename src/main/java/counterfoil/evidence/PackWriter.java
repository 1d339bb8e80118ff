package counterfoil.evidence;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.evidence.CheckpointFile.Note;
import counterfoil.evidence.Manifest.Identity;
import counterfoil.evidence.Manifest.Listed;
import counterfoil.evidence.PackedContent.Erased;
import counterfoil.evidence.PackedContent.Retold;
import counterfoil.evidence.PackedContent.Shown;
import counterfoil.payload.ShownPayload;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeProofs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ledger, from its first entry to some other, as an evidence pack. */
public final class PackWriter {
  private static final int ENTRIES_A_READ = 1000;

  /** A file of entries ends with the entry that reaches this. */
  private static final int ENTRIES_FILE_BYTES = 8 << 20;

  private final Source source;
  private final MadeBy madeBy;
  private final Progress progress;
  private final List<Listed> files = new ArrayList<>();
  private final List<GivenKey> keys = new ArrayList<>();
  private final TreeHash hash = new TreeHash();
  private final ByteBuffer entries = ByteBuffer.allocate(ENTRIES_FILE_BYTES + EntryForm.MOST_BYTES);
  private Frontier frontier = Frontier.EMPTY;
  private int entryFiles;
  private long written;

  /**
   * What goes into it.
   *
   * @param entries how many; the ledger has reached so far
   * @param checkpoints signed notes of the ledger as they were kept, in any order; those that are
   *     not of the ledger as it is, as after a restore, and of more than a thousand the smaller
   *     ones are left out
   * @param proofs of the ledger's tree
   */
  public record Source(
      Charter charter,
      EventStore store,
      long entries,
      List<String> checkpoints,
      TreeProofs proofs) {
    public Source {
      checkpoints = List.copyOf(checkpoints);
    }
  }

  /**
   * Who makes it.
   *
   * @param workstation its name
   * @param program name and version
   */
  public record MadeBy(String workstation, Instant at, String program) {}

  /** The ledger takes more room than a pack has. */
  public static final class PackTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private PackTooLarge() {
      super("an evidence pack has at most 4 GiB");
    }
  }

  private PackWriter(Source source, MadeBy madeBy, Progress progress) {
    this.source = source;
    this.madeBy = madeBy;
    this.progress = progress;
  }

  /**
   * Writes a pack. Passwords' hashes and sealed keys are not in it.
   *
   * @throws PackTooLarge if it would have more than 4 GiB
   * @throws CancellationException if {@code progress} asked to stop: what is written is no pack
   */
  public static void write(OutputStream out, Source source, MadeBy madeBy, Progress progress)
      throws IOException {
    new PackWriter(source, madeBy, progress).write(out);
  }

  private void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8)) {
      file(zip, PackFiles.README, readme());
      file(zip, PackFiles.VERIFIER, resource(PackFiles.VERIFIER));
      entries(zip);
      CheckpointFile checkpoints = checkpoints();
      file(zip, PackFiles.CHECKPOINTS, utf8(checkpoints.toText()));
      file(zip, PackFiles.KEYS, utf8(String.join("", keys.stream().map(GivenKey::line).toList())));
      file(zip, PackFiles.PROOFS, utf8(ProofFile.make(checkpoints, source.proofs())));
      byte[] manifest = manifest().toBytes();
      file(zip, PackFiles.MANIFEST, manifest);
    }
  }

  private Manifest manifest() {
    Charter charter = source.charter();
    return new Manifest(
        new Identity(
            charter.origin(),
            charter.branch(),
            charter.currency(),
            charter.zone().getId(),
            charter.createdAt().toString(),
            charter.practice()),
        frontier.size(),
        Base64.getEncoder().encodeToString(frontier.root(hash)),
        madeBy.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        madeBy.workstation(),
        madeBy.program(),
        files);
  }

  private CheckpointFile checkpoints() {
    List<Note> notes =
        source.checkpoints().stream()
            .flatMap(text -> CheckpointFile.note(text).stream())
            .filter(this::isOfThisLedger)
            .sorted(Comparator.comparingLong(Note::size))
            .toList();
    return new CheckpointFile(
        notes.subList(Math.max(0, notes.size() - PackFiles.MOST_CHECKPOINTS), notes.size()));
  }

  private boolean isOfThisLedger(Note note) {
    return note.size() <= source.entries()
        && note.checkpoint().origin().equals(source.charter().origin())
        && Arrays.equals(source.proofs().root(note.size()), note.checkpoint().tree().root());
  }

  private void entries(ZipOutputStream zip) throws IOException {
    long all = source.entries();
    for (long next = 1; next <= all; next += ENTRIES_A_READ) {
      int howMany = (int) Math.min(ENTRIES_A_READ, all - next + 1);
      for (Entry entry : source.store().read(next, howMany)) {
        entry(zip, entry);
      }
      if (!progress.report(next + howMany - 1, all)) {
        throw new CancellationException("pack");
      }
    }
    entriesFile(zip);
  }

  private void entry(ZipOutputStream zip, Entry entry) throws IOException {
    PackedContent content = content(entry);
    EntryForm.write(entry.envelope(), content, entries);
    frontier = frontier.append(hash.leaf(entry.envelope()), hash);
    try {
      GivenKey.of(new Told(entry.position(), entry, Optional.of(entry.payload()), false))
          .ifPresent(keys::add);
    } catch (Unfit _) {
      // The verifiers say so.
    }
    if (entries.position() >= ENTRIES_FILE_BYTES) {
      entriesFile(zip);
    }
  }

  /** A payload with secrets is told without them; that is not the one the envelope commits to. */
  private static PackedContent content(Entry entry) {
    if (EntryCodec.isErased(entry)) {
      return new Erased(entry.payload());
    }
    byte[] shown = utf8(ShownPayload.json(entry));
    return Arrays.equals(shown, entry.payload())
        ? new Shown(entry.salt(), entry.payload())
        : new Retold(shown);
  }

  private void entriesFile(ZipOutputStream zip) throws IOException {
    if (entries.position() > 0) {
      entryFiles++;
      file(zip, PackFiles.entries(entryFiles), Arrays.copyOf(entries.array(), entries.position()));
      entries.clear();
    }
  }

  /** Stored as it is: a verifier needs no other code to read it. */
  private void file(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    written += bytes.length + 2L * name.length() + 200;
    if (written > PackFiles.MOST_BYTES) {
      throw new PackTooLarge();
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    // A pack of the same ledger is the same, whenever it is made; see Archive.DOS_TIME.
    entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
    if (!name.equals(PackFiles.MANIFEST)) {
      files.add(
          new Listed(
              name, bytes.length, HexFormat.of().formatHex(TreeHash.sha256().digest(bytes))));
    }
  }

  private byte[] readme() throws IOException {
    String text = new String(resource(PackFiles.README), StandardCharsets.UTF_8);
    return utf8(text.replace("{branch}", source.charter().branch()));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PackWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the program");
      }
      return in.readAllBytes();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whoever hands a stream over closes it. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
