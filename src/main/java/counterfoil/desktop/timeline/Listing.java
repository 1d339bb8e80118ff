package counterfoil.desktop.timeline;

import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSearch;
import counterfoil.projection.JournalSelection;
import java.util.Optional;

/**
 * The entries that a selection lets through, up to the position {@code last}.
 *
 * @param search what is still to be looked through; nothing once all is
 */
record Listing(
    JournalSelection selection,
    boolean newestFirst,
    long last,
    Positions positions,
    Optional<JournalSearch> search) {

  /** Nothing found yet. */
  static Listing of(JournalSelection selection, boolean newestFirst) {
    return new Listing(selection, newestFirst, 0, Positions.All.NONE, Optional.empty());
  }

  /** Whether all of it has been found. */
  boolean complete() {
    return last > 0 && search.isEmpty();
  }

  /**
   * The next step of the same selection up to a later position: first what is left of the search,
   * in the order in which it is listed, and then what came in between. A search is not to be gone
   * on with from an earlier listing.
   */
  Listing upTo(long newLast, Inquiries inquiries) {
    if (selection.everything()) {
      return with(newLast, new Positions.All(Math.toIntExact(newLast)), Optional.empty());
    }
    if (last == 0) {
      return further(newLast, inquiries.search(selection.between(1, newLast), newestFirst));
    }
    if (search.isPresent()) {
      return further(last, search.get());
    }
    var later = new Positions.Listed(inquiries.positions(selection.between(last + 1, newLast)));
    return with(newLast, listed().followedBy(later), Optional.empty());
  }

  private Listing further(long to, JournalSearch under) {
    var piece = new Positions.Listed(under.next());
    return with(
        to,
        newestFirst ? piece.followedBy(listed()) : listed().followedBy(piece),
        under.ended() ? Optional.empty() : Optional.of(under));
  }

  private Positions.Listed listed() {
    return positions instanceof Positions.Listed some ? some : Positions.Listed.NONE;
  }

  private Listing with(long newLast, Positions found, Optional<JournalSearch> left) {
    return new Listing(selection, newestFirst, newLast, found, left);
  }
}
