package counterfoil.campaign;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.StoredLedgers;
import counterfoil.application.notary.FileShelf;
import counterfoil.domain.workstation.WorkstationEvent.WorkstationKeyAdded;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.ForgedLedgers;
import counterfoil.payload.WorkstationEvents;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Changes files of a ledger in a folder, over and over, and opens it each time. */
final class FileCampaign {
  /** Where the records of a tape's file begin. */
  private static final int RECORDS = 4096;

  private static final String DATABASE = "ledger.mv.db";

  private final SignedBranch branch;
  private final Path folder;
  private final Path whole;
  private final Path older;
  private final List<String> notes;
  private final List<VerifierKey> trusted;

  /**
   * @param folder where the branch kept its checkpoints
   */
  FileCampaign(SignedBranch branch, Path folder) throws IOException, SQLException {
    this.branch = branch;
    this.folder = folder;
    this.whole = folder.resolve("whole");
    this.older = folder.resolve("older");
    int before = (int) branch.seen().getFirst().size();
    var models = WholeDisk.models(branch.charter());
    ForgedLedgers.write(whole, branch.charter(), branch.entries(), models);
    ForgedLedgers.write(
        older,
        branch.charter(),
        branch.entries().subList(0, before),
        WholeDisk.models(branch.charter()));
    this.notes = new FileShelf(folder.resolve(FileShelf.FILE)).last(Integer.MAX_VALUE);
    this.trusted = trusted(branch);
  }

  private static List<VerifierKey> trusted(SignedBranch branch) {
    return branch.entries().stream()
        .filter(entry -> entry.type().name().equals(WorkstationEvents.WORKSTATION_KEY_ADDED))
        .flatMap(entry ->
            WorkstationEvents.KIND.decode(entry.type(), entry.payload())
                        instanceof WorkstationKeyAdded added
                    && VerifierKey.parse(added.key()) instanceof Good<VerifierKey>(VerifierKey key)
                ? Stream.of(key)
                : Stream.empty())
        .toList();
  }

  /** Who finds it; a position only where the ledger is refused and says which. */
  Map<Detector, Long> run(FileChange kind, SplittableRandom random) throws IOException {
    if (kind == FileChange.CHECKPOINT) {
      return editNote(random) ? Map.of() : Map.of(Detector.SIGNED_NOTE, 0L);
    }
    Path place = folder.resolve("changed");
    WholeDisk.copy(whole, place);
    try {
      change(kind, place, random);
      return opened(place);
    } finally {
      WholeDisk.delete(place);
    }
  }

  private void change(FileChange kind, Path place, SplittableRandom random) throws IOException {
    switch (kind) {
      case TAPE_BIT -> {
        byte[] bytes = Files.readAllBytes(tape(place));
        bytes[random.nextInt(RECORDS, written(bytes))] ^= (byte) (1 << random.nextInt(8));
        Files.write(tape(place), bytes);
      }
      case TAPE_CUT -> {
        int length = random.nextInt(RECORDS, written(Files.readAllBytes(tape(place))));
        try (RandomAccessFile file = new RandomAccessFile(tape(place).toFile(), "rw")) {
          file.setLength(length);
        }
      }
      case TAPE_OLDER -> Files.write(tape(place), Files.readAllBytes(tape(older)));
      case DATABASE_OLDER ->
          Files.write(place.resolve(DATABASE), Files.readAllBytes(older.resolve(DATABASE)));
      case CHECKPOINT -> throw new IllegalArgumentException(kind.toString());
    }
  }

  /** Refused, or made whole again: either way the change has no effect. */
  private Map<Detector, Long> opened(Path place) {
    try (Ledger ledger =
        new StoredLedgers(InstantSource.system())
            .open(new LedgerPlace.Folder(place), Progress.NONE)) {
      boolean same =
          commands(ledger.store().read(1, Integer.MAX_VALUE)).equals(commands(branch.entries()));
      return same && ledger.verify(Progress.NONE).intact()
          ? Map.of(Detector.OPENING, 0L)
          : Map.of();
    } catch (LedgerUnavailable _) {
      return Map.of(Detector.OPENING, 0L);
    }
  }

  private static List<UUID> commands(List<Entry> entries) {
    return entries.stream().map(Entry::commandId).toList();
  }

  /** Whether a note is good all the same. */
  private boolean editNote(SplittableRandom random) {
    byte[] note = notes.get(random.nextInt(notes.size())).getBytes(StandardCharsets.UTF_8);
    note[random.nextInt(note.length)] ^= (byte) (1 << random.nextInt(8));
    return SignedCheckpoint.open(note, branch.charter().origin(), trusted) instanceof Good;
  }

  private static Path tape(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place.resolve("tape"))) {
      return files
          .filter(file -> file.toString().endsWith(".tape"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** What is behind is room for what is recorded next. */
  private static int written(byte[] tape) {
    int end = tape.length;
    while (tape[end - 1] == 0) {
      end--;
    }
    return end;
  }
}
