package counterfoil.evidence;

import java.util.Locale;

/**
 * Something that is wrong with a pack.
 *
 * @param position the entry that it concerns, or the size of the tree; 0 for the pack as a whole
 * @param what in words for an auditor, without anything of an entry's content
 */
public record PackFinding(Kind kind, long position, String what) {
  /** What a finding is about; {@code verify.mjs} knows the same kinds. */
  public enum Kind {
    /** Not the one form that the file may have. */
    CONTAINER,
    /** The manifest is not one. */
    MANIFEST,
    /** A file is not the one that the manifest lists. */
    FILE,
    /** The bytes are not those of an entry. */
    ENTRY,
    /** An entry says another position than it has. */
    POSITION,
    /** An entry is not the next one of its stream. */
    VERSION,
    /** An entry was recorded before the one in front of it. */
    TIME,
    /** A content is not the one that was recorded. */
    PAYLOAD,
    /** A content is left out that must be there. */
    WITHHELD,
    /** What an entry says of people, keys, approvals or erasures cannot be. */
    CONTENT,
    /** Nobody has signed an entry that somebody must have signed. */
    UNSIGNED,
    /** An entry is signed by a key that was not its actor's then. */
    SIGNER,
    /** An actor had not the role they acted in. */
    ROLE,
    /** An actor changed rights, moved money or erased without being permitted to. */
    RIGHT,
    /** An entry certifies or revokes a key that was not that person's then. */
    OTHER_KEY,
    /** A signature fits not what is recorded. */
    SIGNATURE,
    /** An approval is not signed, or not there. */
    APPROVAL,
    /** A content is gone by no erasure, or by one that says something else. */
    ERASURE,
    /** The entries are not those that the manifest names. */
    ROOT,
    /** The list of keys is not the one that the entries give. */
    KEYS,
    /** A checkpoint does not say what the ledger was, or nobody known has signed it. */
    CHECKPOINT,
    /** A proof between checkpoints does not hold. */
    PROOF;

    /** The name that programs know it by. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
