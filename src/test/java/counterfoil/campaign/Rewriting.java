package counterfoil.campaign;

import java.util.function.Function;

/**
 * What an administrator with the whole disk can do: they write the tape, the database, its head and
 * the workstation's files anew, so that everything fits that can be computed; they have every
 * password's hash and a key of their own, but no other person's, and neither the witness outside
 * nor what customers took home.
 */
enum Rewriting {
  EDIT("edit an entry", Rewriter::edit),
  UNSIGN("edit, without the signature", Rewriter::unsign),
  OWN_KEY("edit, re-sign with one's own key", Rewriter::resignWithOwnKey),
  NEW_KEY("edit, re-sign with a new key", Rewriter::resignWithNewKey),
  DELETE("delete an act", Rewriter::delete),
  DELETE_LAST("delete the last act of its streams", Rewriter::deleteLast),
  INSERT("insert an act in another's name", Rewriter::insert),
  REORDER("reorder two acts of one stream", Rewriter::reorderInStream),
  REORDER_APART("reorder acts of separate streams", Rewriter::reorderApart),
  DUPLICATE("duplicate an act", Rewriter::duplicate),
  SWAP("swap two entries' streams", Rewriter::swapStreams),
  REPLAY("replay a signature", Rewriter::replay),
  REPLACE_KEY("replace a person's key", Rewriter::replaceKey),
  TAKE_OVER("replace a key, re-sign all they did", Rewriter::takeOver),
  TAKE_OVER_CERTIFIED("the same with a certified key", Rewriter::takeOverCertified),
  RETIME("move the clock of entries", Rewriter::retime),
  TIME_BACK("set an entry's time back", Rewriter::timeBack),
  CUT("cut the tail", Rewriter::cut),
  ROLL_BACK("roll everything back", Rewriter::rollBack),
  FORK("fork, all truly signed", Rewriter::fork),
  HEAD_EDIT("edit behind the last checkpoint", Rewriter::editUncovered),
  HEAD_RETIME("move the clock behind it", Rewriter::retimeUncovered),
  HEAD_CUT("cut the tail behind it", Rewriter::cutUncovered);

  private final String shown;
  private final Function<Rewriter, Forgery> way;

  Rewriting(String shown, Function<Rewriter, Forgery> way) {
    this.shown = shown;
    this.way = way;
  }

  Forgery by(Rewriter rewriter) {
    return way.apply(rewriter);
  }

  @Override
  public String toString() {
    return shown;
  }
}
