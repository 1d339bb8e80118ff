package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import java.util.UUID;

/**
 * One thing that a teller does in a scripted day.
 *
 * @param second of the business day, from 0 at opening to {@link #SECONDS_A_DAY} at closing
 */
record ScriptedAct(int second, UUID commandId, AccountCommand command)
    implements Comparable<ScriptedAct> {
  /** From nine o'clock to half past four. */
  static final int SECONDS_A_DAY = 27_000;

  @Override
  public int compareTo(ScriptedAct other) {
    return Integer.compare(second, other.second);
  }
}
