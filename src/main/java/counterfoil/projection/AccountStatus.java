package counterfoil.projection;

/** Whether an account can be served. */
public enum AccountStatus {
  OPEN,
  CLOSED
}
