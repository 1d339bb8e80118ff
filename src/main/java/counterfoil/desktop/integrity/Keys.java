package counterfoil.desktop.integrity;

import counterfoil.projection.WorkstationKeys;
import java.util.List;

/** All keys that count in a ledger, read at once. */
record Keys(List<StaffKey> staff, List<WorkstationKeys.Line> workstations) {
  Keys {
    staff = List.copyOf(staff);
    workstations = List.copyOf(workstations);
  }
}
