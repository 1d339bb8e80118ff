package counterfoil.cli;

/** What was typed or handed over cannot be used; the message is one sentence that says why. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String sentence) {
    super(sentence);
  }
}
