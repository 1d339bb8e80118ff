package counterfoil.desktop.approval;

import counterfoil.domain.account.AccountNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of an act as an approver reads it: {@code name: value; name: value}. Nothing is left out
 * or put in other words, for what is signed is exactly this.
 */
record ActText(List<Part> parts) {
  /** A name with what stands after it; the name is empty for text that has none. */
  record Part(String name, String value) {}

  ActText {
    parts = List.copyOf(parts);
  }

  static ActText of(String text) {
    List<Part> parts = new ArrayList<>();
    for (String piece : text.split("; ", -1)) {
      int colon = piece.indexOf(": ");
      parts.add(
          colon < 0
              ? new Part("", piece)
              : new Part(piece.substring(0, colon), piece.substring(colon + 2)));
    }
    return new ActText(parts);
  }

  /** The account that the act is about; of two, the paying one. */
  Optional<AccountNumber> account() {
    return Stream.of("account", "from")
        .flatMap(name -> parts.stream().filter(part -> part.name().equals(name)))
        .flatMap(part -> AccountNumber.parse(part.value()).stream())
        .findFirst();
  }
}
