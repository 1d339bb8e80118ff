package counterfoil.eventstore.tape;

import java.io.IOException;
import java.nio.file.Path;

/** The tape's mirror did not do as it was told, while the tape itself may be well. */
public final class MirrorFault extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Path mirror;

  public MirrorFault(Path mirror, String what) {
    super(what);
    this.mirror = mirror;
  }

  MirrorFault(Path mirror, IOException cause) {
    super(cause.getMessage(), cause);
    this.mirror = mirror;
  }

  /** The mirror's folder. */
  public Path mirror() {
    return mirror;
  }
}
