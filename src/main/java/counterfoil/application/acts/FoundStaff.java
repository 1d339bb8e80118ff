package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.SignInNeeded;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Decision;
import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.FirstLimits;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.Office;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.eventstore.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Adds the first member of staff, an administrator. From then on nothing is done in the ledger by
 * somebody who has not signed in: the settings say so, and every act looks at them. The limits that
 * a branch begins with are set in the same append.
 */
public record FoundStaff(AddStaffMember command, CurrencyUnit currency, Provenance provenance)
    implements Act {
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
      case Decision.Accepted<StaffEvent>(var events) ->
          new Ruling.Records(
              List.of(
                  new Change<>(staff, events),
                  new Change<>(Subjects.SETTINGS, beginning(settings))),
              provenance);
    };
  }

  private List<BranchEvent> beginning(Settings settings) {
    List<BranchEvent> events = new ArrayList<>();
    events.add(
        new SettingChanged(
            SettingName.SIGN_IN, settings.text(SettingName.SIGN_IN), Settings.SIGN_IN_REQUIRED));
    FirstLimits.of(currency)
        .forEach((name, amount) ->
            events.add(new LimitSet(name, settings.limit(name), Optional.of(amount))));
    return events;
  }
}
