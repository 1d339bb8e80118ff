package counterfoil.application;

import counterfoil.application.acts.Erasing.Dossier;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import counterfoil.payload.ReviewEvents;
import counterfoil.projection.AccountLine;
import counterfoil.projection.ApprovalLine;
import counterfoil.projection.Inquiries;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gathers everything recorded that names a customer: what was written down about them, the accounts
 * they hold or have held, the other sides of what was done there, and what was asked, approved and
 * signed off about it.
 */
final class Dossiers {
  private static final int ENTRIES_A_READ = 1000;

  private final EventStore store;
  private final Inquiries inquiries;
  private final InstantSource clock;

  Dossiers(EventStore store, Inquiries inquiries, InstantSource clock) {
    this.store = store;
    this.inquiries = inquiries;
    this.clock = clock;
  }

  /** Stops gathering where one erasure cannot name all of it. */
  Dossier of(CustomerNumber number) {
    return new Gathering(number).run();
  }

  /** One customer's. For one thread, once. */
  private final class Gathering {
    private final CustomerNumber number;
    private final Map<AccountNumber, Long> accounts = new HashMap<>();
    private final SortedMap<Long, ErasedEntry> entries = new TreeMap<>();
    private final Set<UUID> acts = new HashSet<>();
    private int pending;

    Gathering(CustomerNumber number) {
      this.number = number;
    }

    Dossier run() {
      long version = read(CustomerEvents.stream(number), this::takeWithApprovals);
      List<AccountNumber> held =
          inquiries.customers().everHeld(number).stream().map(AccountLine::number).toList();
      for (AccountNumber account : held) {
        accounts.put(account, read(AccountEvents.stream(account), this::takeWithAct));
        inquiries.branch().signedOff(account).forEach(this::takeReview);
      }
      Stream.concat(Stream.of(number.value()), held.stream().map(AccountNumber::value))
          .forEach(this::takeApprovalsNaming);
      return new Dossier(version, accounts, pending, List.copyOf(entries.values()));
    }

    private boolean enough() {
      return entries.size() > CustomerErased.MAX_ENTRIES;
    }

    /** Returns the last version there is. */
    private long read(StreamName stream, Consumer<Entry> taking) {
      long next = 0;
      List<Entry> page = store.load(stream, next, ENTRIES_A_READ);
      while (!page.isEmpty() && !enough()) {
        page.forEach(taking);
        next = page.getLast().version() + 1;
        page = page.size() < ENTRIES_A_READ ? List.of() : store.load(stream, next, ENTRIES_A_READ);
      }
      return next == 0 ? ExpectedVersion.NONE : next - 1;
    }

    private void take(Entry entry) {
      if (!enough()) {
        Redaction.of(entry)
            .map(left -> new ErasedEntry(entry.position(), Redaction.digest(left)))
            .ifPresent(erased -> entries.put(erased.position(), erased));
      }
    }

    /** The other accounts of the same act say the same words. */
    private void takeWithAct(Entry entry) {
      takeWithApprovals(entry);
      if (entries.containsKey(entry.position()) && acts.add(entry.commandId())) {
        store
            .find(entry.commandId(), entry.commandDigest())
            .map(Appended::entries)
            .orElse(List.of())
            .stream()
            .filter(other -> other.stream().category().equals(AccountEvents.CATEGORY))
            .forEach(this::take);
      }
    }

    private void takeWithApprovals(Entry entry) {
      take(entry);
      if (entry.provenance().approver().isPresent()) {
        read(ApprovalEvents.stream(entry.commandId()), this::take);
      }
    }

    private void takeReview(long position) {
      read(ReviewEvents.stream(position), this::take);
    }

    private void takeApprovalsNaming(String named) {
      for (ApprovalLine line : inquiries.branch().approvalsNaming(named)) {
        if (names(ActText.of(line.request().text()), named)) {
          pending += line.openAt(clock.instant()) ? 1 : 0;
          read(ApprovalEvents.stream(line.request().approval()), this::take);
        }
      }
    }

    private boolean names(ActText text, String named) {
      Set<String> said = new LinkedHashSet<>();
      text.parts().forEach(part -> said.addAll(List.of(part.value().split(", ", -1))));
      return said.contains(named);
    }
  }
}
