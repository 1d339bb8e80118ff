package counterfoil.application;

import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import counterfoil.payload.UnknownEvent;
import counterfoil.projection.CustomerInquiries.Erasure;
import counterfoil.projection.Inquiries;
import counterfoil.projection.QueryFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Finds what is erased by what the entries say, and not gone yet. */
final class DueErasures {
  private DueErasures() {}

  /**
   * What is to take the place of payloads, by positions; empty where all is done. What an erasure
   * says and its entries do not bear out, and what cannot be read, is left for those who prove the
   * ledger.
   */
  static Map<Long, byte[]> of(LedgerStore store) {
    try {
      return due(store);
    } catch (QueryFailed | MalformedEnvelope | UnknownEvent | LaterVersion e) {
      return Map.of();
    }
  }

  private static Map<Long, byte[]> due(LedgerStore store) {
    var currency = CurrencyUnit.of(store.charter().currency());
    var customers = new Inquiries(store.reads(), store, currency).customers();
    Map<Long, byte[]> due = new HashMap<>();
    customers.erasures().stream()
        .filter(erasure -> !erasure.carriedOut())
        .map(Erasure::position)
        .flatMap(position -> store.at(position).stream())
        .map(entry -> left(store, entry))
        .forEach(due::putAll);
    return due;
  }

  private static Map<Long, byte[]> left(EventStore store, Entry erasure) {
    Map<Long, byte[]> left = new HashMap<>();
    if (CustomerEvents.KIND.decode(erasure.type(), erasure.payload())
        instanceof CustomerErased said) {
      for (ErasedEntry named : said.entries()) {
        Optional<Entry> entry = store.at(named.position());
        Optional<byte[]> fits =
            entry
                .flatMap(Redaction::of)
                .filter(bytes -> Redaction.digest(bytes).equals(named.sha256()));
        if (fits.isPresent()) {
          left.put(named.position(), fits.get());
        } else if (entry.filter(EntryCodec::isErased).isEmpty()) {
          return Map.of();
        }
      }
    }
    return left;
  }
}
