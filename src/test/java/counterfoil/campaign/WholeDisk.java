package counterfoil.campaign;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.StoredLedgers;
import counterfoil.application.Verification;
import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.SecondWitness;
import counterfoil.application.notary.Workstation;
import counterfoil.campaign.SignedBranch.Receipt;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.CharterTable;
import counterfoil.eventstore.jdbc.ForgedLedgers;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.projection.ReadModels;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Forgeries written to a disk or a server, and opened and verified there as a branch would. */
final class WholeDisk {
  /** The file that a witness keeps what it has seen in. */
  private static final String MEMORY = "seen";

  private final SignedBranch branch;
  private final Path folder;
  private final Optional<ServerLogin> server;
  private int written;

  /**
   * @param folder exists
   * @param server an empty database, if the ledgers are to be written there
   */
  WholeDisk(SignedBranch branch, Path folder, Optional<ServerLogin> server) {
    this.branch = branch;
    this.folder = folder;
    this.server = server;
  }

  /** Who finds something in it, and at which position. */
  Map<Detector, Long> detect(Forgery forgery) throws IOException, SQLException {
    Path place = Files.createDirectory(folder.resolve("forged-" + ++written));
    try {
      LedgerPlace ledger = write(forgery, place.resolve("ledger"));
      Path witness = place.resolve("witness");
      copy(branch.workstation(), witness);
      return detect(ledger, witness, forgery.at());
    } catch (LedgerUnavailable e) {
      // What cannot follow in its stream's history does not even become a ledger.
      return Map.of(Detector.OPENING, e.position().orElse(0));
    } finally {
      delete(place);
    }
  }

  /**
   * The same by somebody who has the workstation's own files as well: its key, and the memory that
   * they make it forget. Has the ledger opened, and a checkpoint of it signed.
   */
  Map<Detector, Long> detectSignedAgain(Forgery forgery) throws IOException, SQLException {
    Path place = Files.createDirectory(folder.resolve("forged-" + ++written));
    try {
      LedgerPlace ledger = write(forgery, place.resolve("ledger"));
      Path stolen = place.resolve("stolen");
      Path outside = Files.createDirectory(place.resolve("outside"));
      copy(branch.workstation(), stolen);
      Files.move(memory(stolen), outside.resolve(MEMORY));
      return detectSignedAgain(ledger, stolen, outside, forgery.at());
    } finally {
      delete(place);
    }
  }

  private Map<Detector, Long> detectSignedAgain(
      LedgerPlace place, Path stolen, Path outside, long at) {
    Map<Detector, Long> found = new EnumMap<>(Detector.class);
    StoredLedgers ledgers =
        new StoredLedgers(InstantSource.system(), Optional.of(new Workstation("WS-01", stolen)));
    try (Ledger ledger = ledgers.open(place, Progress.NONE)) {
      Notary notary = ledger.notary().orElseThrow();
      SignedCheckpoint signed = notary.sign().checkpoint();
      if (!(signed.note().verify(List.of(notary.ownKey().orElseThrow())) instanceof Good)) {
        found.put(Detector.SIGNED_NOTE, at);
      }
      if (new SecondWitness(outside, branch.charter().origin()).look(notary)
          instanceof Judgement.Broken broken) {
        found.put(Detector.WITNESS, EntriesCheck.firstDoubtful(broken));
      }
      Verification verification = ledger.verify(Progress.NONE);
      Nearest.of(at, verification.findings().stream().map(Finding::position))
          .ifPresent(position -> found.put(Detector.VERIFY, position));
      refused(notary).ifPresent(position -> found.put(Detector.RECEIPT, position));
    } catch (NotContinued | LedgerUnavailable e) {
      found.put(Detector.OPENING, at);
    }
    return found;
  }

  private static Path memory(Path workstation) throws IOException {
    try (Stream<Path> files = Files.walk(workstation)) {
      return files
          .filter(file -> file.getFileName().toString().equals(MEMORY))
          .findFirst()
          .orElseThrow();
    }
  }

  private LedgerPlace write(Forgery forgery, Path place) throws IOException, SQLException {
    Charter charter = branch.charter();
    if (server.isPresent()) {
      ForgedLedgers.overwrite(server.get(), charter, forgery.entries(), ReadModels::of);
      return new LedgerPlace.Server(server.get());
    }
    ForgedLedgers.write(place, charter, forgery.entries(), models(charter));
    return new LedgerPlace.Folder(place);
  }

  static List<ReadModel> models(Charter charter) {
    return Stream.concat(Stream.of(new CharterTable(charter)), ReadModels.of(charter).stream())
        .toList();
  }

  private Map<Detector, Long> detect(LedgerPlace place, Path witness, long at) {
    Map<Detector, Long> found = new EnumMap<>(Detector.class);
    StoredLedgers ledgers =
        new StoredLedgers(InstantSource.system(), Optional.of(new Workstation("WS-01", witness)));
    try {
      ledgers.open(place, Progress.NONE).close();
    } catch (NotContinued e) {
      found.put(Detector.WITNESS, EntriesCheck.firstDoubtful(e.judgement()));
    } catch (LedgerUnavailable e) {
      found.put(Detector.OPENING, e.position().orElse(0));
      return found;
    }
    try (Ledger ledger = ledgers.openUnwitnessed(place, Progress.NONE)) {
      Verification verification = ledger.verify(Progress.NONE);
      Nearest.of(at, verification.findings().stream().map(Finding::position))
          .ifPresent(position -> found.put(Detector.VERIFY, position));
      refused(ledger.notary().orElseThrow())
          .ifPresent(position -> found.put(Detector.RECEIPT, position));
    }
    return found;
  }

  /** The first customer whose receipt is no longer good. */
  private Optional<Long> refused(Notary notary) {
    return branch.receipts().stream()
        .filter(receipt -> !(notary.check(receipt.proof()) instanceof Examination.Valid))
        .map(Receipt::position)
        .findFirst();
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
