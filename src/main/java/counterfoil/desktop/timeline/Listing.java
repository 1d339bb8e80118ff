package counterfoil.desktop.timeline;

import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSelection;

/** The entries that a selection lets through, up to the position {@code last}. */
record Listing(JournalSelection selection, long last, Positions positions) {

  static Listing of(JournalSelection selection) {
    return new Listing(selection, 0, Positions.All.NONE);
  }

  /** The same selection up to a later position; asks only for what came in between. */
  Listing upTo(long newLast, Inquiries inquiries) {
    if (selection.everything()) {
      return new Listing(selection, newLast, new Positions.All(Math.toIntExact(newLast)));
    }
    var later =
        new Positions.Listed(
            inquiries.positions(
                new JournalSelection(
                    selection.types(), selection.account(), selection.text(), last + 1, newLast)));
    return new Listing(
        selection,
        newLast,
        positions instanceof Positions.Listed earlier ? earlier.followedBy(later) : later);
  }
}
