package counterfoil.report.export;

import counterfoil.report.EntryKind;
import counterfoil.report.Statement;
import counterfoil.report.Statement.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.xml.stream.XMLStreamException;
import org.joda.money.Money;

/**
 * A statement as the ISO 20022 message camt.053.001.08 (bank-to-customer statement). It validates
 * against the message's schema: texts are cut to its lengths, and characters that XML cannot hold
 * become question marks. The same statement gives the same file, another one another message id.
 */
public final class Camt053 {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  private static final int MAX_ACCOUNT = 34;
  private static final int MAX_REFERENCE = 35;
  private static final int MAX_NAME = 140;
  private static final int MAX_SHORT_NAME = 70;

  private final Statement statement;
  private final XmlElements xml;

  private Camt053(Statement statement, XmlElements xml) {
    this.statement = statement;
    this.xml = xml;
  }

  /** The whole file. */
  public static byte[] write(Statement statement) {
    return XmlElements.file("Document", NAMESPACE, xml -> new Camt053(statement, xml).message());
  }

  private void message() throws XMLStreamException {
    var createdAt = statement.madeAt().truncatedTo(ChronoUnit.SECONDS).toString();
    xml.element(
        "BkToCstmrStmt",
        () -> {
          xml.element(
              "GrpHdr",
              () -> {
                xml.element("MsgId", "M" + identity());
                xml.element("CreDtTm", createdAt);
              });
          xml.element(
              "Stmt",
              () -> {
                xml.element("Id", "S" + identity());
                xml.element("CreDtTm", createdAt);
                xml.element(
                    "FrToDt",
                    () -> {
                      xml.element("FrDtTm", statement.from() + "T00:00:00");
                      xml.element("ToDtTm", statement.to() + "T23:59:59");
                    });
                account();
                balance("OPBD", statement.opening(), statement.from());
                balance("CLBD", statement.closing(), statement.to());
                totals();
                for (var line : statement.lines()) {
                  entry(line);
                }
              });
        });
  }

  /** 33 characters: the period's last day, and a fingerprint of whose statement of when it is. */
  private String identity() {
    var subject =
        String.join(
            "\n",
            statement.letterhead().branch(),
            statement.account().number().value(),
            statement.from().toString(),
            statement.to().toString(),
            statement.madeAt().toString());
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return statement.to().format(DateTimeFormatter.BASIC_ISO_DATE)
          + "-"
          + HexFormat.of().withUpperCase().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void account() throws XMLStreamException {
    var account = statement.account();
    xml.element(
        "Acct",
        () -> {
          accountId(account.number().value());
          xml.element("Ccy", statement.currency().getCode());
          xml.text("Nm", account.product(), MAX_SHORT_NAME);
          var owner = XmlText.fit(String.join(", ", account.holders()), MAX_NAME);
          if (!owner.isEmpty()) {
            xml.element("Ownr", () -> xml.element("Nm", owner));
          }
          if (!XmlText.fit(statement.letterhead().branch(), MAX_NAME).isEmpty()) {
            xml.element(
                "Svcr",
                () ->
                    xml.element(
                        "FinInstnId",
                        () -> xml.text("Nm", statement.letterhead().branch(), MAX_NAME)));
          }
        });
  }

  private void accountId(String number) throws XMLStreamException {
    xml.element(
        "Id",
        () -> {
          if (Iban.isOne(number)) {
            xml.element("IBAN", number);
          } else {
            xml.element("Othr", () -> xml.text("Id", number, MAX_ACCOUNT));
          }
        });
  }

  private void balance(String code, Money amount, LocalDate on) throws XMLStreamException {
    xml.element(
        "Bal",
        () -> {
          xml.element("Tp", () -> xml.element("CdOrPrtry", () -> xml.element("Cd", code)));
          amount(amount);
          xml.element("Dt", () -> xml.element("Dt", on.toString()));
        });
  }

  /** How much, without its sign, and which way. */
  private void amount(Money amount) throws XMLStreamException {
    xml.element("Amt", plain(amount), "Ccy", amount.getCurrencyUnit().getCode());
    xml.element("CdtDbtInd", direction(amount));
  }

  private static String direction(Money amount) {
    return amount.isNegative() ? "DBIT" : "CRDT";
  }

  private static String plain(Money amount) {
    return amount.abs().getAmount().toPlainString();
  }

  private void totals() throws XMLStreamException {
    var net = statement.credits().minus(statement.debits());
    xml.element(
        "TxsSummry",
        () -> {
          xml.element(
              "TtlNtries",
              () -> {
                xml.element("NbOfNtries", Integer.toString(statement.lines().size()));
                xml.element("Sum", plain(statement.credits().plus(statement.debits())));
                xml.element(
                    "TtlNetNtry",
                    () -> {
                      xml.element("Amt", plain(net));
                      xml.element("CdtDbtInd", direction(net));
                    });
              });
          total("TtlCdtNtries", statement.count(true), statement.credits());
          total("TtlDbtNtries", statement.count(false), statement.debits());
        });
  }

  private void total(String name, long count, Money sum) throws XMLStreamException {
    xml.element(
        name,
        () -> {
          xml.element("NbOfNtries", Long.toString(count));
          xml.element("Sum", plain(sum));
        });
  }

  private void entry(Line line) throws XMLStreamException {
    var position = Long.toString(line.position());
    xml.element(
        "Ntry",
        () -> {
          xml.element("NtryRef", position);
          amount(line.amount());
          if (line.kind() == EntryKind.REVERSAL) {
            xml.element("RvslInd", "true");
          }
          xml.element("Sts", () -> xml.element("Cd", "BOOK"));
          xml.element("BookgDt", () -> xml.element("Dt", line.booked().toString()));
          xml.element("ValDt", () -> xml.element("Dt", line.value().toString()));
          xml.element("AcctSvcrRef", position);
          transactionCode(line);
          xml.element("NtryDtls", () -> xml.element("TxDtls", () -> details(line)));
        });
  }

  private void transactionCode(Line line) throws XMLStreamException {
    var code = TransactionCode.of(line.kind(), !line.amount().isNegative());
    xml.element(
        "BkTxCd",
        () -> {
          xml.element(
              "Domn",
              () -> {
                xml.element("Cd", code.domain());
                xml.element(
                    "Fmly",
                    () -> {
                      xml.element("Cd", code.family());
                      xml.element("SubFmlyCd", code.subFamily());
                    });
              });
          xml.element("Prtry", () -> xml.element("Cd", line.kind().code()));
        });
  }

  private void details(Line line) throws XMLStreamException {
    xml.element(
        "Refs",
        () -> {
          xml.element("AcctSvcrRef", Long.toString(line.position()));
          xml.text("EndToEndId", line.reference(), MAX_REFERENCE);
        });
    amount(line.amount());
    if (!XmlText.fit(line.counterparty(), MAX_ACCOUNT).isEmpty()) {
      var side = line.amount().isNegative() ? "CdtrAcct" : "DbtrAcct";
      xml.element("RltdPties", () -> xml.element(side, () -> accountId(line.counterparty())));
    }
    if (!XmlText.fit(line.narrative(), MAX_NAME).isEmpty()) {
      xml.element("RmtInf", () -> xml.text("Ustrd", line.narrative(), MAX_NAME));
    }
  }
}
