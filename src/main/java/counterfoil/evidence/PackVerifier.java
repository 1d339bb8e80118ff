package counterfoil.evidence;

import counterfoil.eventstore.Progress;
import counterfoil.evidence.EntryForm.Packed;
import counterfoil.evidence.Manifest.Listed;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.evidence.PackVerdict.Contents;
import counterfoil.evidence.PackVerdict.Proven;
import counterfoil.proof.TreeHash;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * Proves an evidence pack by itself: it needs no ledger. Takes one file of entries into memory at a
 * time, so it does not grow with the pack, but for the streams' last versions.
 */
public final class PackVerifier {
  private static final int ENTRIES_A_REPORT = 4096;

  private final List<VerifierKey> demanded;
  private final Progress progress;
  private final PackFindings findings = new PackFindings();

  /**
   * @param demanded the keys that must have signed the checkpoints; none for those that the ledger
   *     itself records
   */
  private PackVerifier(List<VerifierKey> demanded, Progress progress) {
    this.demanded = List.copyOf(demanded);
    this.progress = progress;
  }

  /**
   * Verifies a pack. Whatever it holds, the answer is a verdict.
   *
   * @param demanded the keys that must have signed its checkpoints; none for those that the ledger
   *     itself records
   * @throws IOException if the file cannot be read
   * @throws CancellationException if {@code progress} asked to stop: nothing is proven then
   */
  public static PackVerdict verify(Path pack, List<VerifierKey> demanded, Progress progress)
      throws IOException {
    return new PackVerifier(demanded, progress).verify(pack);
  }

  private PackVerdict verify(Path pack) throws IOException {
    Optional<Contents> contents = Optional.empty();
    Optional<Proven> proven = Optional.empty();
    try (Archive archive = Archive.open(pack)) {
      Manifest manifest = manifest(archive);
      contents = Optional.of(contents(manifest));
      proven = Optional.of(prove(archive, manifest));
    } catch (UnreadablePack e) {
      findings.add(e.finding());
    }
    return new PackVerdict(contents, proven, findings.sorted(), findings.more());
  }

  private static Manifest manifest(Archive archive) throws IOException {
    if (!archive.names().contains(PackFiles.MANIFEST)) {
      throw new UnreadablePack(Kind.CONTAINER, 0, "It is no evidence pack: it has no manifest.");
    }
    byte[] written = archive.read(PackFiles.MANIFEST, PackFiles.MOST_TEXT_BYTES);
    if (!archive.isWhole(PackFiles.MANIFEST, written)) {
      throw new UnreadablePack(Kind.MANIFEST, 0, "manifest.json is damaged.");
    }
    return Manifest.parse(written);
  }

  private static Contents contents(Manifest manifest) {
    Manifest.Identity ledger = manifest.ledger();
    return new Contents(
        ledger.origin(),
        ledger.branch(),
        ledger.currency(),
        ledger.practice(),
        manifest.entries(),
        manifest.root());
  }

  private Proven prove(Archive archive, Manifest manifest) throws IOException {
    files(archive, manifest);
    Optional<CheckpointFile> checkpoints =
        CheckpointFile.parse(archive.read(PackFiles.CHECKPOINTS, PackFiles.MOST_TEXT_BYTES));
    if (checkpoints.isEmpty()) {
      findings.add(Kind.CHECKPOINT, 0, "checkpoints.txt does not hold signed checkpoints.");
    }
    Marks marks = new Marks(checkpoints.map(CheckpointFile::sizes).orElse(List.of()));
    EntryWalk walk = walk(archive, manifest, marks);
    keys(archive, walk);
    List<VerifierKey> trusted =
        demanded.isEmpty()
            ? walk.keys().stream().flatMap(key -> key.verifier().stream()).toList()
            : demanded;
    if (checkpoints.isPresent()) {
      checkpoints.get().prove(manifest.ledger().origin(), marks, trusted, findings);
      if (!demanded.isEmpty() && checkpoints.get().notes().isEmpty()) {
        findings.add(
            Kind.CHECKPOINT, 0, "The pack holds no checkpoint for the key that was given.");
      }
      byte[] proofs = archive.read(PackFiles.PROOFS, PackFiles.MOST_TEXT_BYTES);
      ProofFile.prove(proofs, checkpoints.get(), marks, findings);
    }
    return new Proven(
        walk.signed(),
        walk.computed(),
        walk.retold(),
        walk.erased(),
        checkpoints.map(file -> file.notes().size()).orElse(0),
        checkpoints.map(CheckpointFile::largest).orElse(0L),
        trusted.stream().map(VerifierKey::text).toList());
  }

  /** The files that the manifest lists are those in the pack. */
  private void files(Archive archive, Manifest manifest) throws IOException {
    List<String> listed = new ArrayList<>(manifest.files().stream().map(Listed::name).toList());
    listed.add(PackFiles.MANIFEST);
    if (!archive.names().equals(listed)) {
      throw new UnreadablePack(
          Kind.FILE, 0, "The files in the pack are not those that its manifest lists.");
    }
    for (Listed file : manifest.files()) {
      if (archive.size(file.name()) != file.bytes()
          || !sha256(archive, file.name()).equals(file.sha256())) {
        findings.add(Kind.FILE, 0, file.name() + " is not the file that the manifest lists.");
      }
    }
  }

  private static String sha256(Archive archive, String name) throws IOException {
    MessageDigest digest = TreeHash.sha256();
    long size = archive.size(name);
    for (long done = 0; done < size; done += PackFiles.MOST_ENTRIES_BYTES) {
      int length = (int) Math.min(PackFiles.MOST_ENTRIES_BYTES, size - done);
      digest.update(archive.read(name, done, length));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private EntryWalk walk(Archive archive, Manifest manifest, Marks marks) throws IOException {
    EntryWalk walk = new EntryWalk(manifest.ledger().origin(), marks, findings);
    try {
      for (Listed file : manifest.files()) {
        if (file.name().startsWith(PackFiles.ENTRIES)) {
          byte[] bytes = archive.read(file.name(), PackFiles.MOST_ENTRIES_BYTES);
          walk(ByteBuffer.wrap(bytes), walk, manifest.entries());
        }
      }
    } finally {
      // What was found up to where they cannot be read is told as well.
      walk.end();
    }
    walk.complete();
    String root = Base64.getEncoder().encodeToString(walk.root());
    if (walk.entries() != manifest.entries() || !root.equals(manifest.root())) {
      findings.add(
          Kind.ROOT, 0, "The entries are not as many, or not those, that the manifest names.");
    }
    return walk;
  }

  private void walk(ByteBuffer in, EntryWalk walk, long entries) {
    Optional<Packed> next = EntryForm.read(in, walk.entries() + 1);
    while (next.isPresent()) {
      walk.take(next.get());
      if (walk.entries() % ENTRIES_A_REPORT == 0
          && !progress.report(Math.min(walk.entries(), entries), entries)) {
        throw new CancellationException("pack");
      }
      next = EntryForm.read(in, walk.entries() + 1);
    }
  }

  private void keys(Archive archive, EntryWalk walk) throws IOException {
    String given = walk.keys().stream().map(GivenKey::line).collect(Collectors.joining());
    byte[] listed = archive.read(PackFiles.KEYS, PackFiles.MOST_TEXT_BYTES);
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), listed)) {
      findings.add(Kind.KEYS, 0, "keys.txt does not list the keys that the entries give.");
    }
  }
}
