package counterfoil.projection;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.ShownPayload;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries themselves, with what can be read out of their bytes. */
final class Entries {
  private final EventStore store;

  Entries(EventStore store) {
    this.store = store;
  }

  Optional<EntryDetails> details(
      JournalLine line, Optional<AccountLine> before, Optional<AccountLine> after) {
    return store
        .at(line.position())
        .map(entry ->
            new EntryDetails(
                line,
                entry,
                before,
                after,
                facts(entry),
                ShownPayload.json(entry),
                HexFormat.of().formatHex(new TreeHash().leaf(entry.envelope())),
                sameAct(entry)));
  }

  private List<Long> sameAct(Entry entry) {
    return act(entry).stream().map(Entry::position).toList();
  }

  /** The entries of one command stand together: look to both sides until another's begins. */
  List<Entry> act(Entry entry) {
    List<Entry> act = new ArrayList<>();
    act.add(entry);
    Optional<Entry> before = other(entry.position() - 1, entry.commandId());
    while (before.isPresent()) {
      act.addFirst(before.get());
      before = other(before.get().position() - 1, entry.commandId());
    }
    Optional<Entry> after = other(entry.position() + 1, entry.commandId());
    while (after.isPresent()) {
      act.addLast(after.get());
      after = other(after.get().position() + 1, entry.commandId());
    }
    return List.copyOf(act);
  }

  /** What an approval of the act, or the entry's own, had been through before and went on to. */
  Causes ofApprovals(Entry entry) {
    List<Entry> act = act(entry);
    List<Long> inAct = act.stream().map(Entry::position).toList();
    List<Long> others =
        act.stream()
            .filter(one -> one.stream().category().equals(ApprovalEvents.CATEGORY))
            .flatMap(one -> store.load(one.stream(), 0).stream())
            .map(Entry::position)
            .filter(position -> !inAct.contains(position))
            .toList();
    return new Causes(
        others.stream().filter(position -> position < entry.position()).toList(),
        others.stream().filter(position -> position > entry.position()).toList());
  }

  private Optional<Entry> other(long position, UUID commandId) {
    return position < 1
        ? Optional.empty()
        : store.at(position).filter(entry -> entry.commandId().equals(commandId));
  }

  private static List<EntryDetails.Fact> facts(Entry entry) {
    try {
      List<EntryDetails.Fact> facts = new ArrayList<>();
      addFacts("", ShownPayload.tree(entry), facts);
      return List.copyOf(facts);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void addFacts(String prefix, JsonNode node, List<EntryDetails.Fact> facts) {
    node.properties()
        .forEach(field -> {
          String name = prefix + field.getKey();
          if (field.getValue().isObject()) {
            addFacts(name + ".", field.getValue(), facts);
          } else {
            facts.add(new EntryDetails.Fact(name, field.getValue().asText()));
          }
        });
  }
}
