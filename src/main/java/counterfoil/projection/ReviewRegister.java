package counterfoil.projection;

import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.eventstore.Entry;
import counterfoil.payload.ReviewEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who has looked at what: one row for each entry that was signed off. */
final class ReviewRegister implements Register {
  private static final RegisterTable REVIEW =
      new RegisterTable(
          "review",
          """
          position BIGINT,
          signed_by VARCHAR(100) NOT NULL,
          comment VARCHAR(2000) NOT NULL,
          signed_at BIGINT NOT NULL\
          """,
          List.of("position"));

  @Override
  public String category() {
    return ReviewEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(REVIEW);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    switch (ReviewEvents.KIND.decode(entry.type(), entry.payload())) {
      case ExceptionSignedOff e ->
          Statements.run(
              connection,
              """
              INSERT INTO review (position, signed_by, comment, signed_at, last_position)
              VALUES (?,?,?,?,?)
              """,
              e.position(),
              e.by().value(),
              e.comment(),
              JournalRow.micros(entry.recordedAt()),
              entry.position());
    }
  }
}
