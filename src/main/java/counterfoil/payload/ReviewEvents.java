package counterfoil.payload;

import counterfoil.domain.review.ReviewEvent;
import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.domain.review.ReviewState;
import counterfoil.domain.review.ReviewState.Open;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.StreamName;

/** What happened in reviews, as payloads and back. */
public final class ReviewEvents {
  /** The category of the streams that hold reviews. */
  public static final String CATEGORY = "review";

  public static final String EXCEPTION_SIGNED_OFF = "ExceptionSignedOff";

  /** Reviews as a kind of stream. */
  public static final StreamKind<ReviewState, ReviewEvent> KIND = new Kind();

  private ReviewEvents() {}

  /** The review of the entry at a position. */
  public static StreamName stream(long position) {
    return StreamName.of(CATEGORY, Long.toString(position));
  }

  private static final class Kind extends JsonKind<ReviewState, ReviewEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public ReviewState nothing() {
      return new Open();
    }

    @Override
    public ReviewState after(ReviewState state, ReviewEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(ReviewEvent event) {
      return switch (event) {
        case ExceptionSignedOff _ -> EXCEPTION_SIGNED_OFF;
      };
    }

    @Override
    void write(FactWriter facts, ReviewEvent event) {
      facts.number("position", event.position());
      switch (event) {
        case ExceptionSignedOff e -> facts.text("by", e.by().value()).text("comment", e.comment());
      }
    }

    @Override
    ReviewEvent read(String type, Facts f) {
      long position = f.number("position");
      return switch (type) {
        case EXCEPTION_SIGNED_OFF ->
            new ExceptionSignedOff(position, new StaffName(f.text("by")), f.text("comment"));
        default -> throw unknown(type);
      };
    }
  }
}
