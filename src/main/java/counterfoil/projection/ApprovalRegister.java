package counterfoil.projection;

import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.approval.Condition;
import counterfoil.eventstore.Entry;
import counterfoil.payload.ApprovalEvents;
import counterfoil.projection.ApprovalLine.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What was asked of a second person: one row each. */
final class ApprovalRegister implements Register {
  private static final RegisterTable APPROVAL =
      new RegisterTable(
          "approval",
          """
          id VARCHAR(36),
          maker VARCHAR(100) NOT NULL,
          text VARCHAR(8000) NOT NULL,
          digest VARCHAR(64) NOT NULL,
          conditions VARCHAR(500) NOT NULL,
          amount BIGINT,
          expires_at BIGINT NOT NULL,
          posted_on DATE NOT NULL,
          requested_at BIGINT NOT NULL,
          request_position BIGINT NOT NULL,
          status VARCHAR(20) NOT NULL,
          approver VARCHAR(100) NOT NULL,
          reason VARCHAR(2000) NOT NULL,
          decided_at BIGINT\
          """,
          List.of("id"));

  @Override
  public String category() {
    return ApprovalEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(APPROVAL);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    switch (ApprovalEvents.KIND.decode(entry.type(), entry.payload())) {
      case ApprovalRequested e -> insert(connection, entry, e);
      case ApprovalGranted e -> decide(connection, entry, Status.GRANTED, e.approver().value(), "");
      case ApprovalRejected e ->
          decide(connection, entry, Status.REJECTED, e.approver().value(), e.reason());
      case ApprovalUsed _ -> change(connection, entry, Status.USED);
      case ApprovalWithdrawn _ -> change(connection, entry, Status.WITHDRAWN);
    }
  }

  private static void insert(Connection connection, Entry entry, ApprovalRequested e)
      throws SQLException {
    Statements.run(
        connection,
        """
        INSERT INTO approval (id, maker, text, digest, conditions, amount, expires_at, posted_on,
          requested_at, request_position, status, approver, reason, last_position)
        VALUES (?,?,?,?,?,?,?,?,?,?,?,'','',?)
        """,
        entry.stream().subject(),
        e.maker().value(),
        e.text(),
        e.digest().hex(),
        e.conditions().stream().sorted().map(Condition::code).collect(Collectors.joining(" ")),
        e.amount().map(Money::getAmountMinorLong).orElse(null),
        JournalRow.micros(e.expiresAt()),
        entry.provenance().businessDate(),
        JournalRow.micros(entry.recordedAt()),
        entry.position(),
        Status.PENDING.name(),
        entry.position());
  }

  private static void decide(
      Connection connection, Entry entry, Status status, String approver, String reason)
      throws SQLException {
    Statements.run(
        connection,
        """
        UPDATE approval SET status = ?, approver = ?, reason = ?, decided_at = ?, last_position = ?
        WHERE id = ?
        """,
        status.name(),
        approver,
        reason,
        JournalRow.micros(entry.recordedAt()),
        entry.position(),
        entry.stream().subject());
  }

  private static void change(Connection connection, Entry entry, Status status)
      throws SQLException {
    Statements.run(
        connection,
        "UPDATE approval SET status = ?, last_position = ? WHERE id = ?",
        status.name(),
        entry.position(),
        entry.stream().subject());
  }
}
