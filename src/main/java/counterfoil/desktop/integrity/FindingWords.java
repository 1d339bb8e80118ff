package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Message;
import counterfoil.eventstore.Finding;

/** Findings in the person's language. */
final class FindingWords {
  private FindingWords() {}

  static Message of(Finding finding) {
    return Message.of(
        "integrity.finding." + finding.kind().word(), finding.particulars().toArray());
  }
}
