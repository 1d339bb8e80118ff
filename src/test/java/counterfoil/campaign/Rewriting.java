package counterfoil.campaign;

/**
 * What an administrator with the whole disk can do: they write the tape, the database, its head and
 * the workstation's files anew, so that everything fits that can be computed; they have every
 * password's hash and a key of their own, but no other person's, and neither the witness outside
 * nor what customers took home.
 */
enum Rewriting {
  EDIT("edit an entry"),
  UNSIGN("edit, without the signature"),
  OWN_KEY("edit, re-sign with one's own key"),
  NEW_KEY("edit, re-sign with a new key"),
  DELETE("delete an act"),
  DELETE_LAST("delete the last act of its streams"),
  INSERT("insert an act in another's name"),
  REORDER("reorder two acts of one stream"),
  REORDER_APART("reorder acts of separate streams"),
  DUPLICATE("duplicate an act"),
  SWAP("swap two entries' streams"),
  REPLAY("replay a signature"),
  REPLACE_KEY("replace a person's key"),
  TAKE_OVER("replace a key, re-sign all they did"),
  TAKE_OVER_CERTIFIED("the same with a certified key"),
  RETIME("move the clock of entries"),
  TIME_BACK("set an entry's time back"),
  CUT("cut the tail"),
  ROLL_BACK("roll everything back"),
  FORK("fork, all truly signed"),
  HEAD_EDIT("edit behind the last checkpoint"),
  HEAD_RETIME("move the clock behind it"),
  HEAD_CUT("cut the tail behind it");

  private final String shown;

  Rewriting(String shown) {
    this.shown = shown;
  }

  Forgery by(Rewriter rewriter) {
    return switch (this) {
      case EDIT -> rewriter.edit();
      case UNSIGN -> rewriter.unsign();
      case OWN_KEY -> rewriter.resignWithOwnKey();
      case NEW_KEY -> rewriter.resignWithNewKey();
      case DELETE -> rewriter.delete();
      case DELETE_LAST -> rewriter.deleteLast();
      case INSERT -> rewriter.insert();
      case REORDER -> rewriter.reorderInStream();
      case REORDER_APART -> rewriter.reorderApart();
      case DUPLICATE -> rewriter.duplicate();
      case SWAP -> rewriter.swapStreams();
      case REPLAY -> rewriter.replay();
      case REPLACE_KEY -> rewriter.replaceKey();
      case TAKE_OVER -> rewriter.takeOver();
      case TAKE_OVER_CERTIFIED -> rewriter.takeOverCertified();
      case RETIME -> rewriter.retime();
      case TIME_BACK -> rewriter.timeBack();
      case CUT -> rewriter.cut();
      case ROLL_BACK -> rewriter.rollBack();
      case FORK -> rewriter.fork();
      case HEAD_EDIT -> rewriter.editUncovered();
      case HEAD_RETIME -> rewriter.retimeUncovered();
      case HEAD_CUT -> rewriter.cutUncovered();
    };
  }

  @Override
  public String toString() {
    return shown;
  }
}
