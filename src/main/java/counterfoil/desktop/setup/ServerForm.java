package counterfoil.desktop.setup;

import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.setup.BranchForm.Field;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerAddress.Encryption;
import counterfoil.eventstore.ServerAddress.Malformed;
import counterfoil.eventstore.ServerLogin;
import java.util.List;
import java.util.Optional;

/** Where a branch's server is, and what is wrong with the answers. */
public final class ServerForm {
  public final Field host;
  public final Field port;
  public final Field database;
  public final Field user;
  public final Field password = new Field("");
  private final Encryption encryption;

  /**
   * @param known the server of the last time
   */
  public ServerForm(Optional<ServerAddress> known) {
    host = new Field(known.map(ServerAddress::host).orElse(""));
    port =
        new Field(
            Integer.toString(known.map(ServerAddress::port).orElse(ServerAddress.USUAL_PORT)));
    database = new Field(known.map(ServerAddress::database).orElse(""));
    user = new Field(known.map(ServerAddress::user).orElse(""));
    encryption = known.map(ServerAddress::encryption).orElse(Encryption.PREFER);
  }

  /** All fields, in the order in which they are asked. */
  public List<Field> fields() {
    return List.of(host, port, database, user, password);
  }

  /** Looks at every answer, and marks those that will not do; what to log in with if all will. */
  Optional<ServerLogin> check() {
    host.blame(problem("setup.server.host.wrong", () -> address(host.typed(), "a", "a", 1)));
    port.blame(
        problem(
            "setup.server.port.wrong",
            () -> address("a", "a", "a", ServerAddress.port(port.typed()))));
    database.blame(
        problem("setup.server.name.wrong", () -> address("a", database.typed(), "a", 1)));
    user.blame(problem("setup.server.name.wrong", () -> address("a", "a", user.typed(), 1)));
    password.blame(Optional.empty());
    return fields().stream().allMatch(field -> field.problemProperty().get().isEmpty())
        ? Optional.of(login())
        : Optional.empty();
  }

  private ServerLogin login() {
    int number = ServerAddress.port(port.typed());
    return new ServerLogin(
        address(host.typed(), database.typed(), user.typed(), number),
        password.textProperty().get());
  }

  private ServerAddress address(String host, String database, String user, int port) {
    return new ServerAddress(host, port, database, user, encryption);
  }

  private static Optional<Message> problem(String key, Runnable attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (Malformed _) {
      return Optional.of(Message.of(key, ServerAddress.MAX_NAME_LENGTH));
    }
  }

  /** Says what the server answered under the field that it is about; whether there is one. */
  boolean blame(LedgerUnavailable answer) {
    Optional<Field> field =
        switch (answer.reason()) {
          case UNREACHABLE -> Optional.of(host);
          case NOT_ADMITTED -> Optional.of(password);
          case NO_DATABASE, NOT_A_LEDGER, UNFIT -> Optional.of(database);
          case MISSING,
              EXISTS,
              IN_USE,
              NOT_WRITABLE,
              NEWER,
              DAMAGED,
              DISK_FULL,
              UNREADABLE,
              TAPE_MISSING,
              MIRROR,
              SETTINGS ->
              Optional.empty();
        };
    field.ifPresent(blamed -> blamed.blame(Optional.of(Faults.message(answer))));
    return field.isPresent();
  }
}
