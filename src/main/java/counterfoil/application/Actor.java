package counterfoil.application;

/**
 * Who acts, and where.
 *
 * @param name the sign-in name, 1 to 60 characters
 * @param role one of the constants here
 * @param workstation the workstation's name
 */
public record Actor(String name, String role, String workstation) {
  public static final String TELLER = "teller";
  public static final String ADMINISTRATOR = "administrator";
  public static final int MAX_NAME_LENGTH = 60;
}
