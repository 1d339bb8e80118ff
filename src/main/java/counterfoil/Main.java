package counterfoil;

/** Entry point of the desktop and of the command line. */
public final class Main {
  /**
   * A system property: set to {@code demo}, a start without arguments where there is no display
   * plays the scripted day. The build sets it, so that building and starting shows something
   * anywhere.
   */
  private static final String WITHOUT_DISPLAY = "counterfoil.without-display";

  private Main() {}

  public static void main(String[] args) {
    var wiring = new Wiring(System.getenv());
    System.exit(wiring.program().run(effective(args, wiring.displayPresent())));
  }

  private static String[] effective(String[] args, boolean displayPresent) {
    if (args.length > 0
        || displayPresent
        || !System.getProperty(WITHOUT_DISPLAY, "").equals("demo")) {
      return args;
    }
    System.out.println(
        "No display here: playing a scripted day instead, with pictures in target/screens.");
    return new String[] {"demo", "--screens", "target/screens"};
  }
}
