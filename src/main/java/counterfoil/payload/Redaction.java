package counterfoil.payload;

import static counterfoil.domain.customer.CustomerDetails.ERASED_TEXT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ActText.Part;
import counterfoil.eventstore.Entry;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left of an entry's payload when what is personal in it is gone: names, addresses and
 * whatever a person typed in words of their own. Numbers, amounts, dates, products and the kinds of
 * acts stay, so that every fold comes to the same. Works on the facts as they were written, in
 * whatever shape; what is left is of that shape too.
 */
public final class Redaction {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What is personal in one type of event.
   *
   * @param covered texts that must be there: something else stands in their place
   * @param gone facts that need not be there
   */
  private record Rule(List<String> covered, List<String> gone) {
    Rule and(Rule other) {
      return new Rule(both(covered, other.covered), both(gone, other.gone));
    }

    private static List<String> both(List<String> one, List<String> other) {
      return Stream.concat(one.stream(), other.stream()).toList();
    }
  }

  private static final Rule WORDS = new Rule(List.of(), List.of("reference", "narrative"));
  private static final Rule WORDS_AND_REASON = WORDS.and(new Rule(List.of("reason"), List.of()));

  private static final Map<String, Map<String, Rule>> RULES =
      Map.of(
          CustomerEvents.CATEGORY,
          Map.of(
              CustomerEvents.CUSTOMER_REGISTERED,
              details(""),
              CustomerEvents.CUSTOMER_DETAILS_CHANGED,
              details("before_").and(details("after_"))),
          AccountEvents.CATEGORY,
          accounts(),
          ApprovalEvents.CATEGORY,
          Map.of(
              // Its text is covered part by part.
              ApprovalEvents.APPROVAL_REQUESTED,
              new Rule(List.of(), List.of()),
              ApprovalEvents.APPROVAL_REJECTED,
              new Rule(List.of("reason"), List.of())),
          ReviewEvents.CATEGORY,
          Map.of(ReviewEvents.EXCEPTION_SIGNED_OFF, new Rule(List.of("comment"), List.of())));

  /** The parts of an act's text that no word of a person stands in. */
  private static final Set<String> IMPERSONAL_PARTS =
      Set.of(
          "do",
          "account",
          "from",
          "to",
          "into",
          "customer",
          "customers",
          "product",
          "amount",
          "limit",
          "fee",
          "opening_deposit",
          "minimum_balance",
          "overdraft_limit",
          "payout",
          "position",
          "hold",
          "release_on",
          "cheque_date",
          "received",
          "given",
          "account_effect",
          "effect",
          "reversed",
          "hold_kind",
          "balance_after",
          "available_after",
          "till_effect",
          "cash");

  private Redaction() {}

  private static Rule details(String prefix) {
    return new Rule(
        List.of(prefix + "name"),
        Stream.of(
                "birth_date",
                "document_type",
                "document_number",
                "phone",
                "address",
                "flags",
                "note_to_teller")
            .map(name -> prefix + name)
            .toList());
  }

  private static Map<String, Rule> accounts() {
    Stream<Map.Entry<String, Rule>> special =
        Stream.of(
            Map.entry(
                AccountEvents.ACCOUNT_OPENED, WORDS.and(new Rule(List.of("holder"), List.of()))),
            Map.entry(
                AccountEvents.CHEQUE_DEPOSITED,
                WORDS.and(
                    new Rule(
                        List.of("cheque_number", "drawer_bank", "drawer_account"), List.of()))),
            Map.entry(AccountEvents.HOLD_PLACED, WORDS_AND_REASON),
            Map.entry(AccountEvents.HOLD_RELEASED, WORDS_AND_REASON),
            Map.entry(AccountEvents.ACCOUNT_FROZEN, WORDS_AND_REASON),
            Map.entry(AccountEvents.ACCOUNT_UNFROZEN, WORDS_AND_REASON),
            Map.entry(AccountEvents.TRANSACTION_REVERSED, WORDS_AND_REASON));
    Stream<Map.Entry<String, Rule>> plain =
        Stream.of(
                AccountEvents.MONEY_DEPOSITED,
                AccountEvents.MONEY_WITHDRAWN,
                AccountEvents.TRANSFER_SENT,
                AccountEvents.TRANSFER_RECEIVED,
                AccountEvents.FEE_CHARGED,
                AccountEvents.INTEREST_CREDITED,
                AccountEvents.OVERDRAFT_INTEREST_CHARGED,
                AccountEvents.OVERDRAFT_LIMIT_SET,
                AccountEvents.MINIMUM_BALANCE_SET,
                AccountEvents.HOLDER_ADDED,
                AccountEvents.HOLDER_REMOVED,
                AccountEvents.ACCOUNT_CLOSED)
            .map(type -> Map.entry(type, WORDS));
    return Stream.concat(special, plain)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * The payload without what is personal, as JSON in UTF-8; nothing where there is nothing personal
   * in it.
   */
  public static Optional<byte[]> of(Entry entry) {
    Rule rule = RULES.getOrDefault(entry.stream().category(), Map.of()).get(entry.type().name());
    if (rule == null) {
      return Optional.empty();
    }
    try {
      if (!(JSON.readTree(entry.payload()) instanceof ObjectNode facts)) {
        return Optional.empty();
      }
      ObjectNode before = facts.deepCopy();
      rule.covered().forEach(name -> cover(facts, name, _ -> ERASED_TEXT));
      rule.gone().forEach(facts::remove);
      switch (entry.type().name()) {
        case ApprovalEvents.APPROVAL_REQUESTED -> cover(facts, "text", Redaction::textOfAct);
        case AccountEvents.TRANSFER_SENT -> otherBank(facts, "to");
        case AccountEvents.TRANSFER_RECEIVED -> otherBank(facts, "from");
        default -> {
          // All is said by the rule.
        }
      }
      return facts.equals(before) ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(facts));
    } catch (JsonProcessingException e) {
      throw new UnknownEvent(entry.type().name() + " with a payload of another shape", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there can be something personal in an entry of this type. */
  public static boolean concerns(Entry entry) {
    return RULES.getOrDefault(entry.stream().category(), Map.of()).containsKey(entry.type().name());
  }

  /** SHA-256 over what is left of a payload, as an erasure names it. */
  public static String digest(byte[] left) {
    return HexFormat.of().formatHex(TreeHash.sha256().digest(left));
  }

  private static void cover(ObjectNode facts, String name, Function<String, String> instead) {
    if (facts.has(name)) {
      facts.put(name, instead.apply(facts.path(name).asText()));
    }
  }

  /** An account here is a number like any other; one elsewhere leads to a person. */
  private static void otherBank(ObjectNode facts, String side) {
    if (facts.has(side + "_bank")) {
      facts.remove(List.of(side + "_bank", side + "_account"));
    }
  }

  private static String textOfAct(String canonical) {
    return new ActText(
            ActText.of(canonical).parts().stream()
                .map(part ->
                    IMPERSONAL_PARTS.contains(part.name()) || part.name().startsWith("pieces_")
                        ? part
                        : new Part(part.name(), ERASED_TEXT))
                .toList())
        .canonical();
  }
}
