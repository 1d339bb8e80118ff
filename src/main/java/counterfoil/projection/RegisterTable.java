package counterfoil.projection;

import java.util.List;

/**
 * A table of a register.
 *
 * @param columns as {@code CREATE TABLE} wants them. Every table has a {@code last_position}: the
 *     entry that its row comes from, or the last of those
 * @param key the primary key's columns. Texts in it are ASCII, so that every database has them in
 *     one order
 */
record RegisterTable(String name, String columns, List<String> key) {
  static final String POSITION = "last_position";

  RegisterTable {
    key = List.copyOf(key);
  }

  String create() {
    return "CREATE TABLE %s (%s, %s BIGINT NOT NULL, PRIMARY KEY (%s))"
        .formatted(name, columns, POSITION, String.join(", ", key));
  }

  String inOrder() {
    return "SELECT * FROM " + name + " ORDER BY " + String.join(", ", key);
  }
}
