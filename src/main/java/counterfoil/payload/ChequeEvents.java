package counterfoil.payload;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cheque.ChequeEvent;
import counterfoil.domain.cheque.ChequeEvent.ChequeHandedBack;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import counterfoil.domain.cheque.ChequeKey;
import counterfoil.domain.cheque.ChequeState;
import counterfoil.domain.cheque.DrawerKey;
import counterfoil.eventstore.StreamName;
import java.util.Optional;

/** What happened to cheques on paper, as payloads and back. */
public final class ChequeEvents {
  /** The category of the streams that hold the cheques of one number and bank. */
  public static final String CATEGORY = "cheque";

  public static final String CHEQUE_PRESENTED = "ChequePresented";
  public static final String CHEQUE_HANDED_BACK = "ChequeHandedBack";

  /** Cheques as a kind of stream. */
  public static final StreamKind<ChequeState, ChequeEvent> KIND = new Kind();

  private ChequeEvents() {}

  public static StreamName stream(ChequeKey cheque) {
    return StreamName.of(CATEGORY, cheque.hex());
  }

  private static final class Kind extends JsonKind<ChequeState, ChequeEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public ChequeState nothing() {
      return ChequeState.NOTHING;
    }

    @Override
    public ChequeState after(ChequeState state, ChequeEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(ChequeEvent event) {
      return switch (event) {
        case ChequePresented _ -> CHEQUE_PRESENTED;
        case ChequeHandedBack _ -> CHEQUE_HANDED_BACK;
      };
    }

    @Override
    void write(FactWriter facts, ChequeEvent event) {
      facts
          .text("cheque", event.cheque().hex())
          .textIfAny("drawer", event.drawer().map(DrawerKey::hex).orElse(""));
      switch (event) {
        case ChequePresented e ->
            facts.text("account", e.account().value()).text("on", e.on().toString());
        case ChequeHandedBack _ -> {
          // That it is out of the house again is all.
        }
      }
    }

    @Override
    ChequeEvent read(String type, Facts f) {
      var cheque = new ChequeKey(f.text("cheque"));
      Optional<DrawerKey> drawer =
          f.has("drawer") ? Optional.of(new DrawerKey(f.text("drawer"))) : Optional.empty();
      return switch (type) {
        case CHEQUE_PRESENTED ->
            new ChequePresented(cheque, drawer, new AccountNumber(f.text("account")), f.date("on"));
        case CHEQUE_HANDED_BACK -> new ChequeHandedBack(cheque, drawer);
        default -> throw unknown(type);
      };
    }
  }
}
