package counterfoil.report;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One paper of each kind, with what is hard to set in it: long words, Chinese names, signs. */
public final class SamplePapers {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant OPENED = Instant.parse("2026-11-23T08:02:11Z");
  private static final Instant AT = Instant.parse("2026-11-23T14:31:07Z");

  private final boolean chinese;
  private final CurrencyUnit currency;

  private SamplePapers(boolean chinese) {
    this.chinese = chinese;
    this.currency = CurrencyUnit.of(chinese ? "CNY" : "EUR");
  }

  public static SamplePapers english() {
    return new SamplePapers(false);
  }

  public static SamplePapers chinese() {
    return new SamplePapers(true);
  }

  public PaperTexts texts() {
    return new PaperTexts(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK, ZoneOffset.UTC);
  }

  private Money money(String amount) {
    return Money.of(currency, new java.math.BigDecimal(amount));
  }

  /** Cash by face value and pieces: {@code cash("50", 2, "0.50", 7)}. */
  private Cash cash(Object... valuesAndPieces) {
    var cash = Cash.none(currency);
    for (int i = 0; i < valuesAndPieces.length; i += 2) {
      cash =
          cash.plus(Cash.of(money((String) valuesAndPieces[i]), (Integer) valuesAndPieces[i + 1]));
    }
    return cash;
  }

  private String or(String english, String inChinese) {
    return chinese ? inChinese : english;
  }

  Letterhead letterhead() {
    return chinese
        ? new Letterhead("河滨村镇银行", List.of("滨江区江南大道 18 号"), "", "谢谢惠顾，请当面点清现金。")
        : new Letterhead(
            "Riverside Credit Union",
            List.of("18 Quay Street, Riverside", "Mon\u2013Fri 8:30\u201316:00"),
            "",
            "Thank you. Please count your cash before you leave the counter.");
  }

  Imprint imprint() {
    return new Imprint(
        DAY, AT, "WS-02", Optional.of("T-02/2026-11-23/1"), or("Amara Okafor", "欧阳明月"));
  }

  private Receipt.Act deposit() {
    return new Receipt.Act(
        EntryKind.DEPOSIT,
        new AccountNumber("1004-2213"),
        or("Nadia Rahimi", "王秀英"),
        "",
        money("235.00"),
        Optional.of(money("9482.15")),
        "RENT-11/2026",
        or("Rent, November", "十一月房租"),
        48221);
  }

  public Receipt receipt() {
    return new Receipt(
        letterhead(),
        imprint(),
        List.of(deposit()),
        cash("100", 2, "50", 1),
        cash("10", 1, "5", 1),
        0,
        "");
  }

  /** A cheque in, cash back, for a customer with a long name; printed again. */
  public Receipt receiptOfTwoActs() {
    var holder =
        or(
            "Maximiliane-Alexandra von Hohenstein-Bergh\u00e4user and Jo\u00e3o Pedro"
                + " Concei\u00e7\u00e3o da Silva",
            "欧阳修远与古丽娜尔·买买提艾力共同账户（家庭开支专用）");
    var account = new AccountNumber("DE89370400440532013000");
    return new Receipt(
        letterhead(),
        imprint(),
        List.of(
            new Receipt.Act(
                EntryKind.CHEQUE,
                account,
                holder,
                "",
                money("12500.00"),
                Optional.of(money("1013482.15")),
                "CHQ 004417",
                or(
                    "Cheque 004417 of Rivers & Sons, drawn on Northern Bank, available on 27 Nov",
                    "北方银行支票 004417，出票人河川父子公司，2026年11月27日起可用"),
                48222),
            new Receipt.Act(
                EntryKind.WITHDRAWAL,
                account,
                holder,
                "",
                money("300.00"),
                Optional.empty(),
                "",
                "",
                48223)),
        cash(),
        cash("100", 2, "50", 2),
        2,
        "");
  }

