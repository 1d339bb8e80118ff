package counterfoil.evidence;

/** What a pack holds of an entry beside its envelope. */
sealed interface PackedContent {
  /** Salt and payload, which must be those that the envelope commits to. */
  record Shown(byte[] salt, byte[] payload) implements PackedContent {}

  /**
   * The payload without the secrets in it; no commitment covers that, it is the pack's word.
   *
   * @param payload JSON
   */
  record Retold(byte[] payload) implements PackedContent {}

  /**
   * What is left of a payload that a person's data was erased from. A signed entry names it; the
   * envelope proves the entry all the same.
   *
   * @param left JSON
   */
  record Erased(byte[] left) implements PackedContent {}
}
