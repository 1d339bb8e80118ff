package counterfoil.application.papers;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.Settings;
import counterfoil.eventstore.Entry;
import counterfoil.projection.AccountLine;
import counterfoil.projection.StaffLine;
import counterfoil.report.Imprint;
import counterfoil.report.Letterhead;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** What every paper of one making takes from the ledger: names, letterhead, moment. */
final class Branch {
  private final Ledger ledger;
  private final Settings settings;
  private final Map<String, String> fullNames;
  private final Map<AccountNumber, Optional<AccountLine>> accounts = new HashMap<>();

  Branch(Ledger ledger) {
    this.ledger = ledger;
    this.settings = ledger.settings();
    this.fullNames =
        ledger.inquiries().branch().staff().stream()
            .collect(Collectors.toMap(line -> line.name().value(), StaffLine::fullName));
  }

  Ledger ledger() {
    return ledger;
  }

  Settings settings() {
    return settings;
  }

  CurrencyUnit currency() {
    return ledger.currency();
  }

  Letterhead letterhead() {
    return new Letterhead(
        settings.branchName().orElse(ledger.charter().branch()),
        settings.text(SettingName.BRANCH_ADDRESS).lines().toList(),
        settings.text(SettingName.RECEIPT_HEADER),
        settings.text(SettingName.RECEIPT_FOOTER));
  }

  /** The full name of somebody who signs in, or the name as it was recorded. */
  String fullName(String actor) {
    return fullNames.getOrDefault(actor, actor);
  }

  Imprint imprint(Entry entry) {
    var where = entry.provenance();
    return new Imprint(
        where.businessDate(),
        entry.recordedAt(),
        where.workstation(),
        where.tillSession(),
        fullName(where.actor()));
  }

  /** Of a paper that speaks of the ledger as it stands now. */
  Imprint imprint(Actor maker) {
    return new Imprint(
        ledger.businessDate(),
        latestMoment(),
        maker.workstation(),
        Optional.empty(),
        fullName(maker.name()));
  }

  /** The moment up to which the ledger speaks: equal ledgers give equal papers. */
  Instant latestMoment() {
    return ledger
        .store()
        .at(ledger.head().position())
        .map(Entry::recordedAt)
        .orElse(ledger.charter().createdAt());
  }

  /** The account as it is now; each is looked up once. */
  Optional<AccountLine> account(AccountNumber number) {
    return accounts.computeIfAbsent(number, wanted -> ledger.inquiries().account(wanted));
  }

  /** Looks several up at once. */
  void know(List<AccountNumber> numbers) {
    ledger
        .inquiries()
        .accounts(numbers.stream().map(AccountNumber::value).toList())
        .forEach(line -> accounts.put(line.number(), Optional.of(line)));
  }

  String holder(AccountNumber number) {
    return account(number).map(AccountLine::holder).orElse("");
  }
}
