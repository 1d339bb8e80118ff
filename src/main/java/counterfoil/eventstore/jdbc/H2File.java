package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.FolderFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * One H2 database's file and the ways to connect to it.
 *
 * @param name without the ending that H2 adds
 */
record H2File(Machine machine, Path folder, String name) {
  /** The ending that H2 adds to every name. */
  private static final String ENDING = ".mv.db";

  /** What every file of H2's begins with. */
  private static final byte[] START = "H:2,".getBytes(StandardCharsets.US_ASCII);

  private static final String NEXT = ".next";
  private static final String ASIDE = ".aside-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String OWNER = "LEDGER";
  private static final String READER = "READER";
  private static final int MOST_READERS = 16;
  private static final String SNAPSHOTS =
      "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT";

  static {
    // Caching every value that is read costs a sixth of what reading and filling take, and saves
    // nothing here. To be said before H2 is first used: this record is the only way to it.
    System.setProperty("h2.objectCache", "false");
  }

  H2File {
    if (folder.toString().indexOf(';') >= 0) {
      // H2 takes what follows for settings, and there is no way to write it otherwise.
      throw new LedgerUnavailable(
          Reason.NOT_WRITABLE, folder, "H2 cannot keep a database in a folder with a semicolon");
    }
  }

  /** The live database of the ledger in a folder. */
  static H2File live(Path folder) {
    return new H2File(new ThisMachine(), folder, "ledger");
  }

  /** Where a database is made that is to take this one's place. */
  H2File next() {
    return new H2File(machine, folder, name + NEXT);
  }

  /** Where the file is, for those who move whole ledgers. */
  Path file() {
    return folder.resolve(name + ENDING);
  }

  boolean exists() {
    return FileUtils.exists(path(name));
  }

  /**
   * Whether the file, which exists, is a database of this program's, as far as can be told without
   * changing it: one that H2 knows and cannot open may have been.
   */
  boolean mayBeOurs() {
    if (!beginsLikeH2()) {
      return false;
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    source.setUser(OWNER);
    try (Connection connection = source.getConnection();
        ResultSet table = connection.getMetaData().getTables(null, null, "LEDGER_HEAD", null)) {
      return table.next();
    } catch (SQLException e) {
      return e.getErrorCode() != ErrorCode.WRONG_USER_OR_PASSWORD;
    }
  }

  private boolean beginsLikeH2() {
    try (InputStream file = FileUtils.newInputStream(path(name))) {
      return Arrays.equals(file.readNBytes(START.length), START);
    } catch (IOException e) {
      throw FolderFault.unavailable(folder, e);
    }
  }

  /** Connects as the one who may write; makes the database if there is none. */
  Connection connect() throws SQLException {
    return owner().getConnection();
  }

  /** Connections of the one who may write. */
  DataSource owner() {
    JdbcDataSource source = new JdbcDataSource();
    // H2 tidies the file up when it closes it, for half a second: appends wait for that one.
    String closing = name.endsWith(NEXT) ? ";MAX_COMPACT_TIME=0" : "";
    source.setURL(
        url()
            + closing
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE=65536");
    source.setUser(OWNER);
    return source;
  }

  /** Connects to look at a database that nobody has open, and to leave it as it is. */
  Connection connectToLook() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        url()
            + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
            + ";TRACE_LEVEL_SYSTEM_OUT=0");
    source.setUser(OWNER);
    return source.getConnection();
  }

  /** H2's own idea of the database that a connection is to. */
  static Database databaseOf(Connection connection) throws SQLException {
    return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
  }

  /**
   * Connections that can only read. Results are not gathered in memory before the first row; so H2
   * must be told to keep what an answer still needs until it has been read. It does that for
   * snapshots only: under its usual isolation it uses the space of old pages again meanwhile, and
   * 23 of 25 slow scans beside a busy writer could not be read to their ends.
   */
  JdbcConnectionPool readers() {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            url() + ";IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1;INIT=" + SNAPSHOTS, READER, "");
    pool.setMaxConnections(MOST_READERS);
    return pool;
  }

  /** Gives the file a name with the time in it, and removes the one that was set aside before. */
  void setAside(Instant now) throws IOException {
    List<String> earlier = filesSetAside();
    attempt(() -> {
      earlier.forEach(FileUtils::delete);
      FileUtils.move(path(name), path(name + ASIDE + TIME.format(now)));
    });
  }

  /** Removes what was set aside. */
  void deleteSetAside() throws IOException {
    List<String> earlier = filesSetAside();
    attempt(() -> earlier.forEach(FileUtils::delete));
  }

  /** Makes this file the other one, which must not exist. */
  void renameTo(H2File other) throws IOException {
    attempt(() -> FileUtils.move(path(name), path(other.name)));
  }

  /** Returns when the file, which nobody has open, is on the disk with its name. */
  void force() throws IOException {
    try (FileChannel file = FileUtils.open(path(name), "rw")) {
      file.force(true);
    }
    machine.forceNames(folder);
  }

  /** Removes the file, and what H2 has left beside it if it was killed while sorting. */
  void delete() throws IOException {
    attempt(() -> FileUtils.delete(path(name)));
    for (String left : filesNamed(Pattern.quote(name) + "\\.[^/]*\\.temp\\.db")) {
      attempt(() -> FileUtils.delete(left));
    }
  }

  private List<String> filesSetAside() throws IOException {
    return filesNamed(Pattern.quote(name + ASIDE) + "\\d{8}T\\d{6}Z" + Pattern.quote(ENDING));
  }

  private List<String> filesNamed(String form) throws IOException {
    Pattern pattern = Pattern.compile(form);
    List<String> found = new ArrayList<>();
    attempt(() ->
        FileUtils.newDirectoryStream(machine.fileSystem() + folder.toAbsolutePath()).stream()
            .filter(file -> pattern.matcher(FileUtils.getName(file)).matches())
            .forEach(found::add));
    return found;
  }

  /** H2 throws exceptions of its own where files fail; what failed is within. */
  private static void attempt(Runnable work) throws IOException {
    try {
      work.run();
    } catch (RuntimeException e) {
      for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException failure) {
          throw failure;
        }
      }
      throw new IOException(e);
    }
  }

  /**
   * The "retry:" layer opens the file again when a thread that was interrupted while reading has
   * closed it; without it one cancelled search would close the whole database.
   */
  private String url() {
    return "jdbc:h2:retry:" + machine.fileSystem() + folder.toAbsolutePath().resolve(name);
  }

  private String path(String name) {
    return machine.fileSystem() + folder.toAbsolutePath().resolve(name + ENDING);
  }
}
