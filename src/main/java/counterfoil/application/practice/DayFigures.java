package counterfoil.application.practice;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What the scripted day must end with, as its script adds it up.
 *
 * @param balances of every account that was served; zero for one that was closed
 * @param drawers of every till, and of the vault
 * @param overShort over less short, of all counts
 */
public record DayFigures(
    SortedMap<AccountNumber, Money> balances, SortedMap<TillId, Cash> drawers, Money overShort) {
  public DayFigures {
    balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
    drawers = Collections.unmodifiableSortedMap(new TreeMap<>(drawers));
  }

  DayFigures(Map<AccountNumber, Money> balances, Map<TillId, Cash> drawers, Money overShort) {
    this(new TreeMap<>(balances), new TreeMap<>(drawers), overShort);
  }
}
