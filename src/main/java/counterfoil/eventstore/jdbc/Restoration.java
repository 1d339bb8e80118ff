package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.backup.Appends;
import counterfoil.eventstore.backup.Backup;
import counterfoil.eventstore.backup.BackupReader;
import counterfoil.eventstore.backup.BackupUnusable;
import counterfoil.eventstore.backup.StoredAppends;
import counterfoil.eventstore.jdbc.RestoreRefused.Reason;
import counterfoil.eventstore.tape.LooseTape;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Makes the ledger of a folder again: from a backup, or its tape from its database. The new one is
 * made beside the old, proven, and only then put into its place; the old one is kept. Broken off at
 * any moment, it leaves the old ledger, or the new one whole.
 */
public final class Restoration {
  /** The proof of the backup, the making of the tape, and the making of the database. */
  private static final int PASSES = 3;

  private final Place place;
  private final Remaking remaking;

  /**
   * @param models the read models of a ledger that was founded so
   * @throws LedgerUnavailable if the settings in the folder cannot be read
   */
  public Restoration(Path folder, Function<Charter, List<ReadModel>> models, InstantSource clock) {
    this(Place.usual(folder, List.of(), clock), models);
  }

  Restoration(Place place, Function<Charter, List<ReadModel>> models) {
    this.place = place;
    this.remaking = new Remaking(place, models);
  }

  /**
   * What may happen to a ledger that is there.
   *
   * @param replace it may be set aside
   * @param dropEntries even if it has entries that the restored one will not have
   */
  public record Permission(boolean replace, boolean dropEntries) {}

  /**
   * What has become of it.
   *
   * @param entries that the ledger has now
   * @param root of the tree over them, 32 bytes. Not to be changed
   * @param fromBackup how many of them come from the backup; the others were kept from the ledger
   *     that was there
   * @param aside where the ledger that was there is kept now
   */
  public record Restored(long entries, byte[] root, long fromBackup, Optional<Path> aside) {}

  /**
   * Restores a backup. Where a damaged ledger is replaced, those of its entries behind the backup's
   * end are kept that can be proven.
   *
   * @throws BackupUnusable if the file does not prove itself; nothing was changed
   * @throws RestoreRefused if the ledger that is there stands against it; nothing was changed
   * @throws LedgerUnavailable if the folder or the disk does not allow it; nothing was changed
   * @throws CancellationException if the progress asked to stop; nothing was changed
   */
  public Restored fromBackup(Path file, Permission permission, Progress progress) {
    Backup backup = BackupReader.prove(file, part(progress, 0));
    return remaking.locked(() -> {
      Optional<FormerLedger> former = former(backup, permission);
      Takeover takeover = new Takeover(place.folder());
      NewLedger made = remaking.begin(takeover, backup.charter());
      try (made;
          BackupReader reader = new BackupReader(file)) {
        Optional<Entry> last = fill(made, reader, former, permission, backup, progress);
        if (former.isPresent() && !former.get().whole()) {
          keepProven(made, last, former.get(), permission);
        }
        made.complete(part(progress, 2));
      }
      Optional<Path> aside = takeover.complete(place.clock().instant());
      return new Restored(made.position(), made.root(), backup.entries(), aside);
    });
  }

  /**
   * Makes the tape again from the database, which must end where a checkpoint says, with the tree
   * that it says.
   *
   * @param origin the checkpoint's
   * @param entries the checkpoint's
   * @param root the checkpoint's, 32 bytes
   * @throws RestoreRefused if the tape is there and whole, or the database is not proven by the
   *     checkpoint; nothing was changed
   * @throws LedgerUnavailable if the folder or the disk does not allow it; nothing was changed
   * @throws CancellationException if the progress asked to stop; nothing was changed
   */
  public Restored tapeFromDatabase(String origin, long entries, byte[] root, Progress progress) {
    return remaking.locked(() -> {
      if (place.hasTape() && FormerLedger.read(place, 0).whole()) {
        throw refused(Reason.TAPE_IS_WHOLE, 0);
      }
      Takeover takeover = new Takeover(place.folder());
      NewLedger made;
      try (FormerDatabase database =
          FormerDatabase.open(place.live()).orElseThrow(() -> refused(Reason.NO_DATABASE, 0))) {
        Charter charter = database.charter().orElseThrow(() -> refused(Reason.NO_CHARTER, 0));
        if (!charter.origin().equals(origin) || database.head().position() != entries) {
          throw refused(Reason.CHECKPOINT_DOES_NOT_FIT, database.head().position());
        }
        made = remaking.begin(takeover, charter);
        try (made) {
          fillFrom(database, made, entries, part(progress, 1));
          if (!Arrays.equals(made.root(), root)) {
            throw refused(Reason.CHECKPOINT_DOES_NOT_FIT, entries);
          }
          made.complete(part(progress, 2));
        }
      }
      Optional<Path> aside = takeover.complete(place.clock().instant());
      return new Restored(made.position(), made.root(), 0, aside);
    });
  }

