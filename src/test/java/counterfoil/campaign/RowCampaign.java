package counterfoil.campaign;

import counterfoil.application.Ledger;
import counterfoil.campaign.RowChanger.Change;
import counterfoil.campaign.RowChanger.Tables;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.BehindTheBack;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.ForgedLedgers;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.projection.Patrol;
import counterfoil.projection.ReadModels;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Changes rows of a ledger in a real store, over and over, and lets it be verified each time. */
final class RowCampaign implements AutoCloseable {
  private static final int STEP = 100;
  private static final List<String> TABLES =
      List.of("entry", "account", "journal", "snapshot", "tree_hash", "tree_edge", "ledger_head");

  private final SignedBranch branch;
  private final LedgerStore store;
  private final Ledger ledger;
  private final BehindTheBack database;
  private final Tables tables;

  private RowCampaign(SignedBranch branch, LedgerStore store, BehindTheBack database)
      throws SQLException {
    this.branch = branch;
    this.store = store;
    this.ledger = new Ledger(store, InstantSource.system());
    this.database = database;
    this.tables =
        new Tables(
            database.ask("SELECT number FROM account"),
            database.registers(),
            database.ask("SELECT DISTINCT stream FROM snapshot"),
            Integer.parseInt(database.ask("SELECT COUNT(*) FROM tree_hash").getFirst()));
    Set<String> kept = new TreeSet<>(TABLES);
    kept.addAll(tables.registers());
    for (String table : kept) {
      database.keep(table);
    }
  }

  /** In a folder, which is made. */
  static RowCampaign inFolder(SignedBranch branch, Path folder) throws IOException, SQLException {
    var models = ReadModels.of(branch.charter());
    ForgedLedgers.write(folder, branch.charter(), branch.entries(), models);
    EmbeddedStore store = EmbeddedStore.open(folder, models, InstantSource.system(), Progress.NONE);
    return new RowCampaign(branch, store, BehindTheBack.of(store));
  }

  /** In an empty database. */
  static RowCampaign onServer(SignedBranch branch, ServerLogin login) throws SQLException {
    ForgedLedgers.write(login, branch.charter(), branch.entries(), ReadModels::of);
    PostgresStore store =
        PostgresStore.open(login, ReadModels::of, InstantSource.system(), Progress.NONE);
    return new RowCampaign(branch, store, BehindTheBack.of(login));
  }

  /** What came of a change: who has found something, and at which position. */
  record Found(Change change, Map<Detector, Long> by) {
    Found {
      by = Map.copyOf(by);
    }
  }

  /** The changes there is something for: a small ledger's tree has no tile yet, its edge is all. */
  List<RowChange> possible() {
    return Arrays.stream(RowChange.values())
        .filter(kind -> kind != RowChange.TILE || tables.tiles() > 0)
        .toList();
  }

  Found run(RowChange kind, SplittableRandom random) throws SQLException {
    Change change = kind.by(new RowChanger(branch, database, tables, random));
    database.run(change.statements());
    try {
      Map<Detector, Long> found = new EnumMap<>(Detector.class);
      Nearest.of(
              change.at(),
              ledger.verify(kind.extent(), Progress.NONE).findings().stream()
                  .map(Finding::position))
          .ifPresent(position -> found.put(Detector.VERIFY, position));
      patrol(kind.extent()).ifPresent(position -> found.put(Detector.PATROL, position));
      return new Found(change, found);
    } finally {
      database.putBack(change.table());
      if (kind == RowChange.CUT) {
        database.putBack("ledger_head");
      }
    }
  }

  /** What is found in it as it is: nothing. */
  Map<Detector, Long> untouched() {
    Map<Detector, Long> found = new EnumMap<>(Detector.class);
    ledger.verify(Progress.NONE).findings().stream()
        .findFirst()
        .ifPresent(finding -> found.put(Detector.VERIFY, finding.position()));
    patrol(Extent.ALL).ifPresent(position -> found.put(Detector.PATROL, position));
    return found;
  }

  private Optional<Long> patrol(Extent extent) {
    Patrol patrol =
        new Patrol(
            store.reads(),
            store,
            ledger.currency(),
            ledger.zone(),
            new SignatureAudit(branch.charter().origin(), extent));
    try {
      Head head = store.head();
      Optional<Finding> found = Optional.empty();
      while (found.isEmpty() && patrol.position() < head.position()) {
        found = patrol.step(head, STEP);
      }
      return found.map(Finding::position);
    } catch (RuntimeException _) {
      // What cannot be asked is a finding there, after three times.
      return Optional.of(patrol.position() + 1);
    }
  }

  @Override
  public void close() {
    ledger.close();
  }
}
