package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.SignInNeeded;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Decision;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.Office;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.eventstore.Provenance;
import java.util.List;

/**
 * Adds the first member of staff, an administrator. From then on nothing is done in the ledger by
 * somebody who has not signed in: the settings say so, and every act looks at them.
 */
public record FoundStaff(AddStaffMember command, Provenance provenance) implements Act {
  @Override
  public List<Concern> concerns() {
    return List.of(
        Concern.writes(Subjects.staff(command.name())), Concern.writes(Subjects.SETTINGS));
  }

  @Override
  public Ruling decide(Standing standing) {
    Settings settings = standing.of(Subjects.SETTINGS);
    if (settings.signInRequired()) {
      return new Ruling.Declined(new SignInNeeded());
    }
    var staff = Subjects.staff(command.name());
    return switch (StaffDecider.decide(standing.of(staff), command, Office.founding())) {
      case Decision.Refused<StaffEvent>(var refusal) -> new Ruling.Declined(refusal);
      case Decision.Accepted<StaffEvent>(var events) -> {
        var required =
            new SettingChanged(
                SettingName.SIGN_IN, settings.text(SettingName.SIGN_IN), Settings.SIGN_IN_REQUIRED);
        yield new Ruling.Records(
            List.of(
                new Change<>(staff, events), new Change<>(Subjects.SETTINGS, List.of(required))),
            provenance);
      }
    };
  }
}
