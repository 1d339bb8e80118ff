package counterfoil.evidence;

import counterfoil.evidence.EntryForm.Packed;
import counterfoil.evidence.Manifest.Listed;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.Frontier;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.SigningKey;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pack taken apart, to be changed by somebody who knows the format and puts it together. */
final class EditablePack {
  final List<Packed> entries = new ArrayList<>();
  final Map<String, byte[]> texts = new LinkedHashMap<>();
  Manifest manifest;

  /** A pack that is good. */
  EditablePack(byte[] pack) {
    try {
      Path file = Files.createTempFile("pack", ".zip");
      Files.write(file, pack);
      try (Archive archive = Archive.open(file)) {
        manifest = Manifest.parse(archive.read(PackFiles.MANIFEST, PackFiles.MOST_TEXT_BYTES));
        for (String name : archive.names()) {
          byte[] bytes = archive.read(name, PackFiles.MOST_TEXT_BYTES);
          if (name.startsWith(PackFiles.ENTRIES)) {
            take(ByteBuffer.wrap(bytes));
          } else if (!name.equals(PackFiles.MANIFEST)) {
            texts.put(name, bytes);
          }
        }
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(ByteBuffer in) {
    for (var next = EntryForm.read(in, 0); next.isPresent(); next = EntryForm.read(in, 0)) {
      entries.add(next.get());
    }
  }

  String text(String name) {
    return new String(texts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  void text(String name, String text) {
    texts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Frontier tree(int size) {
    TreeHash hash = new TreeHash();
    Frontier frontier = Frontier.EMPTY;
    for (Packed entry : entries.subList(0, size)) {
      frontier = frontier.append(hash.leaf(entry.envelope()), hash);
    }
    return frontier;
  }

  private byte[] root(int size) {
    return tree(size).root(new TreeHash());
  }

  /** The manifest names the entries as they are. */
  void claimWhatIsThere() {
    claim(entries.size(), Base64.getEncoder().encodeToString(root(entries.size())));
  }

  void claim(long number, String root) {
    manifest =
        new Manifest(
            manifest.ledger(),
            number,
            root,
            manifest.madeAt(),
            manifest.workstation(),
            manifest.program(),
            manifest.files());
  }

  /** The list of keys is that of the entries. */
  void listKeys() {
    EntryWalk walk =
        new EntryWalk(manifest.ledger().origin(), new Marks(List.of()), new PackFindings());
    entries.forEach(walk::take);
    walk.end();
    text(PackFiles.KEYS, String.join("", walk.keys().stream().map(GivenKey::line).toList()));
  }

  /** All checkpoints say what the entries are now, in order; those beyond the end are left out. */
  void signAgain(SigningKey key) {
    List<CheckpointFile.Note> notes = new ArrayList<>();
    for (long size :
        CheckpointFile.parse(texts.getOrDefault(PackFiles.CHECKPOINTS, new byte[0]))
            .orElseThrow()
            .sizes()
            .stream()
            .sorted()
            .toList()) {
      if (size <= entries.size()) {
        var checkpoint =
            new Checkpoint(manifest.ledger().origin(), new TreeHead(size, root((int) size)));
        notes.add(
            new CheckpointFile.Note(checkpoint, SignedCheckpoint.sign(checkpoint, key).note()));
      }
    }
    CheckpointFile file = new CheckpointFile(notes);
    text(PackFiles.CHECKPOINTS, file.toText());
    TreeHash hash = new TreeHash();
    TreeProofs proofs =
        RandomLedger.proofs(entries.stream().map(Packed::envelope).map(hash::leaf).toList());
    text(PackFiles.PROOFS, ProofFile.make(file, proofs));
  }

  /** The files, the manifest last and true to the others. */
  Map<String, byte[]> files(int entriesAFile) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(PackFiles.README, texts.getOrDefault(PackFiles.README, new byte[0]));
    files.put(PackFiles.VERIFIER, texts.getOrDefault(PackFiles.VERIFIER, new byte[0]));
    int number = 0;
    for (int from = 0; from < entries.size(); from += entriesAFile) {
      ByteBuffer out = ByteBuffer.allocate(1 << 20);
      entries
          .subList(from, Math.min(entries.size(), from + entriesAFile))
          .forEach(entry -> EntryForm.write(entry.envelope(), entry.content(), out));
      files.put(PackFiles.entries(++number), java.util.Arrays.copyOf(out.array(), out.position()));
    }
    for (String name : List.of(PackFiles.CHECKPOINTS, PackFiles.KEYS, PackFiles.PROOFS)) {
      files.put(name, texts.getOrDefault(name, new byte[0]));
    }
    files.put(PackFiles.MANIFEST, list(files).toBytes());
    return files;
  }

  Manifest list(Map<String, byte[]> files) {
    List<Listed> listed = new ArrayList<>();
    files.forEach((name, bytes) -> {
      if (!name.equals(PackFiles.MANIFEST)) {
        listed.add(
            new Listed(
                name, bytes.length, HexFormat.of().formatHex(TreeHash.sha256().digest(bytes))));
      }
    });
    return new Manifest(
        manifest.ledger(),
        manifest.entries(),
        manifest.root(),
        manifest.madeAt(),
        manifest.workstation(),
        manifest.program(),
        listed);
  }

  /** As any program that writes ZIP files would, told to store them. */
  static byte[] zip(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
