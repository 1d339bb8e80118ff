package counterfoil.payload;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;

/** Account events as payloads and back. */
public final class AccountEvents {
  /** The category of the streams that hold accounts. */
  public static final String CATEGORY = "account";

  private AccountEvents() {}

  public static StreamName stream(AccountNumber number) {
    return StreamName.of(CATEGORY, number.value());
  }

  public static NewEvent encode(AccountEvent event) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws UnknownEvent if the type or its schema version is not known, or the payload is not of
   *     its shape
   */
  public static AccountEvent decode(EventType type, byte[] payload) {
    throw new UnsupportedOperationException();
  }
}
