package counterfoil.application.notary;

import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.SigningKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workstation's key for one ledger, in a file that only its owner may read. */
final class KeyFile {
  private static final String FILE = "key";

  private final OwnFile file;
  private final String origin;

  KeyFile(Path folder, String origin) {
    this.file = new OwnFile(folder.resolve(FILE));
    this.origin = origin;
  }

  /**
   * Nothing where none was made yet.
   *
   * @throws counterfoil.eventstore.LedgerUnavailable if there is something else in the file
   */
  Optional<SigningKey> read() {
    List<String> lines = file.lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return switch (SigningKey.parse(String.join("\n", lines))) {
      case Good<SigningKey>(SigningKey key) when key.verifier().name().equals(origin) ->
          Optional.of(key);
      case Good<SigningKey> _, Refused<SigningKey> _ ->
          throw file.wrong("not the key of this ledger");
    };
  }

  /** Makes a key, which is on disk when this returns. */
  SigningKey make() {
    SigningKey key = SigningKey.generate(origin);
    file.replace(key.secretText());
    return key;
  }
}
