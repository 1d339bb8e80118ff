package counterfoil.domain.account;

import java.util.List;

/** What a decider answers: the events to record, or the refusal. */
public sealed interface Decision {
  /** At least one event; over one account or, for a transfer, two. */
  record Accepted(List<AccountEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused(Refusal refusal) implements Decision {}

  static Decision accepted(AccountEvent... events) {
    return new Accepted(List.of(events));
  }

  static Decision refused(Refusal refusal) {
    return new Refused(refusal);
  }
}
