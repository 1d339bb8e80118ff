package counterfoil.application;

import counterfoil.eventstore.Finding;

/** How far the background audit has come. */
public sealed interface AuditStatus {
  /** Nobody has asked for it, or it has ended with the ledger. */
  record Off() implements AuditStatus {}

  /**
   * Everything up to an entry is proven, and nothing was found.
   *
   * @param position the last entry proven, 0 before the first
   */
  record Proven(long position) implements AuditStatus {}

  /**
   * The database does not answer for now, as when its server is away; looking goes on.
   *
   * @param position the last entry proven before
   */
  record Waiting(long position) implements AuditStatus {}

  /** Something is not as it was recorded; nothing is posted any more. */
  record Alarm(Finding finding) implements AuditStatus {}
}
