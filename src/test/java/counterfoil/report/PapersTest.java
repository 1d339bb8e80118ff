package counterfoil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.layout.LayoutText;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where on every paper, in both languages. */
public class PapersTest {
  private static final Typefaces FACES = new Typefaces();
  private static final Path ACTUAL = Path.of("target", "papers");

  /** Every paper there is, by name. */
  public static Map<String, PaperLayout> all(SamplePapers samples, Typefaces faces) {
    var papers = new Papers(faces, samples.texts());
    var all = new LinkedHashMap<String, PaperLayout>();
    all.put("receipt-roll", papers.receipt(samples.receipt(), PaperFormat.ROLL_80));
    all.put("receipt-a4", papers.receipt(samples.receipt(), PaperFormat.A4));
    all.put("receipt-copy-roll", papers.receipt(samples.receiptOfTwoActs(), PaperFormat.ROLL_80));
    all.put("receipt-copy-a4", papers.receipt(samples.receiptOfTwoActs(), PaperFormat.A4));
    all.put("statement", papers.statement(samples.statement(12)));
    all.put("proof-sheet", papers.proofSheet(samples.proofSheet()));
    all.put("end-of-day", papers.endOfDay(samples.endOfDay(6)));
    all.put("large-cash", papers.largeCash(samples.largeCash()));
    all.put("journal", papers.journal(samples.journal(8)));
    return all;
  }

