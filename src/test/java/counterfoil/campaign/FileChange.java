package counterfoil.campaign;

/** What somebody can do who changes or exchanges single files of a ledger's folder. */
enum FileChange {
  TAPE_BIT("flip a bit of the tape"),
  TAPE_CUT("cut the tape's tail"),
  TAPE_OLDER("roll the tape back"),
  DATABASE_OLDER("roll the database back"),
  CHECKPOINT("edit a kept checkpoint");

  private final String shown;

  FileChange(String shown) {
    this.shown = shown;
  }

  /** Who must find it, by the design. */
  Detector expected() {
    return switch (this) {
      // An older database is brought up to its tape.
      case TAPE_BIT, TAPE_CUT, TAPE_OLDER, DATABASE_OLDER -> Detector.OPENING;
      case CHECKPOINT -> Detector.SIGNED_NOTE;
    };
  }

  @Override
  public String toString() {
    return shown;
  }
}
