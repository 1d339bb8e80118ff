package counterfoil.desktop.timeline;

/** How many entries there are of each {@link Kind}. */
record Tally(int moneyIn, int moneyOut, int cash, int other, int reversals, int refusals) {
  /**
   * @param counts by the numbers of the kinds
   */
  static Tally of(int[] counts) {
    return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  int of(Kind kind) {
    return switch (kind) {
      case MONEY_IN -> moneyIn;
      case MONEY_OUT -> moneyOut;
      case CASH -> cash;
      case OTHER -> other;
      case REVERSAL -> reversals;
      case REFUSAL -> refusals;
    };
  }

  int total() {
    return moneyIn + moneyOut + cash + other + reversals + refusals;
  }
}
