package counterfoil.eventstore;

/**
 * A server and the password for it.
 *
 * @param password empty where the server asks for none
 */
public record ServerLogin(ServerAddress address, String password) {
  /** Without the password: it may end in a log. */
  @Override
  public String toString() {
    return address.toString();
  }
}