  private Optional<FormerLedger> former(Backup backup, Permission permission) throws IOException {
    if (!place.hasTape() && !place.live().exists()) {
      return Optional.empty();
    }
    if (!permission.replace()) {
      throw refused(Reason.EXISTS, 0);
    }
    FormerLedger former = FormerLedger.read(place, backup.entries());
    boolean other =
        former.charter().map(charter -> !charter.equals(backup.charter())).orElse(false);
    if (!permission.dropEntries()) {
      if (other) {
        throw refused(Reason.OTHER_LEDGER, 0);
      }
      if (former.whole() && former.readable() > backup.entries()) {
        throw refused(Reason.LONGER, backup.entries());
      }
    }
    return other ? Optional.empty() : Optional.of(former);
  }

  /** Adds the backup's appends; returns its last entry. */
  private Optional<Entry> fill(
      NewLedger made,
      Appends backup,
      Optional<FormerLedger> former,
      Permission permission,
      Backup proven,
      Progress progress)
      throws IOException {
    Progress adding = part(progress, 1);
    Optional<Entry> last = Optional.empty();
    Comparison comparison = new Comparison(former, permission);
    for (List<Entry> next = backup.next(); !next.isEmpty(); next = backup.next()) {
      if (made.add(next).isPresent()) {
        throw new IOException("the backup has changed while it was read");
      }
      comparison.check(next);
      last = Optional.of(next.getLast());
      report(adding, made.position(), proven.entries());
    }
    if (!Arrays.equals(made.root(), proven.root())) {
      throw new IOException("the backup has changed while it was read");
    }
    return last;
  }

  private void keepProven(
      NewLedger made, Optional<Entry> backedUp, FormerLedger former, Permission permission)
      throws IOException {
    Optional<FormerDatabase> database = FormerDatabase.open(place.live());
    try {
      Optional<Entry> last = backedUp;
      long before;
      do {
        // What the tape gives may be what its mirror continues, and the other way round.
        before = made.position();
        for (TapeFolder tape : place.tapes()) {
          LooseTape loose = new LooseTape(tape, made.position());
          last = new Salvage(made, loose, database).run(last);
        }
      } while (made.position() > before);
    } finally {
      database.ifPresent(FormerDatabase::close);
    }
    if (made.position() < former.reaches() && !permission.dropEntries()) {
      throw refused(Reason.UNPROVEN, made.position());
    }
  }

  private void fillFrom(FormerDatabase database, NewLedger made, long entries, Progress progress)
      throws IOException {
    StoredAppends appends = new StoredAppends(database::read, 0, entries);
    for (List<Entry> next = appends.next(); !next.isEmpty(); next = appends.next()) {
      if (made.add(next).isPresent()) {
        throw refused(Reason.DATABASE_DAMAGED, made.position() + 1);
      }
      report(progress, made.position(), entries);
    }
    if (made.position() != entries) {
      throw refused(Reason.DATABASE_DAMAGED, made.position() + 1);
    }
  }

  private static void report(Progress progress, long done, long total) {
    if (!progress.report(done, total)) {
      throw new CancellationException("restore");
    }
  }

  private static Progress part(Progress progress, int pass) {
    return (done, total) -> progress.report(pass * total + done, PASSES * total);
  }

  private RestoreRefused refused(Reason reason, long position) {
    return new RestoreRefused(reason, place.folder(), position);
  }

  /** Compares the backup with the ledger that is there, where the shorter of the two ends. */
  private final class Comparison {
    private final Optional<FormerLedger> former;
    private final Permission permission;
    private final TreeHash hash = new TreeHash();
    private Frontier tree = Frontier.EMPTY;

    Comparison(Optional<FormerLedger> former, Permission permission) {
      this.former = former;
      this.permission = permission;
    }

    void check(List<Entry> append) {
      if (former.isEmpty() || permission.dropEntries()) {
        return;
      }
      Frontier there = former.get().compared();
      for (Entry entry : append) {
        if (tree.size() < there.size()) {
          tree = tree.append(hash.leaf(entry.envelope()), hash);
          if (tree.size() == there.size() && !tree.equals(there)) {
            throw refused(Reason.OTHER_LEDGER, 0);
          }
        }
      }
    }
  }
}
