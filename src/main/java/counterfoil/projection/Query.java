package counterfoil.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one way to ask the database something. Values are always bound, never written into the text.
 */
final class Query {
  private final DataSource database;

  Query(DataSource database) {
    this.database = database;
  }

  <T> List<T> list(String sql, Mapping<T> mapping, @Nullable Object... values) {
    return run(
        sql,
        row -> {
          List<T> rows = new ArrayList<>();
          while (row.next()) {
            rows.add(mapping.of(row));
          }
          return rows;
        },
        values);
  }

  <T> Optional<T> first(String sql, Mapping<T> mapping, @Nullable Object... values) {
    return run(sql, row -> row.next() ? Optional.of(mapping.of(row)) : Optional.<T>empty(), values);
  }

  /**
   * One row after the other, so that a long answer is never held whole. Where the database is
   * exchanged in the middle it fails, as what was handed over cannot be taken back.
   */
  <T> void each(String sql, Mapping<T> mapping, Consumer<T> consumer, @Nullable Object... values) {
    try {
      Mapping<Boolean> handing =
          row -> {
            while (row.next()) {
              consumer.accept(mapping.of(row));
            }
            return Boolean.TRUE;
          };
      try (Connection connection = database.getConnection()) {
        ask(connection, sql, handing, values);
        if (connection.isClosed()) {
          throw new SQLNonTransientConnectionException("the answer was cut");
        }
      }
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  /**
   * Hands the whole answer over; twice, if the connection was cut in the middle because another
   * database takes the place of this one.
   */
  <T> T run(String sql, Mapping<T> answer, @Nullable Object... values) {
    try {
      try (Connection connection = database.getConnection()) {
        try {
          T given = ask(connection, sql, answer, values);
          // An answer that is cut may look like one that has ended.
          if (!connection.isClosed()) {
            return given;
          }
        } catch (SQLException e) {
          if (!connection.isClosed()) {
            throw e;
          }
        }
      }
      try (Connection connection = database.getConnection()) {
        return ask(connection, sql, answer, values);
      }
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  private static <T> T ask(
      Connection connection, String sql, Mapping<T> answer, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return answer.of(rows);
      }
    }
  }

  /** The first column of a whole answer. */
  static long[] longs(ResultSet row) throws SQLException {
    long[] found = new long[1024];
    int size = 0;
    while (row.next()) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = row.getLong(1);
    }
    return Arrays.copyOf(found, size);
  }

  /** What a search looks through and what is searched for are folded the same way. */
  static String searchable(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Only the digits of a text: a phone number is one however it is spaced. */
  static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /** A pattern for {@code LIKE ? ESCAPE '!'} that finds a part of what is {@link #searchable}. */
  static String containing(String text) {
    String literal = searchable(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }

  /** Reads a row, or a whole answer. */
  @FunctionalInterface
  interface Mapping<T> {
    T of(ResultSet row) throws SQLException;
  }
}
