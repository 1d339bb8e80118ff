package counterfoil.proof;

import java.util.List;

/** What is wrong with a proof, a note or a key. Whoever shows one finds the words for it. */
public sealed interface Flaw {
  /** Longer than anything of its kind may be; not looked at further. */
  record TooLarge(long mostBytes) implements Flaw {}

  /** Not of the form that it should have. */
  record Malformed(int line, Reason reason) implements Flaw {}

  /** A key, or the signature of one, for an algorithm that is not Ed25519. */
  record UnknownAlgorithm(int type) implements Flaw {}

  /** The key's number is not the one that follows from its name and its bytes. */
  record WrongKeyId(String name) implements Flaw {}

  /** The checkpoint is another ledger's. */
  record WrongOrigin(String expected, String found) implements Flaw {}

  /**
   * None of the signatures is by a key that is trusted.
   *
   * @param signers the names that signed, as they say
   */
  record UntrustedKeys(List<String> signers) implements Flaw {
    public UntrustedKeys {
      signers = List.copyOf(signers);
    }
  }

  /** The signature by a trusted key does not fit the text. */
  record WrongSignature(String signer) implements Flaw {}

  /** The tree is too small for that leaf. */
  record OutsideTree(long index, long size) implements Flaw {}

  /** The newer tree is smaller than the older. */
  record Shorter(long older, long newer) implements Flaw {}

  /** The older tree is empty: every tree begins with it, which proves nothing. */
  record EmptyTree() implements Flaw {}

  /** A proof between these must have another number of hashes. */
  record WrongLength(int expected, int found) implements Flaw {}

  /** The leaf with this proof does not come to the signed root. */
  record NotIncluded(long index) implements Flaw {}

  /** Two trees of which one does not begin with the other: history was rewritten, or forked. */
  record Inconsistent(long older, long newer) implements Flaw {}

  /** Why a text is malformed. */
  enum Reason {
    NOT_UTF8,
    CONTROL_CHARACTER,
    NO_FINAL_NEWLINE,
    NO_SIGNATURES,
    TOO_MANY_SIGNATURES,
    NO_SIGNATURE_LINE,
    NO_KEY,
    NOT_BASE64,
    NOT_A_HASH,
    NOT_A_NUMBER,
    EMPTY_LINE,
    TOO_FEW_LINES,
    TOO_MANY_HASHES,
    NO_PROOF_HEADER,
    NO_INDEX
  }
}
