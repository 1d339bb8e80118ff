package counterfoil.domain.review;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.review.ReviewCommand.SignOff;
import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.domain.review.ReviewRefusal.AlreadySignedOff;
import counterfoil.domain.review.ReviewRefusal.OwnApproval;
import counterfoil.domain.review.ReviewRefusal.OwnException;
import counterfoil.domain.review.ReviewState.Open;
import counterfoil.domain.review.ReviewState.SignedOff;
import java.util.Optional;

/**
 * The rules of a review: signed off once, with a comment, by somebody else than who did it; and by
 * somebody else than who approved it, in a branch where there is such a person.
 */
public final class ReviewDecider {
  public static final int MAX_COMMENT_LENGTH = 140;

  private ReviewDecider() {}

  public static Decision<ReviewEvent> decide(ReviewState state, ReviewCommand command) {
    return switch (command) {
      case SignOff c -> signOff(state, c);
    };
  }

  private static Decision<ReviewEvent> signOff(ReviewState state, SignOff c) {
    return switch (state) {
      case SignedOff done -> refused(new AlreadySignedOff(c.position(), done.by()));
      case Open _ when c.made().actor().equals(c.by().value()) ->
          refused(new OwnException(c.position()));
      case Open _
          when c.othersCanReview() && c.made().approver().equals(Optional.of(c.by().value())) ->
          refused(new OwnApproval(c.position()));
      case Open _ ->
          Limits.refuseName("comment", c.comment(), MAX_COMMENT_LENGTH)
              .<Decision<ReviewEvent>>map(Decision::refused)
              .orElseGet(() -> accepted(new ExceptionSignedOff(c.position(), c.by(), c.comment())));
    };
  }
}