  private static PaperLayout english(String name) {
    return java.util.Objects.requireNonNull(all(SamplePapers.english(), FACES).get(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_paper_looks_as_it_did(String language) throws IOException {
    var samples = language.equals("zh") ? SamplePapers.chinese() : SamplePapers.english();
    var actual = new StringBuilder();
    all(samples, FACES)
        .forEach((name, layout) ->
            actual.append("=== ").append(name).append('\n').append(LayoutText.of(layout)));
    Files.createDirectories(ACTUAL);
    var file = "papers-" + language + ".txt";
    Files.writeString(ACTUAL.resolve(file), actual);
    var golden =
        Files.readString(Path.of("src", "test", "resources", "counterfoil", "report", file));
    assertEquals(golden, actual.toString(), "see " + ACTUAL.resolve(file));
  }

  @Test
  void nothing_leaves_the_paper() {
    for (var samples : List.of(SamplePapers.english(), SamplePapers.chinese())) {
      all(samples, FACES)
          .forEach((name, layout) -> {
            for (var page : layout.pages()) {
              for (var mark : page.marks()) {
                if (mark instanceof TextMark text) {
                  assertTrue(
                      text.left() >= 11
                          && text.left() + text.width() <= page.width() - 11
                          && text.baseline() > 0
                          && text.baseline() < page.height() - 10,
                      name + ": " + text);
                }
              }
            }
          });
    }
  }

  @Test
  void no_text_stands_on_another() {
    for (var samples : List.of(SamplePapers.english(), SamplePapers.chinese())) {
      all(samples, FACES)
          .forEach((name, layout) ->
              layout
                  .pages()
                  .forEach(page -> {
                    var texts =
                        page.marks().stream()
                            .filter(TextMark.class::isInstance)
                            .map(TextMark.class::cast)
                            .toList();
                    for (int i = 0; i < texts.size(); i++) {
                      for (int j = i + 1; j < texts.size(); j++) {
                        assertFalse(
                            overlap(texts.get(i), texts.get(j)),
                            name + ": " + texts.get(i) + texts.get(j));
                      }
                    }
                  }));
    }
  }

  private static boolean overlap(TextMark one, TextMark other) {
    return Math.abs(one.baseline() - other.baseline())
            < 0.7 * Math.min(one.style().size(), other.style().size())
        && one.left() < other.left() + other.width()
        && other.left() < one.left() + one.width();
  }

  @Test
  void long_lists_go_on_under_repeated_headings_with_numbered_pages() {
    var papers = new Papers(FACES, SamplePapers.english().texts());
    var journal = papers.journal(SamplePapers.english().journal(200));
    int pages = journal.pages().size();
    assertTrue(pages > 3, "pages: " + pages);
    int postings = 0;
    for (int i = 0; i < pages; i++) {
      var texts = LayoutText.texts(journal.pages().get(i));
      assertEquals(1, texts.stream().filter("Description"::equals).count());
      assertTrue(texts.contains("Page " + (i + 1) + " of " + pages), texts.toString());
      postings += (int) texts.stream().filter(text -> text.startsWith("40,")).count();
    }
    assertEquals(200, postings);
  }

  @Test
  void the_largest_amounts_are_never_cut() {
    var largest = Money.of(CurrencyUnit.EUR, new java.math.BigDecimal("-9999999999999.99"));
    var samples = SamplePapers.english();
    var original = samples.statement(1);
    var line = original.lines().getFirst();
    var statement =
        new Statement(
            original.letterhead(),
            original.account(),
            original.from(),
            original.to(),
            Money.zero(CurrencyUnit.EUR),
            List.of(
                new Statement.Line(
                    line.position(),
                    line.booked(),
                    line.value(),
                    line.kind(),
                    largest,
                    largest,
                    "",
                    "",
                    "")),
            original.madeAt());
    var texts =
        LayoutText.texts(
            new Papers(FACES, samples.texts()).statement(statement).pages().getFirst());
    assertTrue(texts.contains("9,999,999,999,999.99"), texts.toString());
    assertTrue(texts.contains("\u22129,999,999,999,999.99"), texts.toString());
  }

  @Test
  void a_reprint_says_which_copy_it_is() {
    assertTrue(texts("receipt-copy-roll").contains("COPY 2"));
    assertTrue(texts("receipt-copy-a4").contains("COPY 2"));
    assertFalse(texts("receipt-roll").contains("COPY"));
  }

  @Test
  void a_day_that_is_open_is_not_said_to_be_closed() {
    var closed = SamplePapers.english().endOfDay(0);
    var open =
        new EndOfDay(
            closed.letterhead(),
            closed.imprint(),
            true,
            closed.tills(),
            closed.vault(),
            closed.movements(),
            closed.balances(),
            closed.exceptions(),
            List.of(),
            List.of(),
            "");
    var words = LayoutText.of(new Papers(FACES, SamplePapers.english().texts()).endOfDay(open));
    assertTrue(words.contains("The day is open still"), words);
    for (var wrong : List.of("Closed", "force-closed", "End-of-day report")) {
      assertFalse(words.contains(wrong), words);
    }
  }

  @Test
  void change_is_told_apart_from_cash_paid_out() {
    assertTrue(texts("receipt-roll").contains("Change given"));
    assertTrue(texts("receipt-copy-roll").contains("Cash paid out"));
  }

  @Test
  void a_balance_that_is_not_wanted_is_not_printed() {
    var receipt = SamplePapers.english().receipt();
    var act = receipt.acts().getFirst();
    var silent =
        new Receipt(
            receipt.letterhead(),
            receipt.imprint(),
            List.of(
                new Receipt.Act(
                    act.kind(),
                    act.account(),
                    act.holder(),
                    "",
                    act.amount(),
                    Optional.empty(),
                    "",
                    "",
                    act.position())),
            receipt.received(),
            receipt.given(),
            0,
            "");
    var papers = new Papers(FACES, SamplePapers.english().texts());
    for (var format : PaperFormat.values()) {
      assertFalse(LayoutText.of(papers.receipt(silent, format)).contains("Balance after"));
    }
  }

  private static String texts(String name) {
    return LayoutText.of(english(name));
  }

  @Test
  void a_statement_whose_balances_do_not_follow_is_refused() {
    var good = SamplePapers.english().statement(3);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Statement(
                good.letterhead(),
                good.account(),
                good.from(),
                good.to(),
                good.opening().plus(1),
                good.lines(),
                good.madeAt()));
  }

  @Test
  void a_proof_sheet_that_does_not_lead_to_its_cash_is_refused() {
    var good = SamplePapers.english().proofSheet();
    assertEquals("-40.00", good.difference().getAmount().toPlainString());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ProofSheet(
                good.letterhead(),
                good.imprint(),
                good.till(),
                good.openedAt(),
                good.opening().plus(1),
                good.movements(),
                good.moves(),
                good.expected(),
                good.counted(),
                "",
                Optional.empty()));
  }

  @Test
  void a_customer_below_the_threshold_is_not_reported() {
    var good = SamplePapers.english().largeCash();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new LargeCash(
                good.letterhead(),
                good.imprint(),
                good.from(),
                good.to(),
                good.threshold().plus(2000),
                good.days()));
  }
}