  public Statement statement(int entries) {
    var kinds =
        List.of(
            EntryKind.DEPOSIT,
            EntryKind.WITHDRAWAL,
            EntryKind.TRANSFER_RECEIVED,
            EntryKind.FEE,
            EntryKind.CHEQUE,
            EntryKind.TRANSFER_SENT,
            EntryKind.INTEREST,
            EntryKind.REVERSAL);
    var lines = new ArrayList<Statement.Line>();
    var balance = money("1200.00");
    for (int i = 0; i < entries; i++) {
      var kind = kinds.get(i % kinds.size());
      boolean takes =
          List.of(EntryKind.WITHDRAWAL, EntryKind.FEE, EntryKind.TRANSFER_SENT).contains(kind);
      var amount = money(takes ? "-" + (i * 37 % 900) + ".50" : (i * 53 % 1700 + 1) + ".25");
      balance = balance.plus(amount);
      var booked = LocalDate.of(2026, 11, 1).plusDays(i * 22L / Math.max(1, entries));
      boolean transfer = kind == EntryKind.TRANSFER_RECEIVED || kind == EntryKind.TRANSFER_SENT;
      lines.add(
          new Statement.Line(
              1000 + 3L * i,
              booked,
              kind == EntryKind.CHEQUE ? booked.plusDays(4) : booked,
              kind,
              amount,
              balance,
              transfer ? "1004-2214" : "",
              i % 3 == 0 ? "REF-" + i : "",
              i % 4 == 1
                  ? or(
                      "Standing order for the flat in Quay Street, cellar and parking space"
                          + " included, as agreed",
                      "滨江路公寓租金，含储藏室与车位，按约定每月支付")
                  : ""));
    }
    return new Statement(
        letterhead(),
        new Statement.Account(
            new AccountNumber("1004-2213"),
            List.of(or("Nadia Rahimi", "王秀英"), or("Jonas Weber", "张燚")),
            List.of(or("7 Mill Lane", "滨江区磨坊巷 7 号"), or("Riverside", "310051 杭州")),
            or("Current account", "活期账户")),
        LocalDate.of(2026, 11, 1),
        DAY,
        money("1200.00"),
        lines,
        AT);
  }

  public ProofSheet proofSheet() {
    return new ProofSheet(
        letterhead(),
        new Imprint(DAY, AT, "WS-02", Optional.of("T-02/2026-11-23/1"), or("Amara Okafor", "欧阳明月")),
        "T-02",
        OPENED,
        money("2000.00"),
        List.of(
            new ProofSheet.Movement(EntryKind.DEPOSIT, 41, money("12640.50"), money("0")),
            new ProofSheet.Movement(EntryKind.WITHDRAWAL, 28, money("0"), money("6120.00")),
            new ProofSheet.Movement(EntryKind.CLOSING_PAYOUT, 1, money("0"), money("210.50")),
            new ProofSheet.Movement(EntryKind.TO_VAULT, 1, money("0"), money("5000.00"))),
        List.of(
            new ProofSheet.CashMove(
                48190, AT.minusSeconds(5000), EntryKind.TO_VAULT, "VAULT", money("5000.00"))),
        cash("200", 3, "100", 14, "50", 18, "20", 15, "10", 9, "5", 3, "1", 4, "0.50", 2),
        cash("200", 3, "100", 14, "50", 17, "20", 15, "10", 9, "5", 3, "1", 14, "0.50", 2),
        or("A fifty was given for ten coins of one; not found", "误将一张五十元当作十枚一元付出，未找回"),
        Optional.of(or("Grace Mwangi", "陈志强")));
  }

  Journal.Line posting(int i) {
    var kinds =
        List.of(EntryKind.DEPOSIT, EntryKind.WITHDRAWAL, EntryKind.TRANSFER_SENT, EntryKind.FEE);
    var kind = kinds.get(i % kinds.size());
    var amount = money((i * 31 % 2500 + 1) + ".75");
    return new Journal.Line(
        40001L + i,
        OPENED.plusSeconds(3L * i),
        DAY,
        kind,
        "1004-" + (2000 + i % 700),
        i % 5 == 0 ? or("Nadia Rahimi", "王秀英") : or("Jonas Weber", "张燚"),
        kind == EntryKind.DEPOSIT ? amount : amount.negated(),
        "",
        i % 3 == 0 ? or("Rent, November", "十一月房租") : "",
        or("A. Okafor", "欧阳明月"),
        "T-0" + (1 + i % 3));
  }

