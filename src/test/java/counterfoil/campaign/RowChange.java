package counterfoil.campaign;

import counterfoil.projection.SignatureAudit.Extent;
import java.util.EnumSet;
import java.util.Set;

/** What somebody can do who changes rows of the database, and no more than that. */
enum RowChange {
  EDIT_PAYLOAD("edit an entry's payload"),
  EDIT_ENVELOPE("flip a bit of an envelope"),
  EDIT_COLUMN("edit a column beside it"),
  DELETE("delete an entry"),
  INSERT("insert an entry at the end"),
  REORDER("reorder two entries"),
  DUPLICATE("duplicate an entry"),
  SWAP("swap two entries' streams"),
  REPLAY("replay a signature"),
  REPLACE_KEY("replace a person's key"),
  AS_IF_ERASED("blank a payload as if erased"),
  BALANCE("edit a balance"),
  JOURNAL("edit a journal row's balance"),
  REGISTER("edit a row of a register"),
  SNAPSHOT("edit a snapshot"),
  TILE("edit a tile of the tree"),
  EDGE("edit the tree's edge"),
  HEAD("edit the head's tree"),
  CUT("cut the tail, move the head back"),
  RETIME("move an entry's clock");

  private final String shown;

  RowChange(String shown) {
    this.shown = shown;
  }

  RowChanger.Change by(RowChanger changer) {
    return switch (this) {
      case EDIT_PAYLOAD -> changer.editPayload();
      case EDIT_ENVELOPE -> changer.editEnvelope();
      case EDIT_COLUMN -> changer.editColumn();
      case DELETE -> changer.delete();
      case INSERT -> changer.insert();
      case REORDER -> changer.reorder();
      case DUPLICATE -> changer.duplicate();
      case SWAP -> changer.swapStreams();
      case REPLAY -> changer.replay();
      case REPLACE_KEY -> changer.replaceKey();
      case AS_IF_ERASED -> changer.asIfErased();
      case BALANCE -> changer.balance();
      case JOURNAL -> changer.journal();
      case REGISTER -> changer.register();
      case SNAPSHOT -> changer.snapshot();
      case TILE -> changer.tile();
      case EDGE -> changer.edge();
      case HEAD -> changer.head();
      case CUT -> changer.cut();
      case RETIME -> changer.retime();
    };
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
