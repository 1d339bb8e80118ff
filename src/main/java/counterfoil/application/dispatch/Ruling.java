package counterfoil.application.dispatch;

import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.Condition;
import counterfoil.eventstore.Provenance;
import java.util.List;
import java.util.Set;

/** What an act comes to. */
public sealed interface Ruling {
  /** To be recorded, in this order; each stream once. */
  record Records(List<Change<?, ?>> changes, Provenance provenance) implements Ruling {
    public Records {
      changes = List.copyOf(changes);
    }
  }

  /** Nothing is recorded, with the reason. */
  record Declined(Refusal refusal) implements Ruling {}

  /** Not to be decided without some more streams, which what is known has led to. */
  record Also(List<Concern> concerns) implements Ruling {
    public Also {
      concerns = List.copyOf(concerns);
    }
  }

  /**
   * Nothing is recorded unless somebody else approves.
   *
   * @param text what they approve
   */
  record Asks(Set<Condition> conditions, ActText text) implements Ruling {
    public Asks {
      conditions = Set.copyOf(conditions);
    }
  }
}
