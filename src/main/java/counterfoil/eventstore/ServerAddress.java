package counterfoil.eventstore;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and as whom to go there, without a password. Every part has been
 * looked at: none can smuggle a setting into a connection.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without its brackets
 * @param port from 1 to 65535
 * @param database letters, digits, {@code _ . -}, at most {@value #MAX_NAME_LENGTH}
 * @param user as {@code database}
 */
public record ServerAddress(
    String host, int port, String database, String user, Encryption encryption) {
  public static final int USUAL_PORT = 5432;

  /** PostgreSQL cuts longer names off without a word. */
  public static final int MAX_NAME_LENGTH = 63;

  private static final int MAX_HOST_LENGTH = 253;
  private static final int MAX_TEXT_LENGTH = 512;
  private static final String SCHEME = "postgresql://";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_-]+)*\\.?");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<user>[^@/?]*)@)?(?<host>\\[[^\\]/?@]*\\]|[^:/?@\\[\\]]*)(?::(?<port>[^/?@]*))?"
              + "/(?<database>[^/?@]*)(?:\\?(?<setting>[^?]*))?");

  /** How the way to the server is protected, as PostgreSQL's {@code sslmode} names it. */
  public enum Encryption {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /** The value of {@code sslmode}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Encryption> of(String word) {
      return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
  }

  /** A part of an address, for those who say which one will not do. */
  public enum Part {
    WHOLE,
    HOST,
    PORT,
    DATABASE,
    USER,
    ENCRYPTION
  }

  /** Text that is no address. Says which part will not do, and never repeats what was typed. */
  public static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final Part part;
    private final String sentence;

    Malformed(Part part, String sentence) {
      super(sentence);
      this.part = part;
      this.sentence = sentence;
    }

    /** What is wrong, in one sentence. */
    public String sentence() {
      return sentence;
    }

    public Part part() {
      return part;
    }
  }

  /**
   * @throws Malformed if a part is not what it must be
   */
  public ServerAddress {
    if (!isHost(host)) {
      throw new Malformed(
          Part.HOST,
          "The server's host must be a name or an address, such as db.branch.example or 10.0.0.5.");
    }
    if (port < 1 || port > 65_535) {
      throw new Malformed(Part.PORT, "The server's port must be a number from 1 to 65535.");
    }
    checkName(Part.DATABASE, "The database's name", database);
    checkName(Part.USER, "The database user's name", user);
  }

  /**
   * Reads {@code postgresql://[user@]host[:port]/database[?sslmode=...]}.
   *
   * @param usualUser stands for the user where none is named
   * @throws Malformed if it is anything else
   */
  public static ServerAddress parse(String text, String usualUser) {
    if (text.length() > MAX_TEXT_LENGTH || !text.startsWith(SCHEME)) {
      throw whole();
    }
    Matcher form = FORM.matcher(text.substring(SCHEME.length()));
    if (!form.matches()) {
      throw whole();
    }
    String user = Optional.ofNullable(form.group("user")).orElse(usualUser);
    if (user.indexOf(':') >= 0) {
      throw new Malformed(
          Part.USER, "The address must not hold a password: it would be seen by everybody here.");
    }
    String host = form.group("host");
    boolean bracketed = host.startsWith("[");
    return new ServerAddress(
        bracketed ? host.substring(1, host.length() - 1) : host,
        Optional.ofNullable(form.group("port")).map(ServerAddress::port).orElse(USUAL_PORT),
        form.group("database"),
        user,
        Optional.ofNullable(form.group("setting"))
            .map(ServerAddress::encryption)
            .orElse(Encryption.PREFER));
  }

  /**
   * The port that was typed.
   *
   * @throws Malformed if it is none
   */
  public static int port(String typed) {
    if (!typed.matches("[0-9]{1,5}")) {
      throw new Malformed(Part.PORT, "The server's port must be a number from 1 to 65535.");
    }
    return Integer.parseInt(typed);
  }

  private static Encryption encryption(String setting) {
    String prefix = "sslmode=";
    return Optional.of(setting)
        .filter(text -> text.startsWith(prefix))
        .flatMap(text -> Encryption.of(text.substring(prefix.length())))
        .orElseThrow(() ->
            new Malformed(
                Part.ENCRYPTION,
                "The only setting that an address may hold is sslmode: disable, allow, prefer,"
                    + " require, verify-ca or verify-full."));
  }

  private static boolean isHost(String host) {
    return host.length() <= MAX_HOST_LENGTH
        && (HOST_NAME.matcher(host).matches() || IPV6.matcher(host).matches());
  }

  private static void checkName(Part part, String what, String name) {
    if (name.length() > MAX_NAME_LENGTH || !NAME.matcher(name).matches() || name.contains("..")) {
      throw new Malformed(
          part,
          "%s must be 1 to %d letters, digits, dots, hyphens and underscores."
              .formatted(what, MAX_NAME_LENGTH));
    }
  }

  private static Malformed whole() {
    return new Malformed(
        Part.WHOLE,
        "A server's address has the form postgresql://[user@]host[:port]/database[?sslmode=MODE].");
  }

  /** The address as {@link #parse} reads it, with everything that is not as usual. */
  @Override
  public String toString() {
    return SCHEME
        + user
        + "@"
        + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
        + (port == USUAL_PORT ? "" : ":" + port)
        + "/"
        + database
        + (encryption == Encryption.PREFER ? "" : "?sslmode=" + encryption.word());
  }
}
