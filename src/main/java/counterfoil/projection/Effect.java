package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import java.util.Optional;
import org.joda.money.Money;

/** What an event does to its account, as a journal shows it. */
record Effect(Optional<Money> amount, String counterparty) {

  static Effect of(AccountEvent event) {
    return new Effect(event.moved(), counterparty(event));
  }

  private static String counterparty(AccountEvent event) {
    if (event instanceof TransferSent sent) {
      return sent.to().label();
    }
    return event instanceof TransferReceived received ? received.from().label() : "";
  }
}
