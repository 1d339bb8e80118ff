package counterfoil.campaign;

/** Who can find that a ledger was tampered with. */
enum Detector {
  OPENING("opening"),
  ENTRIES("verify (entries)"),
  SIGNATURES("verify (signatures)"),
  VERIFY("verify"),
  PATROL("background audit"),
  WITNESS("witness"),
  RECEIPT("a receipt"),
  SIGNED_NOTE("a note's signature");

  private final String shown;

  Detector(String shown) {
    this.shown = shown;
  }

  @Override
  public String toString() {
    return shown;
  }
}
