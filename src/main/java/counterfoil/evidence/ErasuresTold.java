package counterfoil.evidence;

import counterfoil.eventstore.Entry;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.Redaction;
import counterfoil.proof.TreeHash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was erased: only by a later entry that names it, with the SHA-256 of what is left. */
final class ErasuresTold {
  private static final Pattern NAMED = Pattern.compile("[1-9][0-9]{0,14} [0-9a-f]{64}");

  private final Map<Long, Gone> gone = new TreeMap<>();

  private record Gone(String category, String subject, String sha256, boolean named) {
    Gone byName() {
      return new Gone(category, subject, sha256, true);
    }
  }

  private record Named(long position, String sha256) {
    static Named of(String written) throws Unfit {
      if (!NAMED.matcher(written).matches()) {
        throw new Unfit();
      }
      int space = written.indexOf(' ');
      return new Named(Long.parseLong(written.substring(0, space)), written.substring(space + 1));
    }
  }

  /** Whether an entry orders an erasure. */
  static boolean erases(Told told) {
    return erases(told.entry());
  }

  private static boolean erases(Entry entry) {
    return entry.stream().category().equals(CustomerEvents.CATEGORY)
        && entry.type().name().equals(CustomerEvents.CUSTOMER_ERASED);
  }

  /** Only where something personal may have been: never what people, keys and approvals rest on. */
  static boolean mayBe(Entry entry) {
    return Redaction.concerns(entry);
  }

  void gone(long place, Entry entry, byte[] left) {
    gone.put(
        place,
        new Gone(
            entry.stream().category(),
            entry.stream().subject(),
            HexFormat.of().formatHex(TreeHash.sha256().digest(left)),
            false));
  }

  /**
   * Takes a customer's entry. What an erasure names may also not be erased yet, all of it.
   *
   * @throws Unfit if it is an erasure of no entries
   */
  void take(Told told, PackFindings findings) throws Unfit {
    if (!erases(told)) {
      return;
    }
    List<String> written = Told.texts(told.facts(), "entries");
    told.demandFirstShape();
    List<Named> all = new ArrayList<>();
    for (String one : written) {
      all.add(Named.of(one));
    }
    int done = 0;
    for (Named named : all) {
      if (named.position() >= told.place()) {
        findings.add(Kind.ERASURE, told.place(), "it erases what was not recorded yet");
        return;
      }
      Gone left = gone.get(named.position());
      if (left != null) {
        gone.put(named.position(), left.byName());
        prove(named, left, told.subject(), findings);
        done++;
      }
    }
    if (done > 0 && done < all.size()) {
      findings.add(Kind.ERASURE, told.place(), "it is carried out in part only");
    }
  }

  private static void prove(Named named, Gone left, String customer, PackFindings findings) {
    if (!left.sha256().equals(named.sha256())) {
      findings.add(
          Kind.ERASURE,
          named.position(),
          "what is left of the erased content is not what its erasure says");
    } else if (left.category().equals(CustomerEvents.CATEGORY)
        && !left.subject().equals(customer)) {
      findings.add(Kind.ERASURE, named.position(), "it was erased for another customer");
    }
  }

  /** The entries end here. */
  void end(PackFindings findings) {
    gone.forEach((place, left) -> {
      if (!left.named()) {
        findings.add(Kind.ERASURE, place, "the content is gone, and no erasure says so");
      }
    });
  }
}
