package counterfoil.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.EntryKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The codes of ISO 20022 for what a branch does, as in "Bank Transaction Codes - External Code
 * Sets", version 6.7 of February 2021: generic families in section 3.3.1, generic sub-families in
 * 3.4.1.
 */
class TransactionCodeTest {
  /** The sub-families that every family has. */
  private static final Set<String> GENERIC =
      Set.of(
          "NTAV", "FEES", "COMM", "COME", "COMI", "COMT", "TAXE", "CHRG", "INTR", "ADJT", "RIMB",
          "OTHR");

  private static String code(EntryKind kind, boolean credit) {
    var code = TransactionCode.of(kind, credit);
    return code.domain() + " " + code.family() + " " + code.subFamily();
  }

  @ParameterizedTest
  @CsvSource({
    "OPENING_DEPOSIT, true, PMNT CNTR CDPT",
    "DEPOSIT, true, PMNT CNTR CDPT",
    "CLOSING_PAYOUT, false, PMNT CNTR CWDL",
    "WITHDRAWAL, false, PMNT CNTR CWDL",
    "CHEQUE, true, PMNT CNTR CHKD",
    "TRANSFER_SENT, false, PMNT ICDT BOOK",
    "TRANSFER_RECEIVED, true, PMNT RCDT BOOK",
    "CARD_DEPOSIT, true, PMNT CCRD CDPT",
    "CARD_WITHDRAWAL, false, PMNT CCRD CWDL",
    "FEE, false, ACMT MDOP CHRG",
    "INTEREST, true, ACMT MCOP INTR",
    "OVERDRAFT_INTEREST, false, ACMT MDOP INTR",
    "REVERSAL, true, ACMT MCOP ADJT",
    "REVERSAL, false, ACMT MDOP ADJT"
  })
  void each_kind_has_its_code(EntryKind kind, boolean credit, String code) {
    assertEquals(code, code(kind, credit));
  }

  @Test
  void what_the_branch_does_by_itself_has_generic_codes_of_account_management() {
    for (var kind : EntryKind.values()) {
      for (boolean credit : new boolean[] {true, false}) {
        var code = TransactionCode.of(kind, credit);
        if (code.domain().equals("ACMT")) {
          assertTrue(Set.of("MCOP", "MDOP").contains(code.family()), code::toString);
          assertTrue(GENERIC.contains(code.subFamily()), code::toString);
        }
      }
    }
  }
}
