package counterfoil.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries themselves, with what can be read out of their bytes. */
final class Entries {
  private static final JsonMapper JSON = JsonMapper.builder().build();
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
                facts(entry.payload()),
                new String(entry.payload(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(new TreeHash().leaf(entry.envelope())),
                sameAct(entry)));
  }

  /** The entries of one command stand together: look to both sides until another's begins. */
  private List<Long> sameAct(Entry entry) {
    List<Long> positions = new ArrayList<>();
    positions.add(entry.position());
    for (long p = entry.position() - 1; p > 0 && belongs(p, entry.commandId()); p--) {
      positions.addFirst(p);
    }
    for (long p = entry.position() + 1; belongs(p, entry.commandId()); p++) {
      positions.addLast(p);
    }
    return List.copyOf(positions);
  }

  private boolean belongs(long position, UUID commandId) {
    return store.at(position).filter(e -> e.commandId().equals(commandId)).isPresent();
  }

  private static List<EntryDetails.Fact> facts(byte[] payload) {
    try {
      List<EntryDetails.Fact> facts = new ArrayList<>();
      addFacts("", JSON.readTree(payload), facts);
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
