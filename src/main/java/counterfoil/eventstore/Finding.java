package counterfoil.eventstore;

import java.util.List;
import java.util.Locale;

/**
 * Something that is not as it was recorded.
 *
 * @param position the entry that it concerns, or the first one from which nothing is certain; 0 for
 *     none
 * @param particulars what the kind's sentence leaves open, without anything of the entry's content
 */
public record Finding(long position, Kind kind, List<String> particulars) {
  public Finding {
    particulars = List.copyOf(particulars);
  }

  public static Finding of(long position, Kind kind, String... particulars) {
    return new Finding(position, kind, List.of(particulars));
  }

  /** In English, for an auditor. */
  public String what() {
    return kind.sentence.formatted(particulars.toArray());
  }

  /** Every way in which a ledger is not as it was recorded. */
  public enum Kind {
    DATABASE_BEHIND("the database is behind what was acknowledged"),
    DATABASE_LACKS("not in the database"),
    DATABASE_ENDS("the database cannot be read from here on"),
    DATABASE_ENTRY("the database's %s"),
    DATABASE_COLUMNS("the database's columns are not what the envelope says"),
    DATABASE_EXTRA("an entry outside what was recorded"),
    DATABASE_END_UNKNOWN("the database does not say what is behind its head"),
    INDEXES_UNREADABLE("the database's list of indexes cannot be read"),
    INDEX_INCOMPLETE("the database's index %s does not find every row"),
    INDEX_UNREADABLE("the database's index %s cannot be read (%s)"),
    TAPE("on the tape: %s"),
    TAPE_ENDS("not on the tape, which ends here"),
    TAPE_OTHER("the database has other bytes than the tape"),
    TAPE_CHAIN("the tape's chain is not the one of the database's head"),
    MIRROR("on the tape's mirror: %s"),
    MIRROR_ENDS("not on the tape's mirror, which ends here"),
    MIRROR_OTHER("the tape's mirror has another record"),
    PAYLOAD("the payload is not the one that was recorded"),
    VERSION("version %s where %s comes next"),
    TIME("recorded before the entry in front of it"),
    ROOT_OF_STORE("the root of the tree is not the one of the store's head"),
    ROOT_OF_DATABASE("the root of the tree is not the one of the database's head"),
    ROOT("the root of the tree is not the one of the head"),
    EDGE("the tree's edge is not what the entries come to"),
    READ_MODELS("the read models cannot be read: %s"),
    ENTRY_MISSING("the entry is missing or cannot be read"),
    ENTRY_UNREADABLE("the entry cannot be read: %s"),
    ENTRY_NOT_NEXT("the entry is not the next one of its stream"),
    ACCOUNT_HISTORY("the entry cannot follow in its account's history"),
    STREAM_HISTORY("the entry cannot follow in its stream's history"),
    ACCOUNT_ROW_MISSING("the account's row is missing"),
    ACCOUNT_ROW_WRONG("the account's row is not what the entries come to"),
    ACCOUNT_ROW_EXTRA("an account's row has no entries"),
    JOURNAL_ROW_MISSING("the journal's row is missing"),
    JOURNAL_ROW_WRONG("the journal's row is not what the entries come to"),
    BUSINESS_DATE("where a business date begins is not what the entries come to"),
    SNAPSHOT("the snapshot is not what the entries come to"),
    SNAPSHOT_MISPLACED("a snapshot of a version that has none"),
    ROW_MISSING("a row is missing in the table %s"),
    ROW_WRONG("a row is not what the entries come to in the table %s"),
    ROW_OF_ENTRIES("a row is not what entries %s to %s come to in the table %s"),
    ENTRY_UNDER_ROW("it is not the entry that a row in the table %s stands on"),
    ROW_EXTRA("a row has no entries in the table %s"),
    SIGNATURE_MALFORMED("the signature is not one"),
    SIGNATURE_MISSING("nobody has signed it"),
    SIGNATURE_WITHOUT_KEY("it is signed for somebody who had no key"),
    SIGNATURE_KEY("it is signed with a key that was not %s's then"),
    SIGNATURE("the signature does not fit what is recorded"),
    KEY_NAMED("it names a key that was not %s's then"),
    ROLE("%s was no %s then"),
    PERMISSION("%s was not permitted to do it"),
    APPROVAL_UNSIGNED("the approver has not signed what was approved"),
    APPROVAL_KEY("it is approved with a key that was not %s's then"),
    APPROVAL_MISSING("nothing shows the approval that it names"),
    ERASURE_MISSING("the payload is gone, and no erasure says so"),
    ERASURE_OF_NOTHING("the payload is gone of an entry that nothing is erased in"),
    ERASURE_INCOMPLETE("something personal is left of what was erased"),
    ERASURE_AHEAD("it erases what was not recorded yet"),
    ERASURE_IN_PART("the erasure is carried out in part only"),
    ERASURE_OTHER("what is left of the erased payload is not what its erasure says"),
    ERASURE_CUSTOMER("it was erased for another customer");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** In keys of messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
