package counterfoil.report.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.build.SharedData;
import counterfoil.domain.account.AccountNumber;
import counterfoil.report.EntryKind;
import counterfoil.report.Letterhead;
import counterfoil.report.SamplePapers;
import counterfoil.report.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Statements as ISO 20022 messages. */
class Camt053Test {
  private static Schema schema() throws SAXException {
    var factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newSchema(SharedData.at("vectors/iso20022/camt.053.001.08.xsd").toFile());
  }

  private static void validate(byte[] message) throws SAXException, IOException {
    schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
  }

  private static String at(byte[] message, String path)
      throws ParserConfigurationException, SAXException, IOException, XPathExpressionException {
    // Without namespaces, so that paths are short.
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(message));
    return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
  }

  /** One entry of every kind, with every text at its worst. */
  private static Statement everyKind(String account, String text) {
    var good = SamplePapers.english().statement(0);
    var lines = new ArrayList<Statement.Line>();
    var balance = good.opening();
    long position = 1;
    for (var kind : EntryKind.values()) {
      for (int sign : new int[] {1, -1}) {
        var amount = Money.of(CurrencyUnit.EUR, new BigDecimal("812.45")).multipliedBy(3L * sign);
        balance = balance.plus(amount);
        lines.add(
            new Statement.Line(
                position++,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 6),
                kind,
                amount,
                balance,
                text,
                text,
                text));
      }
    }
    return new Statement(
        new Letterhead(text, List.of(), "", ""),
        new Statement.Account(new AccountNumber(account), List.of(text, text), List.of(), text),
        good.from(),
        good.to(),
        good.opening(),
        lines,
        good.madeAt());
  }

  @Test
  void statements_of_both_languages_validate() throws SAXException, IOException {
    for (var samples : List.of(SamplePapers.english(), SamplePapers.chinese())) {
      validate(Camt053.write(samples.statement(60)));
      validate(Camt053.write(samples.statement(0)));
    }
  }

  @Test
  void whatever_people_typed_validates() throws SAXException, IOException {
    for (var text :
        List.of(
            "",
            "   ",
            "x".repeat(600),
            "\uD842\uDFB7".repeat(300),
            "<Ntry>&amp;]]>\"'",
            "\u0000\u0007\u001F\uFFFE\uFFFF\uD800",
            "a\rb\nc\td")) {
      validate(Camt053.write(everyKind("1004-2213", text)));
    }
  }

  @Test
  void a_schema_that_is_broken_would_be_noticed() {
    var good = new String(Camt053.write(everyKind("1", "x")), StandardCharsets.UTF_8);
    var bad = good.replaceFirst("<CdtDbtInd>CRDT</CdtDbtInd>", "");
    assertThrows(SAXException.class, () -> validate(bad.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void balances_and_totals_are_the_statements() throws Exception {
    var statement = SamplePapers.english().statement(60);
    var message = Camt053.write(statement);
    assertEquals("OPBD", at(message, "//Bal[1]/Tp/CdOrPrtry/Cd"));
    assertEquals("1200.00", at(message, "//Bal[1]/Amt"));
    assertEquals("2026-11-01", at(message, "//Bal[1]/Dt/Dt"));
    assertEquals("CLBD", at(message, "//Bal[2]/Tp/CdOrPrtry/Cd"));
    assertEquals(statement.closing().getAmount().toPlainString(), at(message, "//Bal[2]/Amt"));
    assertEquals("EUR", at(message, "//Bal[2]/Amt/@Ccy"));
    assertEquals("60", at(message, "//TtlNtries/NbOfNtries"));
    assertEquals("60", at(message, "count(//Ntry)"));
    assertEquals(statement.debits().getAmount().toPlainString(), at(message, "//TtlDbtNtries/Sum"));
  }

  @Test
  void an_entry_says_which_way_of_when_and_what_it_was() throws Exception {
    var message = Camt053.write(SamplePapers.english().statement(8));
    assertEquals("CRDT", at(message, "//Ntry[5]/CdtDbtInd"));
    assertEquals("CHKD", at(message, "//Ntry[5]/BkTxCd/Domn/Fmly/SubFmlyCd"));
    assertEquals("cheque", at(message, "//Ntry[5]/BkTxCd/Prtry/Cd"));
    assertNotEquals(at(message, "//Ntry[5]/BookgDt/Dt"), at(message, "//Ntry[5]/ValDt/Dt"));
    assertEquals("DBIT", at(message, "//Ntry[6]/CdtDbtInd"));
    assertEquals("1004-2214", at(message, "//Ntry[6]//CdtrAcct/Id/Othr/Id"));
    assertEquals("true", at(message, "//Ntry[8]/RvslInd"));
  }

  @Test
  void a_negative_balance_is_a_debit_without_a_sign() throws Exception {
    var good = SamplePapers.english().statement(0);
    var message =
        Camt053.write(
            new Statement(
                good.letterhead(),
                good.account(),
                good.from(),
                good.to(),
                good.opening().negated(),
                List.of(),
                good.madeAt()));
    assertEquals("1200.00", at(message, "//Bal[2]/Amt"));
    assertEquals("DBIT", at(message, "//Bal[2]/CdtDbtInd"));
  }

  @Test
  void only_a_number_with_right_check_digits_is_an_iban() throws Exception {
    assertEquals(
        "DE89370400440532013000",
        at(Camt053.write(everyKind("DE89370400440532013000", "")), "//Acct/Id/IBAN"));
    assertEquals(
        "DE88370400440532013000",
        at(Camt053.write(everyKind("DE88370400440532013000", "")), "//Acct/Id/Othr/Id"));
    assertTrue(Iban.isOne("GB82WEST12345698765432"));
  }

  @Test
  void names_in_any_script_arrive_whole() throws Exception {
    var message = Camt053.write(everyKind("1", "王秀英 \uD842\uDFB7 <&>"));
    assertEquals("王秀英 \uD842\uDFB7 <&>", at(message, "//Ntry[1]//Ustrd"));
    assertEquals("?", at(Camt053.write(everyKind("1", "\u0007")), "//Ntry[1]//Ustrd"));
  }

  @Test
  void the_same_statement_has_the_same_id_and_another_one_another() throws Exception {
    var statement = SamplePapers.english().statement(3);
    assertArrayEquals(Camt053.write(statement), Camt053.write(statement));
    var later =
        new Statement(
            statement.letterhead(),
            statement.account(),
            statement.from(),
            statement.to(),
            statement.opening(),
            statement.lines(),
            statement.madeAt().plusSeconds(1));
    assertNotEquals(at(Camt053.write(statement), "//MsgId"), at(Camt053.write(later), "//MsgId"));
    assertDoesNotThrow(() -> validate(Camt053.write(later)));
  }
}
