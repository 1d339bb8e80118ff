package counterfoil.evidence;

import counterfoil.evidence.PackFinding.Kind;
import counterfoil.evidence.RandomLedger.Person;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One rule of who may do what, broken once by somebody who signs it with a key of their own: in
 * everything else the ledger is a good one.
 */
// Each is an act without state, which the checker cannot know.
@SuppressWarnings("ImmutableEnumChecker")
enum RuleBreach {
  MONEY_MOVED_BY_AN_AUDITOR(
      Kind.RIGHT, ledger -> ledger.signs("oleg", "auditor", "account-1004-1", ledger.money())),
  CASH_COUNTED_BY_AN_ADMINISTRATOR(
      Kind.RIGHT, ledger -> ledger.signs("ada", "administrator", "till-T-01", ledger.money())),
  A_DAY_CLOSED_BY_AN_AUDITOR(
      Kind.RIGHT, ledger -> ledger.signs("oleg", "auditor", "day-2026-11-23", ledger.money())),
  A_CHEQUE_TAKEN_IN_BY_AN_AUDITOR(
      Kind.RIGHT,
      ledger -> ledger.signs("oleg", "auditor", "cheque-" + "5f".repeat(32), ledger.money())),
  HISTORY_TAKEN_OVER_BY_A_HEAD_TELLER(Kind.RIGHT, ledger -> ledger.imports("lucia", "head_teller")),
  A_ROLE_GRANTED_BY_AN_AUDITOR(
      Kind.RIGHT,
      ledger -> ledger.signs("oleg", "auditor", "staff-lucia", ledger.granted("lucia"))),
  A_ROLE_GRANTED_TO_ONESELF(
      Kind.RIGHT,
      ledger -> ledger.signs("ada", "administrator", "staff-ada", ledger.granted("ada"))),
  A_KEY_CERTIFIED_BY_AN_AUDITOR(
      Kind.RIGHT,
      ledger ->
          ledger.signs(
              "oleg", "auditor", "staff-lucia", ledger.certified("lucia", ledger.key("lucia")))),
  AN_ERASURE_BY_A_HEAD_TELLER(
      Kind.RIGHT,
      ledger -> ledger.signs("lucia", "head_teller", "customer-C-9", ledger.erasure(""))),
  ANOTHER_KEY_CERTIFIED(
      Kind.OTHER_KEY,
      ledger ->
          ledger.signs(
              "ada", "administrator", "staff-lucia", ledger.certified("lucia", ledger.key("ada")))),
  ANOTHER_KEY_REVOKED(
      Kind.OTHER_KEY,
      ledger ->
          ledger.signs(
              "ada", "administrator", "staff-lucia", ledger.revoked("lucia", ledger.key("ada")))),
  A_ROLE_NOT_HELD(
      Kind.ROLE, ledger -> ledger.signs("lucia", "auditor", "account-1004-1", ledger.money())),
  SIGNED_BY_NOBODY_OF_THE_STAFF(
      Kind.SIGNER,
      ledger -> ledger.signs(new Person("eve"), "teller", "account-1004-1", ledger.money())),
  SIGNED_WITH_A_REVOKED_KEY(
      Kind.SIGNER,
      ledger -> {
        ledger.signs(
            "ada", "administrator", "staff-oleg", ledger.revoked("oleg", ledger.key("oleg")));
        ledger.signs("oleg", "auditor", "review-1", ledger.money());
      }),
  SIGNED_BY_NOBODY(Kind.UNSIGNED, RandomLedger::unsigned),
  APPROVED_WITHOUT_A_SIGNATURE(
      Kind.APPROVAL, ledger -> ledger.approves(Optional.empty(), "a text", "a text")),
  APPROVED_WITH_ANOTHERS_KEY(
      Kind.APPROVAL, ledger -> ledger.approves(Optional.of("ada"), "a text", "a text")),
  ANOTHER_TEXT_APPROVED(
      Kind.SIGNATURE, ledger -> ledger.approves(Optional.of("lucia"), "a text", "another")),
  AN_APPROVER_NAMED_IN_VAIN(Kind.APPROVAL, RandomLedger::namesAnApprover),
  ERASED_BEFORE_IT_WAS_RECORDED(
      Kind.ERASURE, ledger -> ledger.erases("C-9", "\"999999 " + "ab".repeat(32) + "\"")),
  ERASED_IN_PART(
      Kind.ERASURE,
      ledger -> {
        long first = ledger.personal("C-9");
        long second = ledger.personal("C-9");
        ledger.goes(first, "{}");
        ledger.erases(
            "C-9", RandomLedger.named(first, "{}") + "," + RandomLedger.named(second, "{}"));
      }),
  SOMETHING_ELSE_LEFT(
      Kind.ERASURE,
      ledger -> {
        long position = ledger.personal("C-9");
        ledger.goes(position, "{\"name\":\"!\"}");
        ledger.erases("C-9", RandomLedger.named(position, "{}"));
      }),
  ERASED_FOR_ANOTHER_CUSTOMER(
      Kind.ERASURE,
      ledger -> {
        long position = ledger.personal("C-9");
        ledger.goes(position, "{}");
        ledger.erases("C-8", RandomLedger.named(position, "{}"));
      }),
  GONE_WITHOUT_AN_ERASURE(Kind.ERASURE, ledger -> ledger.goes(ledger.personal("C-9"), "{}")),
  GONE_THOUGH_NOTHING_WAS_PERSONAL(
      Kind.WITHHELD,
      ledger -> {
        ledger.signs("lucia", "head_teller", "till-T-01", ledger.money());
        long position = ledger.last();
        ledger.goes(position, "{}");
        ledger.erases("C-9", RandomLedger.named(position, "{}"));
      }),
  A_PERSON_ADDED_TWICE(
      Kind.CONTENT,
      ledger -> ledger.signs("ada", "administrator", "staff-lucia", ledger.addedAgain("lucia")));

  private final Kind kind;
  private final Consumer<RandomLedger> act;

  RuleBreach(Kind kind, Consumer<RandomLedger> act) {
    this.kind = kind;
    this.act = act;
  }

  /** What both verifiers must find. */
  Kind kind() {
    return kind;
  }

  /** Does it in a ledger that has staff, and carries erasures out. */
  void in(RandomLedger ledger) {
    act.accept(ledger);
  }
}
