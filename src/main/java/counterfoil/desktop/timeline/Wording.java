package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** A field of an account or a till, as the inspector names it. */
  String field(Change.What field) {
    return texts.get("timeline.field." + field.key());
  }

  /** What a bar of the strip holds: from when to when, how much, and of which kinds. */
  String bar(Bars.Bar bar) {
    var kinds =
        Stream.of(Kind.values())
            .filter(kind -> bar.all().of(kind) > 0)
            .map(kind ->
                texts.get("timeline.kind." + kind.key()) + " " + figures.count(bar.all().of(kind)))
            .collect(Collectors.joining(" \u00b7 "));
    boolean days = bar.to().isAfter(bar.from().plusSeconds(86_399));
    String when =
        days
            ? figures.date(day(bar.from()))
                + (day(bar.from()).equals(day(bar.to().minusSeconds(1)))
                    ? ""
                    : " \u2013 " + figures.date(day(bar.to().minusSeconds(1))))
            : figures.moment(bar.from()) + " \u2013 " + figures.time(bar.to());
    return bar.matching().equals(bar.all())
        ? texts.get("timeline.strip.bar", when, figures.count(bar.entries()), kinds)
        : texts.get(
            "timeline.strip.bar.matching",
            when,
            figures.count(bar.entries()),
            figures.count(bar.matching().total()),
            kinds);
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(figures.zone()).toLocalDate();
  }

  /** The cursor's move as it is announced: where it is now, and what was recorded there. */
  String announced(JournalLine line, long last) {
    String what =
        line.amount()
            .map(amount ->
                texts.get(
                    amount.isNegative() ? "timeline.announced.from" : "timeline.announced.to",
                    event(line.type()),
                    figures.amount(amount.abs()),
                    line.account().map(AccountNumber::value).orElse(line.stream())))
            .orElseGet(() -> texts.get("timeline.announced.of", event(line.type()), subject(line)));
    return texts.get(
        "timeline.announced", figures.count(line.position()), figures.count(last), what);
  }

  /** The name of a recorded field; one that has none in this language is called as recorded. */
  String fact(String recorded) {
    return named("timeline.fact." + recorded, recorded);
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
