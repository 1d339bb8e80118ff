package counterfoil.desktop.timeline;

import java.util.Locale;

/** What an entry is about, as the strip tells it by colour and by marks; in the order stacked. */
enum Kind {
  MONEY_IN(0),
  MONEY_OUT(1),
  CASH(2),
  OTHER(3),
  REVERSAL(4),
  REFUSAL(5);

  private final byte number;

  Kind(int number) {
    this.number = (byte) number;
  }

  /** From 0, in the order stacked. */
  byte number() {
    return number;
  }

  /** A type without a place of its own is {@link #OTHER}: accounts, people, rules, days. */
  static Kind of(String type) {
    return switch (type) {
      case "MoneyDeposited", "ChequeDeposited", "TransferReceived", "InterestCredited" -> MONEY_IN;
      case "MoneyWithdrawn",
          "TransferSent",
          "FeeCharged",
          "OverdraftInterestCharged",
          "ChequePresented" ->
          MONEY_OUT;
      case "TillOpened",
          "TillClosed",
          "TillCashMoved",
          "TillCashCounted",
          "CashOffered",
          "CashAccepted",
          "CashDelivered",
          "CashBroughtIn",
          "CashSentOut",
          "CashOverShortBooked" ->
          CASH;
      case "TransactionReversed" -> REVERSAL;
      case "CommandRejected",
          "ApprovalRejected",
          "SignInFailed",
          "CashDeclined",
          "ChequeHandedBack" ->
          REFUSAL;
      default -> OTHER;
    };
  }

  /** The end of its text's key and of its style's name, such as {@code money-in}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
