package counterfoil.desktop.timeline;

import counterfoil.domain.account.AccountNumber;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address of what is seen on the timeline, such as {@code
 * counterfoil://entry/8412?ledger=bank&type=MoneyDeposited}.
 *
 * @param ledger the origin of the ledger it is of: in another one the number means another entry
 * @param types as the list is filtered; none for all
 * @param text as the list is filtered; empty for all
 */
record EntryLink(
    long position, String ledger, Set<String> types, Optional<AccountNumber> account, String text) {
  static final String SCHEME = "counterfoil:";

  private static final Pattern FORM =
      Pattern.compile("counterfoil://entry/([0-9]{1,18})(?:\\?(.{0,4000}))?");

  EntryLink {
    types = Set.copyOf(types);
  }

  /** What a link says; nothing where it is none. What it says besides is left aside. */
  static Optional<EntryLink> parse(String typed) {
    var matcher = FORM.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String ledger = "";
    var types = new HashSet<String>();
    Optional<AccountNumber> account = Optional.empty();
    String text = "";
    String query = Optional.ofNullable(matcher.group(2)).orElse("");
    for (var part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      var value = decoded(part.substring(equals + 1));
      if (equals > 0 && value.isPresent()) {
        switch (part.substring(0, equals)) {
          case "ledger" -> ledger = value.get();
          case "type" -> types.add(value.get());
          case "account" -> account = AccountNumber.parse(value.get());
          case "text" -> text = value.get();
          default -> {}
        }
      }
    }
    return Optional.of(
        new EntryLink(Long.parseLong(matcher.group(1)), ledger, types, account, text));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    var link = new StringBuilder("counterfoil://entry/" + position);
    link.append("?ledger=").append(encoded(ledger));
    types.stream().sorted().forEach(type -> link.append("&type=").append(encoded(type)));
    account.ifPresent(number -> link.append("&account=").append(encoded(number.value())));
    if (!text.isEmpty()) {
      link.append("&text=").append(encoded(text));
    }
    return link.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
