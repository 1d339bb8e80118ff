package counterfoil.projection;

import counterfoil.domain.branch.DayEvent.BusinessDayClosed;
import counterfoil.domain.branch.DayEvent.BusinessDayOpened;
import counterfoil.eventstore.Entry;
import counterfoil.payload.DayEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The business days: one row each. */
final class DayRegister implements Register {
  private static final RegisterTable DAY =
      new RegisterTable(
          "business_day",
          """
          posted_on DATE,
          opened_by VARCHAR(2000) NOT NULL,
          opened_at BIGINT NOT NULL,
          opened_position BIGINT NOT NULL,
          closed_by VARCHAR(2000) NOT NULL,
          closed_at BIGINT,
          closed_position BIGINT,
          forced BOOLEAN NOT NULL,
          reason VARCHAR(2000) NOT NULL,
          left_open TEXT NOT NULL\
          """,
          List.of("posted_on"));

  @Override
  public String category() {
    return DayEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(DAY);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    switch (DayEvents.KIND.decode(entry.type(), entry.payload())) {
      case BusinessDayOpened e ->
          Statements.run(
              connection,
              """
              INSERT INTO business_day (posted_on, opened_by, opened_at, opened_position, closed_by,
                forced, reason, left_open, last_position) VALUES (?,?,?,?,'',FALSE,'','',?)
              """,
              e.date(),
              entry.provenance().actor(),
              JournalRow.micros(entry.recordedAt()),
              entry.position(),
              entry.position());
      case BusinessDayClosed e ->
          Statements.run(
              connection,
              """
              UPDATE business_day SET closed_by = ?, closed_at = ?, closed_position = ?, forced = ?,
                reason = ?, left_open = ?, last_position = ? WHERE posted_on = ?
              """,
              entry.provenance().actor(),
              JournalRow.micros(entry.recordedAt()),
              entry.position(),
              e.forced(),
              e.reason(),
              String.join("\n", e.leftOpen()),
              entry.position(),
              e.date());
    }
  }
}
