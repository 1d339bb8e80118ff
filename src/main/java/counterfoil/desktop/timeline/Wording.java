package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;

/** How the timeline puts entries into words, in the language of the desktop. */
final class Wording {
  private final Texts texts;
  private final Figures figures;

  Wording(Texts texts, Figures figures) {
    this.texts = texts;
    this.figures = figures;
  }

  Texts texts() {
    return texts;
  }

  Figures figures() {
    return figures;
  }

  /** An event type's name; a type that has none yet is called by its recorded name. */
  String event(String type) {
    return named("event." + type, type);
  }

  String role(String role) {
    return named("timeline.role." + role, role);
  }

  String reason(String reason) {
    return named("timeline.reason." + reason, reason);
  }

  String status(AccountStatus status) {
    return switch (status) {
      case OPEN -> texts.get("kit.status.open");
      case CLOSED -> texts.get("kit.status.closed");
    };
  }

  /** When it happened. Of history that was taken over only the day is known: no hour is made up. */
  String when(JournalLine line) {
    return line.moment().equals(line.recordedAt())
        ? figures.moment(line.moment())
        : figures.date(line.postedOn());
  }

  /** The same for a list, without seconds, and without the year in {@code yearLeftOut}. */
  String shortly(JournalLine line, int yearLeftOut) {
    return line.moment().equals(line.recordedAt())
        ? figures.dayAndMinute(line.moment(), yearLeftOut)
        : figures.date(line.postedOn());
  }

  /** What it is about: an account, with the other side of a transfer in the way the money went. */
  String subject(JournalLine line) {
    String subject = line.account().map(AccountNumber::value).orElse(line.stream());
    if (line.counterparty().isEmpty()) {
      return subject;
    }
    return line.amount().filter(amount -> amount.isPositive()).isPresent()
        ? line.counterparty() + " \u2192 " + subject
        : subject + " \u2192 " + line.counterparty();
  }

  /** One entry in a sentence, as a screen reader says it and a link shows it. */
  String sentence(JournalLine line) {
    return line.amount()
        .map(amount ->
            texts.get(
                "timeline.entry.sentence",
                figures.count(line.position()),
                event(line.type()),
                subject(line),
                figures.signed(amount)))
        .orElseGet(() ->
            texts.get(
                "timeline.entry.sentence.no-amount",
                figures.count(line.position()),
                event(line.type()),
                subject(line)));
  }

  private String named(String key, String otherwise) {
    return texts.bundle().containsKey(key) ? texts.get(key) : otherwise;
  }
}
