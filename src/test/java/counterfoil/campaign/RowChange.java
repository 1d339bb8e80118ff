package counterfoil.campaign;

import counterfoil.projection.SignatureAudit.Extent;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What somebody can do who changes rows of the database, and no more than that. */
enum RowChange {
  EDIT_PAYLOAD("edit an entry's payload", RowChanger::editPayload),
  EDIT_ENVELOPE("flip a bit of an envelope", RowChanger::editEnvelope),
  EDIT_COLUMN("edit a column beside it", RowChanger::editColumn),
  DELETE("delete an entry", RowChanger::delete),
  INSERT("insert an entry at the end", RowChanger::insert),
  REORDER("reorder two entries", RowChanger::reorder),
  DUPLICATE("duplicate an entry", RowChanger::duplicate),
  SWAP("swap two entries' streams", RowChanger::swapStreams),
  REPLAY("replay a signature", RowChanger::replay),
  REPLACE_KEY("replace a person's key", RowChanger::replaceKey),
  AS_IF_ERASED("blank a payload as if erased", RowChanger::asIfErased),
  BALANCE("edit a balance", RowChanger::balance),
  JOURNAL("edit a journal row's balance", RowChanger::journal),
  REGISTER("edit a row of a register", RowChanger::register),
  SNAPSHOT("edit a snapshot", RowChanger::snapshot),
  TILE("edit a tile of the tree", RowChanger::tile),
  EDGE("edit the tree's edge", RowChanger::edge),
  HEAD("edit the head's tree", RowChanger::head),
  CUT("cut the tail, move the head back", RowChanger::cut),
  RETIME("move an entry's clock", RowChanger::retime);

  private final String shown;
  private final Function<RowChanger, RowChanger.Change> way;

  RowChange(String shown, Function<RowChanger, RowChanger.Change> way) {
    this.shown = shown;
    this.way = way;
  }

  RowChanger.Change by(RowChanger changer) {
    return way.apply(changer);
  }

  /** Who must find it, by the design. */
  Set<Detector> expected() {
    return switch (this) {
      // The audit in the background looks at what is computed from entries, not at the columns
      // beside their bytes, nor at what is kept of registers and of the tree's edge.
      case EDIT_COLUMN, SWAP, INSERT, REGISTER, EDGE, RETIME -> EnumSet.of(Detector.VERIFY);
      // A folder's store knows its head by itself.
      case HEAD -> EnumSet.of(Detector.VERIFY);
      case EDIT_PAYLOAD,
          EDIT_ENVELOPE,
          DELETE,
          REORDER,
          DUPLICATE,
          REPLAY,
          REPLACE_KEY,
          AS_IF_ERASED,
          BALANCE,
          JOURNAL,
          SNAPSHOT,
          TILE,
          CUT ->
          EnumSet.of(Detector.VERIFY, Detector.PATROL);
    };
  }

  /** Whether all signatures are to be computed for it, and not only some. */
  Extent extent() {
    return this == REPLAY || this == REPLACE_KEY ? Extent.ALL : Extent.SAMPLE;
  }

  @Override
  public String toString() {
    return shown;
  }
}
