package counterfoil.eventstore.codec;

import counterfoil.eventstore.Provenance;

/**
 * What writer and reader must agree on: the envelope, version 1 or, where whoever made the entry
 * has signed it, 2.
 *
 * <p>It begins with {@link #START} or {@link #START_SIGNED}. The fields follow in the order of
 * {@link EnvelopeWriter#write}, each as its length in two bytes and its bytes; {@link #ABSENT} in
 * place of the length says that an optional field is empty. Numbers are big-endian; times are
 * microseconds and dates are days since 1970-01-01; texts are UTF-8. One entry has exactly one
 * envelope: there are no alternatives in it.
 */
final class EnvelopeLayout {
  /** "CFE", and the version. A changed layout gets another version, and this one stays readable. */
  static final int START = 0x43464501;

  /** The same, with one field more before the last: the signature. */
  static final int START_SIGNED = 0x43464502;

  /**
   * "CFS", and the version: what is signed of an entry. As an envelope, without what the store
   * assigns, that is position and time, and without the signature itself.
   */
  static final int STATEMENT = 0x43465301;

  static final int ABSENT = 0xFFFF;

  /** A character is at most three bytes (and a pair of surrogates four) in UTF-8. */
  static final int MAX_TEXT_BYTES = Provenance.MAX_TEXT_LENGTH * 3;

  static final int UUID_BYTES = 16;
  static final int DIGEST_BYTES = 32;

  private EnvelopeLayout() {}
}
