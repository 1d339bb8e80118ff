package counterfoil.domain.till;

import counterfoil.domain.cash.Cash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A till, or the vault, as its events have made it. */
public sealed interface TillState {

  /** What lies in the drawer. */
  Cash drawer(CurrencyUnit currency);

  /**
   * Who serves from it now, and what has come and gone; nothing while closed, and for the vault.
   */
  Optional<Session> session();

  /** What this till has offered to others and still lies in the bag, the oldest first. */
  SequencedMap<UUID, Offer> offers();

  /** Cash in the bag: out of this drawer, not yet in another one. */
  default Cash bag(CurrencyUnit currency) {
    return offers().values().stream().map(Offer::cash).reduce(Cash.none(currency), Cash::plus);
  }

  /** No event yet: an empty drawer. */
  record Unused() implements TillState {
    @Override
    public Cash drawer(CurrencyUnit currency) {
      return Cash.none(currency);
    }

    @Override
    public Optional<Session> session() {
      return Optional.empty();
    }

    @Override
    public SequencedMap<UUID, Offer> offers() {
      return new LinkedHashMap<>();
    }
  }

  /**
   * A drawer that has been used.
   *
   * @param latest the last session that was opened, running or ended
   */
  record Used(
      TillId till,
      Cash drawer,
      Optional<TillSession> latest,
      Optional<Session> session,
      SequencedMap<UUID, Offer> offers)
      implements TillState {
    public Used {
      offers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(offers));
    }

    @Override
    public Cash drawer(CurrencyUnit currency) {
      return drawer;
    }
  }

  /**
   * A session that runs. At every moment {@code opening + cashIn + movedIn - cashOut - movedOut +
   * over - short} is the drawer's total.
   *
   * @param opening what was expected in the drawer when the session began; a difference found then
   *     is in {@code over} or {@code shortage}
   * @param cashIn from customers, net of change
   * @param cashOut to customers, net of what they handed over in the same act
   * @param movedIn from the vault and other tills, with offers of its own that came back
   * @param movedOut offered to the vault and other tills
   * @param over the sum of what was found too much
   * @param shortage the sum of what was found missing
   */
  record Session(
      TillSession id,
      String teller,
      Money opening,
      Flow cashIn,
      Flow cashOut,
      Flow movedIn,
      Flow movedOut,
      Money over,
      Money shortage) {

    static Session opened(TillSession id, String teller, Money opening) {
      Money zero = Money.zero(opening.getCurrencyUnit());
      Flow none = new Flow(0, zero);
      return new Session(id, teller, opening, none, none, none, none, zero, zero);
    }

    /** What all that has come and gone adds up to. */
    public Money expected() {
      return opening
          .plus(cashIn.total())
          .plus(movedIn.total())
          .minus(cashOut.total())
          .minus(movedOut.total())
          .plus(over)
          .minus(shortage);
    }

    /** Over less short. */
    public Money difference() {
      return over.minus(shortage);
    }
  }

  /** How often something happened, and what it adds up to. */
  record Flow(int count, Money total) {
    Flow plus(Money amount) {
      return new Flow(count + 1, total.plus(amount));
    }
  }

  /**
   * The state after {@code event}. History is taken as it was: limits are not looked at.
   *
   * @throws IllegalStateException if the event cannot follow (cash that is not there, a second
   *     opening, an offer that was never made): the record itself is damaged then
   */
  default TillState after(TillEvent event) {
    return TillFold.after(this, event);
  }
}
