package counterfoil.report.layout;

/** The few shades of a paper: all of them can be told apart on a black and white printer. */
public enum Ink {
  BLACK(0x16),
  GREY(0x5c),
  HAIRLINE(0xb8),
  SHADE(0xf1);

  private final int brightness;

  Ink(int brightness) {
    this.brightness = brightness;
  }

  /** From 0, black, to 1, white. */
  public double brightness() {
    return brightness / 255.0;
  }
}
