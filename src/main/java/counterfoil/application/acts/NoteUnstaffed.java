package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.SignInNeeded;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.eventstore.Provenance;
import java.util.List;

/**
 * Records what was done at a workstation in a ledger that has no staff; refused from the first
 * member of staff on.
 */
public record NoteUnstaffed(WorkstationEvent event, Provenance provenance) implements Act {
  @Override
  public List<Concern> concerns() {
    return List.of(
        Concern.writes(Subjects.workstation(event.workstation())),
        Concern.reads(Subjects.SETTINGS));
  }

  @Override
  public Ruling decide(Standing standing) {
    return standing.of(Subjects.SETTINGS).signInRequired()
        ? new Ruling.Declined(new SignInNeeded())
        : new Ruling.Records(
            List.of(new Change<>(Subjects.workstation(event.workstation()), List.of(event))),
            provenance);
  }
}
