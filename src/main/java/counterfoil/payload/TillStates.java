package counterfoil.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillFold;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.domain.till.TillState.Flow;
import counterfoil.domain.till.TillState.Session;
import counterfoil.domain.till.TillState.Used;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The states of tills and the vault as the bytes of a snapshot and back. */
final class TillStates {
  /** The version of the written form below. */
  private static final int SCHEMA = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final StateForm<TillState> FORM =
      new StateForm<>() {
        private final String fold =
            FoldName.of(
                TillEvents.CATEGORY,
                SCHEMA,
                List.of(
                    TillState.class,
                    Used.class,
                    Session.class,
                    Flow.class,
                    TillFold.class,
                    Offer.class,
                    Cash.class,
                    TillEvent.class));

        @Override
        public String fold() {
          return fold;
        }

        @Override
        public byte[] encode(TillState state) {
          return TillStates.encode(state);
        }

        @Override
        public TillState decode(byte[] bytes) {
          return TillStates.decode(bytes);
        }
      };

  private TillStates() {}

  private static byte[] encode(TillState state) {
    if (!(state instanceof Used used)) {
      throw new IllegalArgumentException("nothing to write");
    }
    ObjectNode tree = JSON.createObjectNode();
    tree.put("till", used.till().value()).put("currency", used.drawer().currency().getCode());
    write(tree.putObject("drawer"), used.drawer());
    used.latest().ifPresent(latest -> tree.put("latest", latest.toString()));
    used.session().ifPresent(session -> write(tree.putObject("session"), session));
    if (!used.offers().isEmpty()) {
      var offers = tree.putArray("offers");
      used.offers().values().forEach(offer -> write(offers.addObject(), offer));
    }
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ObjectNode piles, Cash cash) {
    cash.written().forEach(piles::put);
  }

  private static void write(ObjectNode tree, Session session) {
    tree.put("id", session.id().toString())
        .put("teller", session.teller())
        .put("opening", session.opening().getAmountMinorLong());
    write(tree, "cash_in", session.cashIn());
    write(tree, "cash_out", session.cashOut());
    write(tree, "moved_in", session.movedIn());
    write(tree, "moved_out", session.movedOut());
    tree.put("over", session.over().getAmountMinorLong())
        .put("short", session.shortage().getAmountMinorLong());
  }

  private static void write(ObjectNode tree, String name, Flow flow) {
    tree.put(name + "_count", flow.count()).put(name, flow.total().getAmountMinorLong());
  }

  private static void write(ObjectNode tree, Offer offer) {
    tree.put("id", offer.id().toString()).put("to", offer.to().value());
    write(tree.putObject("cash"), offer.cash());
  }

  private static TillState decode(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      Facts f = new Facts(tree);
      TillId till = new TillId(f.text("till"));
      CurrencyUnit currency = CurrencyUnit.of(f.text("currency"));
      Optional<TillSession> latest =
          f.has("latest") ? Optional.of(TillEvents.session(f.text("latest"))) : Optional.empty();
      Optional<Session> session =
          f.has("session") ? Optional.of(session(f.part("session"), currency)) : Optional.empty();
      SequencedMap<UUID, Offer> offers = new LinkedHashMap<>();
      for (JsonNode element : tree.path("offers")) {
        Offer offer = offer(new Facts(element), till, currency);
        offers.put(offer.id(), offer);
      }
      return new Used(till, f.cash("drawer", currency), latest, session, offers);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new UnknownEvent("a snapshot that is not a state", e);
    }
  }

  private static Session session(Facts f, CurrencyUnit currency) {
    return new Session(
        TillEvents.session(f.text("id")),
        f.text("teller"),
        money(f, "opening", currency),
        flow(f, "cash_in", currency),
        flow(f, "cash_out", currency),
        flow(f, "moved_in", currency),
        flow(f, "moved_out", currency),
        money(f, "over", currency),
        money(f, "short", currency));
  }

  private static Flow flow(Facts f, String name, CurrencyUnit currency) {
    return new Flow(Math.toIntExact(f.number(name + "_count")), money(f, name, currency));
  }

  private static Money money(Facts f, String name, CurrencyUnit currency) {
    return Money.ofMinor(currency, f.number(name));
  }

  private static Offer offer(Facts f, TillId from, CurrencyUnit currency) {
    return new Offer(f.id("id"), from, new TillId(f.text("to")), f.cash("cash", currency));
  }
}
