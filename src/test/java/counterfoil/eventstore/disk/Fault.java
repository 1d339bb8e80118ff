package counterfoil.eventstore.disk;

/** How operations go wrong from a certain one on. */
public enum Fault {
  /** None does. */
  NONE,
  /** Nothing can grow or be made any more. */
  DISK_FULL,
  /** That one fails, and those after it do not. */
  ONCE,
  /** That one fails and all of its kind do from then on. */
  FOR_GOOD,
  /** Reads and writes do less than they are asked to, as channels may. */
  SHORT
}
