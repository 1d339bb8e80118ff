package counterfoil.domain.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The notes and coins in circulation, as central banks list them in 2026. A branch can replace its
 * own table: notes come and go.
 */
final class DenominationTable {
  private static final String TABLE =
      """
      AED 1000 500 200 100 50 20 10 5 1 0.50 0.25
      ARS 20000 10000 2000 1000 500 200 100 50 20 10 5 2 1
      AUD 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      BDT 1000 500 200 100 50 20 10 5 2 1
      BIF 10000 5000 2000 1000 500 100 50 10 5 1
      BOB 200 100 50 20 10 5 2 1 0.50 0.20 0.10
      BRL 200 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05
      BWP 200 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05
      CAD 100 50 20 10 5 2 1 0.25 0.10 0.05
      CDF 20000 10000 5000 1000 500 200 100 50
      CHF 1000 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      CLP 20000 10000 5000 2000 1000 500 100 50 10
      CNY 100 50 20 10 5 1 0.50 0.10
      COP 100000 50000 20000 10000 5000 2000 1000 500 200 100 50
      CRC 20000 10000 5000 2000 1000 500 100 50 25 10 5
      CZK 5000 2000 1000 500 200 100 50 20 10 5 2 1
      DKK 500 200 100 50 20 10 5 2 1 0.50
      EGP 200 100 50 20 10 5 1 0.50 0.25
      ETB 200 100 50 10 5 1 0.50 0.25 0.10 0.05
      EUR 500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01
      FJD 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      GBP 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01
      GHS 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      GMD 200 100 50 20 10 5 1 0.50 0.25
      GTQ 200 100 50 20 10 5 1 0.50 0.25 0.10 0.05
      HKD 1000 500 100 50 20 10 5 2 1 0.50 0.20 0.10
      HNL 500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      HUF 20000 10000 5000 2000 1000 500 200 100 50 20 10 5
      IDR 100000 50000 20000 10000 5000 2000 1000 500 200 100
      ILS 200 100 50 20 10 5 2 1 0.50 0.10
      INR 500 200 100 50 20 10 5 2 1 0.50
      ISK 10000 5000 2000 1000 500 100 50 10 5 1
      JMD 5000 2000 1000 500 100 50 20 10 5 1
      JPY 10000 5000 2000 1000 500 100 50 10 5 1
      KES 1000 500 200 100 50 40 20 10 5 1
      KHR 200000 100000 50000 20000 10000 5000 2000 1000 500 200 100 50
      KRW 50000 10000 5000 1000 500 100 50 10
      KZT 20000 10000 5000 2000 1000 500 200 100 50 20 10 5 2 1
      LKR 5000 1000 500 100 50 20 10 5 2 1
      MAD 200 100 50 20 10 5 2 1 0.50 0.20 0.10
      MMK 10000 5000 1000 500 200 100 50
      MUR 2000 1000 500 200 100 50 25 20 10 5 1 0.50 0.20
      MWK 5000 2000 1000 500 200 100 50 20 10 5 1
      MXN 1000 500 200 100 50 20 10 5 2 1 0.50
      MYR 100 50 20 10 5 1 0.50 0.20 0.10 0.05
      MZN 1000 500 200 100 50 20 10 5 2 1 0.50
      NAD 200 100 50 30 20 10 5 1 0.10
      NGN 1000 500 200 100 50 20 10 5 2 1 0.50
      NIO 1000 500 200 100 50 20 10 5 1 0.50 0.25 0.10
      NOK 1000 500 200 100 50 20 10 5 1
      NPR 1000 500 100 50 20 10 5 2 1
      NZD 100 50 20 10 5 2 1 0.50 0.20 0.10
      PEN 200 100 50 20 10 5 2 1 0.50 0.20 0.10
      PGK 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05
      PHP 1000 500 200 100 50 20 10 5 1 0.25 0.05 0.01
      PKR 5000 1000 500 100 75 50 20 10 5 2 1
      PLN 500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01
      PYG 100000 50000 20000 10000 5000 2000 1000 500 100 50
      RON 500 200 100 50 20 10 5 1 0.50 0.10 0.05 0.01
      RWF 5000 2000 1000 500 100 50 20 10 5 1
      SEK 1000 500 200 100 50 20 10 5 2 1
      SGD 1000 100 50 10 5 2 1 0.50 0.20 0.10 0.05
      SLE 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01
      THB 1000 500 100 50 20 10 5 2 1 0.50 0.25
      TRY 200 100 50 20 10 5 1 0.50 0.25 0.10 0.05 0.01
      TZS 10000 5000 2000 1000 500 200 100 50
      UAH 1000 500 200 100 50 20 10 5 2 1 0.50 0.10
      UGX 50000 20000 10000 5000 2000 1000 500 200 100 50
      USD 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01
      VND 500000 200000 100000 50000 20000 10000 5000 2000 1000 500 200
      XAF 10000 5000 2000 1000 500 100 50 25 10 5 2 1
      XOF 10000 5000 2000 1000 500 250 200 100 50 25 10 5 1
      ZAR 200 100 50 20 10 5 2 1 0.50 0.20 0.10
      ZMW 500 200 100 50 20 10 5 2 1 0.50 0.10 0.05
      """;

  /** The labels of each currency by its code: every cash act asks for one of them. */
  private static final Map<String, List<String>> LABELS =
      TABLE
          .lines()
          .map(line -> List.of(line.split(" ")))
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, words -> words.subList(1, words.size())));

  private DenominationTable() {}

  static Denominations of(CurrencyUnit currency) {
    return Optional.ofNullable(LABELS.get(currency.getCode()))
        .map(labels ->
            new Denominations(
                currency,
                labels.stream().map(label -> Denominations.minorUnits(currency, label)).toList()))
        .orElseGet(() -> usual(currency));
  }

  /** From 1,000 major units down to one minor unit, so that every amount can be paid. */
  private static Denominations usual(CurrencyUnit currency) {
    List<Long> faces = new ArrayList<>();
    long step = (long) Math.pow(10, 3 + currency.getDecimalPlaces());
    faces.add(step);
    for (step /= 10; step > 0; step /= 10) {
      faces.addAll(List.of(5 * step, 2 * step, step));
    }
    return new Denominations(currency, faces);
  }
}