  private List<Journal.Line> postings(int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(this::posting).toList();
  }

  public Journal journal(int postings) {
    return new Journal(letterhead(), imprint(), DAY, DAY, currency, postings(postings));
  }

  public EndOfDay endOfDay(int postings) {
    return new EndOfDay(
        letterhead(),
        new Imprint(
            DAY, AT.plusSeconds(7200), "WS-01", Optional.empty(), or("Grace Mwangi", "陈志强")),
        false,
        List.of(
            till("T-01", or("Jonas Weber", "张燚"), "2000.00", "8210.00", "7400.00", "2810.00", ""),
            till(
                "T-02",
                or("Amara Okafor", "欧阳明月"),
                "2000.00",
                "12640.50",
                "11330.50",
                "3270.00",
                or("A fifty given for coins", "五十元误付")),
            till("T-03", or("Li Wei", "李伟"), "1500.00", "940.00", "1105.00", "", "")),
        cash("200", 120, "100", 300, "50", 410, "0.50", 400),
        List.of(
            new EndOfDay.KindTotal(EntryKind.DEPOSIT, 96, money("61230.75"), money("0")),
            new EndOfDay.KindTotal(EntryKind.WITHDRAWAL, 71, money("0"), money("30118.00")),
            new EndOfDay.KindTotal(EntryKind.FEE, 14, money("0"), money("70.00"))),
        new EndOfDay.Balances(1204, money("4820113.27"), money("7415.00")),
        List.of(
            new EndOfDay.Exceptional(
                48230,
                AT,
                or("Reversal of entry 48,221: wrong account", "冲正分录 48,221：账号错误"),
                "1004-2213",
                or("Amara Okafor", "欧阳明月"),
                Optional.of(or("Grace Mwangi", "陈志强")),
                or("slip seen", "已核对凭证")),
            new EndOfDay.Exceptional(
                48260,
                AT.plusSeconds(4000),
                or("After hours", "非营业时间"),
                "1004-2290",
                or("Jonas Weber", "张燚"),
                Optional.empty(),
                "")),
        List.of(or("Till T-03 of Li Wei is open", "李伟的钱箱 T-03 未关")),
        postings(postings),
        """
        counterfoil.example/riverside
        48301
        pVX0BnhrdDJm0tNTfZP3B3l3kZ0E5kV5RZ3Zk6Xf0o8=

        \u2014 counterfoil.example/riverside Yq3fS0mZ8n4l2vXc1bN7aKd9eRfGhTjUkIlOpQwErTyUiOpAsDfGhJkL=
        """);
  }

  private EndOfDay.TillLine till(
      String name,
      String staff,
      String opening,
      String in,
      String out,
      String counted,
      String reason) {
    return new EndOfDay.TillLine(
        name,
        staff,
        money(opening),
        money(in),
        money(out),
        counted.isEmpty() ? Optional.empty() : Optional.of(money(counted)),
        reason);
  }

  public LargeCash largeCash() {
    return new LargeCash(
        letterhead(),
        imprint(),
        DAY,
        DAY,
        money("10000"),
        List.of(
            new LargeCash.CustomerDay(
                DAY,
                "C-000123",
                or("Nadia Rahimi", "王秀英"),
                or("Passport X1234567", "身份证 110101199003070034"),
                List.of(
                    entry(48010, "1004-2213", EntryKind.DEPOSIT, "6000.00"),
                    entry(48090, "1004-2213", EntryKind.DEPOSIT, "5500.00"),
                    entry(48120, "1004-3300", EntryKind.WITHDRAWAL, "-11000.00"))),
            new LargeCash.CustomerDay(
                DAY,
                "C-000077",
                or("Rivers & Sons, hardware and ironmongery, Quay Street", "河川父子五金有限公司"),
                "",
                List.of(entry(48200, "1004-0001", EntryKind.DEPOSIT, "10000.00")))));
  }

  private LargeCash.Entry entry(long position, String account, EntryKind kind, String amount) {
    return new LargeCash.Entry(
        position, AT, account, kind, money(amount), or("Amara Okafor", "欧阳明月"));
  }
}
