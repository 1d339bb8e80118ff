package counterfoil.projection;

import counterfoil.eventstore.Entry;
import java.util.List;
import java.util.Optional;

/**
 * One entry with what it did.
 *
 * @param before the account just before it; nothing for an opening or an entry of no account
 * @param after the account just after it; nothing for an entry of no account
 * @param data its facts, as name and value in recorded order
 * @param json its facts as recorded
 * @param leaf the RFC 6962 leaf hash of its envelope, in hexadecimal
 * @param sameAct positions of all entries of the same command, itself included
 */
public record EntryDetails(
    JournalLine line,
    Entry entry,
    Optional<AccountLine> before,
    Optional<AccountLine> after,
    List<Fact> data,
    String json,
    String leaf,
    List<Long> sameAct) {
  /** A recorded field; nested fields are named {@code outer.inner}. */
  public record Fact(String name, String value) {}
}
