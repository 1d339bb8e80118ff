package counterfoil.eventstore.tape;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Entries to write to a tape, and what must be read from it then. */
public final class TapeContent {
  private final RandomAppends appends;
  private final EntryCodec codec = new EntryCodec();
  private final List<String> envelopes = new ArrayList<>();

  public TapeContent(long seed) {
    appends = new RandomAppends(seed);
  }

  /** The next entries. */
  public List<Entry> next(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Append append = appends.append();
      Slot slot =
          new Slot(
              envelopes.size() + i + 1,
              append.writes().getFirst().stream(),
              appends.number(1000),
              appends.time());
      entries.add(
          codec.seal(
              slot, append.writes().getFirst().events().getFirst(), append, appends.bytes(32)));
    }
    envelopes.addAll(describe(entries));
    return entries;
  }

  public int size() {
    return envelopes.size();
  }

  public List<String> envelopes() {
    return List.copyOf(envelopes);
  }

  /** Gives up what did not survive, so that other entries take its positions. */
  public void forgetAfter(int size) {
    envelopes.subList(size, envelopes.size()).clear();
  }

  /** All of the entries' bytes, so that a difference anywhere shows. */
  public static List<String> describe(List<Entry> entries) {
    HexFormat hex = HexFormat.of();
    return entries.stream()
        .map(entry ->
            hex.formatHex(entry.envelope())
                + " "
                + hex.formatHex(entry.salt())
                + " "
                + hex.formatHex(entry.payload()))
        .toList();
  }
}
