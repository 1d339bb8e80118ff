package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * One H2 database's file and the ways to connect to it.
 *
 * @param name without the ending that H2 adds
 */
record H2File(Path folder, String name) {
  /** The ending that H2 adds to every name. */
  private static final String ENDING = ".mv.db";

  private static final String ASIDE = ".aside-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String OWNER = "LEDGER";
  private static final String READER = "READER";
  private static final int MOST_READERS = 16;

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
    return new H2File(folder, "ledger");
  }

  /** Where a database is made that is to become the live one. */
  static H2File next(Path folder) {
    return new H2File(folder, "ledger.next");
  }

  Path file() {
    return folder.resolve(name + ENDING);
  }

  boolean exists() {
    return Files.exists(file());
  }

  /** Connects as the one who may write; makes the database if there is none. */
  Connection connect() throws SQLException {
    return owner().getConnection();
  }

  /** Connections of the one who may write. */
  DataSource owner() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        url()
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE=65536");
    source.setUser(OWNER);
    return source;
  }

  /** Connections that can only read. Results are not gathered in memory before the first row. */
  JdbcConnectionPool readers() {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(url() + ";IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1", READER, "");
    pool.setMaxConnections(MOST_READERS);
    return pool;
  }

  /** Gives the file a name with the time in it, and removes the one that was set aside before. */
  void setAside(Instant now) throws IOException {
    for (Path earlier : filesSetAside()) {
      Files.delete(earlier);
    }
    Files.move(file(), folder.resolve(name + ASIDE + TIME.format(now) + ENDING));
  }

  /** Makes this file the other one, which must not exist. */
  void renameTo(H2File other) throws IOException {
    Files.move(file(), other.file());
  }

  /** Removes the file, and what H2 has left beside it if it was killed while sorting. */
  void delete() throws IOException {
    Files.deleteIfExists(file());
    String form = Pattern.quote(name) + "\\.[^/]*\\.temp\\.db";
    for (Path left : filesNamed(form)) {
      Files.deleteIfExists(left);
    }
  }

  private List<Path> filesSetAside() throws IOException {
    return filesNamed(Pattern.quote(name + ASIDE) + "\\d{8}T\\d{6}Z" + Pattern.quote(ENDING));
  }

  private List<Path> filesNamed(String form) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(form)).toList();
    }
  }

  /**
   * The "retry:" layer opens the file again when a thread that was interrupted while reading has
   * closed it; without it one cancelled search would close the whole database.
   */
  private String url() {
    return "jdbc:h2:retry:" + folder.toAbsolutePath().resolve(name);
  }
}
