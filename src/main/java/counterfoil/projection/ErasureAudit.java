package counterfoil.projection;

import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Proves that whatever is gone from the entries went by an erasure: each entry without a salt is
 * named by a later one with the digest of what is left of it, and nothing personal is left. One
 * that is not carried out at all yet is no fault: the next opening does it. Holds the digests of
 * erased entries up to the erasure that names them. For one thread at a time.
 */
final class ErasureAudit {
  private final LongFunction<Optional<Entry>> entryAt;
  private final Map<Long, Gone> gone = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** An entry that its salt is gone from. */
  private record Gone(String category, String subject, String sha256) {
    static Gone of(Entry entry) {
      return new Gone(
          entry.stream().category(), entry.stream().subject(), Redaction.digest(entry.payload()));
    }
  }

  /**
   * @param entryAt reads again what an erasure names and was not erased when it was met
   */
  ErasureAudit(LongFunction<Optional<Entry>> entryAt) {
    this.entryAt = entryAt;
  }

  /** Takes entries that follow on those it has. */
  void take(List<Entry> entries) {
    for (Entry entry : entries) {
      if (EntryCodec.isErased(entry)) {
        gone.put(entry.position(), Gone.of(entry));
        proveLeft(entry);
      }
      if (entry.stream().category().equals(CustomerEvents.CATEGORY)
          && CustomerEvents.KIND.decode(entry.type(), entry.payload())
              instanceof CustomerErased erasure) {
        prove(entry, erasure);
      }
    }
  }

  /** What has been found since the last call, where everything up to the ledger's end was taken. */
  List<Finding> finish() {
    gone.keySet().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(position -> find(position, Kind.ERASURE_MISSING));
    gone.clear();
    List<Finding> found = List.copyOf(findings);
    findings.clear();
    return found;
  }

  private void proveLeft(Entry entry) {
    if (!Redaction.concerns(entry)) {
      find(entry.position(), Kind.ERASURE_OF_NOTHING);
    } else if (Redaction.of(entry).isPresent()) {
      find(entry.position(), Kind.ERASURE_INCOMPLETE);
    }
  }

  private void prove(Entry entry, CustomerErased erasure) {
    int done = 0;
    for (ErasedEntry named : erasure.entries()) {
      if (named.position() >= entry.position()) {
        find(entry.position(), Kind.ERASURE_AHEAD);
        return;
      }
      Optional<Gone> left =
          Optional.ofNullable(gone.remove(named.position())).or(() -> goneByNow(named.position()));
      if (left.isPresent()) {
        prove(named, left.get(), entry.stream().subject());
        done++;
      }
    }
    if (done > 0 && done < erasure.entries().size()) {
      find(entry.position(), Kind.ERASURE_IN_PART);
    }
  }

  /** It may have been named before, or carried out while the entries were gone through. */
  private Optional<Gone> goneByNow(long position) {
    return entryAt.apply(position).filter(EntryCodec::isErased).map(Gone::of);
  }

  private void prove(ErasedEntry named, Gone left, String customer) {
    if (!left.sha256().equals(named.sha256())) {
      find(named.position(), Kind.ERASURE_OTHER);
    } else if (left.category().equals(CustomerEvents.CATEGORY)
        && !left.subject().equals(customer)) {
      find(named.position(), Kind.ERASURE_CUSTOMER);
    }
  }

  private void find(long position, Kind kind, String... particulars) {
    findings.add(Finding.of(position, kind, particulars));
  }
}
