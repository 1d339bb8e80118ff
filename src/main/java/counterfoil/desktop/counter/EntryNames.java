package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import counterfoil.projection.JournalLine;

/** What an entry of an account is called. */
final class EntryNames {
  private final Texts texts;

  EntryNames(Texts texts) {
    this.texts = texts;
  }

  String what(JournalLine line) {
    String name = "event." + line.type();
    String text = texts.bundle().containsKey(name) ? texts.get(name) : line.type();
    if (line.counterparty().isEmpty()) {
      return text;
    }
    return switch (line.type()) {
      case "TransferSent" -> texts.get("counter.what.transfer-to", line.counterparty());
      case "TransferReceived" -> texts.get("counter.what.transfer-from", line.counterparty());
      default -> text;
    };
  }
}
