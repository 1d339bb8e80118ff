package counterfoil.payload;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.domain.till.TillState.Unused;
import counterfoil.eventstore.StreamName;
import java.util.Optional;

/**
 * What happened to the tills and the vault, as payloads and back. Cash is written by face value,
 * {@code {"50":2,"0.50":7}}; its currency stands once in each payload.
 */
public final class TillEvents {
  /** The category of the streams that hold tills and the vault. */
  public static final String CATEGORY = "till";

  public static final String TILL_OPENED = "TillOpened";
  public static final String TILL_CASH_MOVED = "TillCashMoved";
  public static final String TILL_CASH_COUNTED = "TillCashCounted";
  public static final String CASH_OVER_SHORT_BOOKED = "CashOverShortBooked";
  public static final String CASH_OFFERED = "CashOffered";
  public static final String CASH_DELIVERED = "CashDelivered";
  public static final String CASH_DECLINED = "CashDeclined";
  public static final String CASH_ACCEPTED = "CashAccepted";
  public static final String CASH_BROUGHT_IN = "CashBroughtIn";
  public static final String CASH_SENT_OUT = "CashSentOut";
  public static final String TILL_CLOSED = "TillClosed";

  /** Tills, and the vault, as a kind of stream. */
  public static final StreamKind<TillState, TillEvent> KIND = new Kind();

  private TillEvents() {}

  public static StreamName stream(TillId till) {
    return StreamName.of(CATEGORY, till.value());
  }

  static TillSession session(String written) {
    return TillSession.parse(written)
        .orElseThrow(() -> new IllegalArgumentException("no till session " + written));
  }

  private static final class Kind extends JsonKind<TillState, TillEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public TillState nothing() {
      return new Unused();
    }

    @Override
    public TillState after(TillState state, TillEvent event) {
      return state.after(event);
    }

    @Override
    public Optional<StateForm<TillState>> snapshots() {
      return Optional.of(TillStates.FORM);
    }

    @Override
    String nameOf(TillEvent event) {
      return switch (event) {
        case TillOpened _ -> TILL_OPENED;
        case TillCashMoved _ -> TILL_CASH_MOVED;
        case TillCashCounted _ -> TILL_CASH_COUNTED;
        case CashOverShortBooked _ -> CASH_OVER_SHORT_BOOKED;
        case CashOffered _ -> CASH_OFFERED;
        case CashDelivered _ -> CASH_DELIVERED;
        case CashDeclined _ -> CASH_DECLINED;
        case CashAccepted _ -> CASH_ACCEPTED;
        case CashBroughtIn _ -> CASH_BROUGHT_IN;
        case CashSentOut _ -> CASH_SENT_OUT;
        case TillClosed _ -> TILL_CLOSED;
      };
    }

    @Override
    void write(FactWriter facts, TillEvent event) {
      facts.text("till", event.till().value());
      switch (event) {
        case TillOpened e -> {
          facts.text("session", e.session().toString()).text("teller", e.teller());
          writeCount(facts, e.expected(), e.counted());
        }
        case TillCashMoved e -> {
          facts.text("session", e.session().toString()).text("what", e.what());
          e.account().ifPresent(account -> facts.text("account", account.value()));
          writeCurrency(facts, e.received());
          facts
              .cashIfAny("received", e.received())
              .cashIfAny("given", e.given())
              .truthIfSo("proposed", e.proposed());
        }
        case TillCashCounted e -> {
          e.session().ifPresent(session -> facts.text("session", session.toString()));
          writeCount(facts, e.expected(), e.counted());
        }
        case CashOverShortBooked e -> {
          e.session().ifPresent(session -> facts.text("session", session.toString()));
          facts
              .money("difference", e.difference())
              .cash("counted", e.counted())
              .text("reason", e.reason());
        }
        case CashOffered e -> writeOffer(facts, e.offer().toString(), "to", e.to(), e.cash());
        case CashDelivered e -> writeOffer(facts, e.offer().toString(), "to", e.to(), e.cash());
        case CashDeclined e -> {
          writeOffer(facts, e.offer().toString(), "to", e.to(), e.cash());
          facts.textIfAny("reason", e.reason());
        }
        case CashAccepted e -> writeOffer(facts, e.offer().toString(), "from", e.from(), e.cash());
        case CashBroughtIn e -> {
          writeCurrency(facts, e.cash());
          facts.cash("cash", e.cash()).text("source", e.source());
        }
        case CashSentOut e -> {
          writeCurrency(facts, e.cash());
          facts.cash("cash", e.cash()).text("destination", e.destination());
        }
        case TillClosed e -> {
          facts.text("session", e.session().toString());
          writeCount(facts, e.expected(), e.counted());
        }
      }
    }

    private static void writeCurrency(FactWriter facts, Cash cash) {
      facts.text("currency", cash.currency().getCode());
    }

    private static void writeCount(FactWriter facts, Cash expected, Cash counted) {
      writeCurrency(facts, expected);
      facts.cash("expected", expected).cash("counted", counted);
    }

    private static void writeOffer(
        FactWriter facts, String offer, String direction, TillId other, Cash cash) {
      facts.text("offer", offer).text(direction, other.value());
      writeCurrency(facts, cash);
      facts.cash("cash", cash);
    }

    @Override
    TillEvent read(String type, Facts f) {
      TillId till = new TillId(f.text("till"));
      return switch (type) {
        case TILL_OPENED ->
            new TillOpened(
                till,
                session(f.text("session")),
                f.text("teller"),
                f.cash("expected"),
                f.cash("counted"));
        case TILL_CASH_MOVED -> readMoved(till, f);
        case TILL_CASH_COUNTED ->
            new TillCashCounted(till, sessionIfAny(f), f.cash("expected"), f.cash("counted"));
        case CASH_OVER_SHORT_BOOKED ->
            new CashOverShortBooked(
                till, sessionIfAny(f), f.money("difference"), f.cash("counted"), f.text("reason"));
        case CASH_OFFERED ->
            new CashOffered(till, f.id("offer"), new TillId(f.text("to")), f.cash("cash"));
        case CASH_DELIVERED ->
            new CashDelivered(till, f.id("offer"), new TillId(f.text("to")), f.cash("cash"));
        case CASH_DECLINED ->
            new CashDeclined(
                till,
                f.id("offer"),
                new TillId(f.text("to")),
                f.cash("cash"),
                f.textOrEmpty("reason"));
        case CASH_ACCEPTED ->
            new CashAccepted(till, f.id("offer"), new TillId(f.text("from")), f.cash("cash"));
        case CASH_BROUGHT_IN -> new CashBroughtIn(till, f.cash("cash"), f.text("source"));
        case CASH_SENT_OUT -> new CashSentOut(till, f.cash("cash"), f.text("destination"));
        case TILL_CLOSED ->
            new TillClosed(till, session(f.text("session")), f.cash("expected"), f.cash("counted"));
        default -> throw unknown(type);
      };
    }

    private static TillCashMoved readMoved(TillId till, Facts f) {
      return new TillCashMoved(
          till,
          session(f.text("session")),
          f.cashOrNone("received"),
          f.cashOrNone("given"),
          f.has("account") ? Optional.of(new AccountNumber(f.text("account"))) : Optional.empty(),
          f.text("what"),
          f.truthOrNot("proposed"));
    }

    private static Optional<TillSession> sessionIfAny(Facts f) {
      return f.has("session") ? Optional.of(session(f.text("session"))) : Optional.empty();
    }
  }
}
