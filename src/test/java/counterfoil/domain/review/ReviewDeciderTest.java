package counterfoil.domain.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.review.ReviewCommand.Hands;
import counterfoil.domain.review.ReviewCommand.SignOff;
import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.domain.review.ReviewRefusal.AlreadySignedOff;
import counterfoil.domain.review.ReviewRefusal.OwnApproval;
import counterfoil.domain.review.ReviewRefusal.OwnException;
import counterfoil.domain.review.ReviewState.Open;
import counterfoil.domain.staff.StaffName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewDeciderTest {
  private static final StaffName LEE = new StaffName("lee");
  private static final Hands ANA = new Hands("ana", Optional.empty());
  private static final ExceptionSignedOff SIGNED_OFF = new ExceptionSignedOff(7, LEE, "seen");

  @Test
  void an_exception_is_signed_off_with_a_comment() {
    assertEquals(
        Decision.accepted(SIGNED_OFF),
        ReviewDecider.decide(new Open(), new SignOff(7, LEE, ANA, true, "seen")));
    assertEquals(
        Decision.refused(new TextMissing("comment")),
        ReviewDecider.decide(new Open(), new SignOff(7, LEE, ANA, true, " ")));
  }

  @Test
  void it_is_signed_off_once() {
    ReviewState done = new Open().after(SIGNED_OFF);
    assertEquals(
        Decision.refused(new AlreadySignedOff(7, LEE)),
        ReviewDecider.decide(done, new SignOff(7, new StaffName("kim"), ANA, true, "me too")));
    assertThrows(IllegalStateException.class, () -> done.after(SIGNED_OFF));
  }

  @Test
  void nobody_signs_off_what_they_did_themselves() {
    assertEquals(
        Decision.refused(new OwnException(7)),
        ReviewDecider.decide(
            new Open(), new SignOff(7, LEE, new Hands("lee", Optional.empty()), false, "seen")));
  }

  @Test
  void who_approved_it_signs_it_off_only_where_nobody_else_can() {
    var approved = new Hands("ana", Optional.of("lee"));
    assertEquals(
        Decision.refused(new OwnApproval(7)),
        ReviewDecider.decide(new Open(), new SignOff(7, LEE, approved, true, "seen")));
    assertEquals(
        Decision.accepted(SIGNED_OFF),
        ReviewDecider.decide(new Open(), new SignOff(7, LEE, approved, false, "seen")));
  }
}
