package counterfoil.desktop.day;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A paper as the PDF file has it, read as a person reads it: from the top, row by row. */
record PrintedPaper(String text, String firstPage) {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final String FIGURE = "([\u2212]?[0-9,]+\\.[0-9]{2})";
  private static final Set<String> TAKING =
      Set.of("Withdrawal", "Transfer sent", "Fee", "Closing payout", "Reversal");

  static PrintedPaper of(PaperLayout paper, Typefaces faces) {
    try (var document = Loader.loadPDF(new PdfPapers(faces).write(paper))) {
      var rows = new PDFTextStripper();
      rows.setSortByPosition(true);
      var first = new PDFTextStripper();
      first.setEndPage(1);
      return new PrintedPaper(rows.getText(document), first.getText(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Money money(String figure) {
    return Money.of(EUR, new BigDecimal(figure.replace("\u2212", "-").replace(",", "")));
  }

  private MatchResult row(String pattern) {
    var found = Pattern.compile("(?m)^" + pattern + "\\R").matcher(text);
    if (!found.find()) {
      throw new AssertionError("no row of " + pattern + " in\n" + text);
    }
    return found.toMatchResult();
  }

  /** The figure at the end of the row that begins so. */
  Money figure(String row) {
    return money(row(Pattern.quote(row) + ".*? " + FIGURE + "( EUR)?").group(1));
  }

  /** The four totals on top of a day's report: balances, tills, vault, over and short. */
  List<Money> dayTotals() {
    String figure = FIGURE + " EUR";
    var totals = row(String.join(" ", figure, figure, figure, figure));
    return List.of(
        money(totals.group(1)),
        money(totals.group(2)),
        money(totals.group(3)),
        money(totals.group(4)));
  }

  /** What was counted in a till, of its row in a day's report. */
  Money counted(String till) {
    return money(row(till + " .* " + FIGURE + " " + FIGURE).group(1));
  }

  /** What was counted at the end of a proof sheet. */
  Money proven() {
    return money(row("Total " + FIGURE + " " + FIGURE + "( " + FIGURE + ")?").group(2));
  }

  /** The vault by denomination. */
  Cash vault() {
    Map<String, Integer> pieces = new TreeMap<>();
    Pattern.compile("(?m)^([0-9.]+)\\.([0-9]{2}) ([0-9,]+) " + FIGURE + "\\R")
        .matcher(text)
        .results()
        .forEach(row ->
            pieces.put(
                row.group(2).equals("00") ? row.group(1) : row.group(1) + "." + row.group(2),
                Integer.valueOf(row.group(3).replace(",", ""))));
    return Cash.ofWritten(EUR, pieces);
  }

  /** What each account's rows in the journal come to. */
  Map<AccountNumber, Money> journal() {
    Map<AccountNumber, Money> sums = new HashMap<>();
    Pattern.compile(
            "(?m)^[0-9,]+ [0-9:]{8} ([0-9]{4}-[0-9]{4}) ([A-Z][a-z ]+) \u00b7 .*? "
                + FIGURE
                + " T-0[0-9] \\S+\\R")
        .matcher(text)
        .results()
        .forEach(row -> {
          Money amount = money(row.group(3));
          sums.merge(
              new AccountNumber(row.group(1)),
              TAKING.contains(row.group(2)) ? amount.negated() : amount,
              Money::plus);
        });
    return sums;
  }

  /** Without space, which the reader of a PDF guesses. */
  static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
