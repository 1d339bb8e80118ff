package counterfoil.application;

import static java.util.Comparator.naturalOrder;

import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.UnknownEvent;
import counterfoil.projection.CustomerInquiries.Erasure;
import counterfoil.projection.Inquiries;
import counterfoil.projection.QueryFailed;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Finds what is erased by what the entries say, and not gone yet. Only what somebody has signed who
 * might erase then: nothing is destroyed on an order that anybody can have written.
 */
final class DueErasures {
  private static final int BATCH = 1000;

  /** What says who may sign what, and who has approved it. */
  private static final Set<String> PEOPLE = Set.of(StaffEvents.CATEGORY, ApprovalEvents.CATEGORY);

  private DueErasures() {}

  /**
   * What is to take the place of payloads, by positions; empty where all is done. What an erasure
   * says and its entries do not bear out, what is not signed as it must be, and what cannot be
   * read, is left for those who prove the ledger.
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
    List<Entry> waiting =
        customers.erasures().stream()
            .filter(erasure -> !erasure.carriedOut())
            .map(Erasure::position)
            .flatMap(position -> store.at(position).stream())
            .toList();
    Map<Long, byte[]> due = new HashMap<>();
    warranted(store, waiting).stream().map(entry -> left(store, entry)).forEach(due::putAll);
    return due;
  }

  /**
   * Those that were signed by who might erase, as all entries in front of them say that make
   * somebody's keys and roles. An opening that has nothing to erase reads none of them.
   */
  private static List<Entry> warranted(LedgerStore store, List<Entry> waiting) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    Set<Long> asked = waiting.stream().map(Entry::position).collect(Collectors.toSet());
    long last = Collections.max(asked);
    var audit = new SignatureAudit(store.charter().origin(), Extent.ALL);
    Set<Long> staff = new HashSet<>();
    for (long from = 1; from <= last; from += BATCH) {
      int count = (int) Math.min(BATCH, last - from + 1);
      List<Entry> people =
          store.read(from, count).stream()
              .filter(entry ->
                  PEOPLE.contains(entry.stream().category()) || asked.contains(entry.position()))
              .toList();
      people.stream()
          .filter(entry -> entry.stream().category().equals(StaffEvents.CATEGORY))
          .map(Entry::position)
          .forEach(staff::add);
      audit.take(people);
    }
    List<Long> found = audit.finish().stream().map(Finding::position).toList();
    // Whoever can slip in a person or a key can sign in their name: nothing behind it counts.
    long sound = found.stream().filter(staff::contains).min(naturalOrder()).orElse(last);
    return waiting.stream()
        .filter(entry -> entry.position() <= sound && !found.contains(entry.position()))
        .toList();
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
