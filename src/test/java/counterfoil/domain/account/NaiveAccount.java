package counterfoil.domain.account;

import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A second opinion on an account: one sheet of paper, written over again and again. Knows all
 * reasons against a command, in no order; amounts are plain decimals.
 */
final class NaiveAccount {
  private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");

  boolean opened;
  boolean closed;
  boolean frozen;
  BigDecimal ledger = BigDecimal.ZERO;
  BigDecimal overdraft = BigDecimal.ZERO;
  BigDecimal minimum = BigDecimal.ZERO;
  final Map<UUID, BigDecimal> holds = new LinkedHashMap<>();
  final Map<UUID, LocalDate> releases = new LinkedHashMap<>();
  final Set<String> holders = new LinkedHashSet<>();
  final Set<Long> reversed = new HashSet<>();

  boolean due(UUID hold, LocalDate businessDate) {
    return !releases.getOrDefault(hold, LocalDate.MAX).isAfter(businessDate);
  }

  BigDecimal held() {
    return holds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal availableWithHolds() {
    return ledger.subtract(minimum).add(overdraft);
  }

  BigDecimal available() {
    return availableWithHolds().subtract(held());
  }

  /** Every reason against a command over this account; of {@code other} if it concerns two. */
  Set<String> against(AccountCommand command, NaiveAccount other, Circumstances now) {
    Set<String> no = new HashSet<>();
    if (command instanceof OpenAccount c) {
      when(opened, no, "account_exists");
      amount(c.openingDeposit(), false, no);
      c.terms().minimumBalance().ifPresent(given -> amount(given, false, no));
      c.terms().overdraftLimit().ifPresent(given -> amount(given, false, no));
      when(new HashSet<>(c.holders()).size() < c.holders().size(), no, "holder_already");
      return no;
    }
    reachable(no);
    switch (command) {
      case OpenAccount _ -> throw new AssertionError("seen to above");
      case Deposit c -> amount(c.amount(), true, no);
      case DepositCheque c -> againstCheque(c, now, no);
      case Withdraw c -> {
        amount(c.amount(), true, no);
        c.fee().ifPresent(fee -> amount(fee, false, no));
        takes(c.amount().getAmount().add(fee(c)), now, no);
      }
      case Transfer c -> {
        amount(c.amount(), true, no);
        takes(c.amount().getAmount(), now, no);
        other.reachable(no);
        when(other == this, no, "transfer_to_itself");
      }
      case ChargeFee c -> amount(c.amount(), true, no);
      case CreditInterest c -> {
        amount(c.amount(), true, no);
        c.period().ifPresent(period -> period(period, now, no));
      }
      case SetOverdraftLimit c -> amount(c.limit(), false, no);
      case SetMinimumBalance c -> amount(c.amount(), false, no);
      case PlaceHold c -> {
        amount(c.amount(), true, no);
        reason(c.reason(), no);
        newHold(c.holdId(), c.releaseOn(), now, no);
        when(above(c.amount().getAmount().add(held()), ledger), no, "hold_beyond_balance");
      }
      case ReleaseHold c -> {
        when(!holds.containsKey(c.holdId()), no, "hold_not_found");
        reason(c.reason(), no);
      }
      case Freeze c -> {
        when(frozen, no, "account_frozen");
        reason(c.reason(), no);
      }
      case Unfreeze c -> {
        when(!frozen, no, "not_frozen");
        reason(c.reason(), no);
      }
      case AddHolder c -> when(holders.contains(c.holder().value()), no, "holder_already");
      case RemoveHolder c -> {
        when(!holders.contains(c.holder().value()), no, "not_a_holder");
        when(holders.size() == 1, no, "last_holder");
      }
      case Reverse c -> againstReversal(c, no);
      case CloseAccount c -> {
        ends(c.interest(), now, no);
        when(!c.payout() && above(rest(c.interest()), BigDecimal.ZERO), no, "balance_not_zero");
      }
      case CloseInto c -> {
        ends(c.interest(), now, no);
        other.reachable(no);
        when(other == this, no, "transfer_to_itself");
      }
    }
    return no;
  }

  private void reachable(Set<String> no) {
    when(!opened, no, "account_not_found");
    when(closed, no, "account_closed");
  }

  private void againstCheque(DepositCheque c, Circumstances now, Set<String> no) {
    amount(c.amount(), true, no);
    when(c.cheque().date().isAfter(now.businessDate()), no, "cheque_in_future");
    when(c.cheque().date().plusMonths(6).isBefore(now.businessDate()), no, "cheque_stale");
    newHold(c.holdId(), Optional.of(c.releaseOn()), now, no);
  }

  private void againstReversal(Reverse c, Set<String> no) {
    switch (c.type()) {
      case "TransactionReversed" -> no.add("reversal_of_reversal");
      case "MoneyDeposited",
          "MoneyWithdrawn",
          "TransferSent",
          "TransferReceived",
          "ChequeDeposited",
          "FeeCharged",
          "InterestCredited" ->
          when(reversed.contains(c.position()), no, "reversed_already");
      default -> no.add("not_reversible");
    }
    reason(c.reason(), no);
  }

  private void takes(BigDecimal amount, Circumstances now, Set<String> no) {
    when(frozen, no, "account_frozen");
    if (above(amount, availableWithHolds())) {
      no.add("insufficient_funds");
    } else {
      when(!now.heldMoneyAllowed() && above(amount, available()), no, "funds_on_hold");
    }
  }

  private void newHold(UUID id, Optional<LocalDate> releaseOn, Circumstances now, Set<String> no) {
    when(
        releaseOn.isPresent() && releaseOn.get().isBefore(now.businessDate()),
        no,
        "release_date_passed");
    when(holds.containsKey(id), no, "hold_exists");
    when(holds.size() >= 100, no, "too_many_holds");
  }

  private void ends(Optional<InterestDue> interest, Circumstances now, Set<String> no) {
    interest.ifPresent(due -> {
      amount(due.amount(), false, no);
      due.period().ifPresent(period -> period(period, now, no));
    });
    when(frozen, no, "account_frozen");
    when(!holds.isEmpty(), no, "holds_open");
    when(rest(interest).signum() < 0, no, "account_overdrawn");
  }

  private static void period(InterestPeriod period, Circumstances now, Set<String> no) {
    when(period.to().isBefore(period.from()), no, "period_backwards");
    when(period.to().isAfter(now.businessDate()), no, "period_not_over");
  }

  private static void reason(String reason, Set<String> no) {
    when(reason.isBlank(), no, "text_missing");
  }

  private static void amount(BigMoney given, boolean positive, Set<String> no) {
    BigDecimal amount = given.getAmount();
    when(!given.getCurrencyUnit().equals(CurrencyUnit.EUR), no, "other_currency");
    when(positive && amount.signum() <= 0, no, "amount_not_positive");
    when(!positive && amount.signum() < 0, no, "amount_negative");
    when(amount.stripTrailingZeros().scale() > 2, no, "too_many_decimals");
    when(above(amount, LARGEST), no, "amount_too_large");
  }

  private static void when(boolean so, Set<String> no, String reason) {
    if (so) {
      no.add(reason);
    }
  }

  private static boolean above(BigDecimal amount, BigDecimal limit) {
    return amount.compareTo(limit) > 0;
  }

  private BigDecimal rest(Optional<InterestDue> interest) {
    return ledger.add(interest.map(due -> due.amount().getAmount()).orElse(BigDecimal.ZERO));
  }

  private static BigDecimal fee(Withdraw c) {
    return c.fee().map(BigMoney::getAmount).orElse(BigDecimal.ZERO);
  }

  /**
   * Writes a command down that nothing speaks against.
   *
   * @return what came into the house with it, negative for what went out
   */
  BigDecimal write(AccountCommand command, NaiveAccount other) {
    BigDecimal before = this == other ? ledger : ledger.add(other.ledger);
    writeDown(command, other);
    return (this == other ? ledger : ledger.add(other.ledger)).subtract(before);
  }

  private void writeDown(AccountCommand command, NaiveAccount other) {
    switch (command) {
      case OpenAccount c -> {
        opened = true;
        ledger = c.openingDeposit().getAmount();
        minimum = c.terms().minimumBalance().map(BigMoney::getAmount).orElse(BigDecimal.ZERO);
        overdraft = c.terms().overdraftLimit().map(BigMoney::getAmount).orElse(BigDecimal.ZERO);
        c.holders().forEach(holder -> holders.add(holder.value()));
      }
      case Deposit c -> ledger = ledger.add(c.amount().getAmount());
      case DepositCheque c -> {
        ledger = ledger.add(c.amount().getAmount());
        holds.put(c.holdId(), c.amount().getAmount());
        releases.put(c.holdId(), c.releaseOn());
      }
      case Withdraw c -> ledger = ledger.subtract(c.amount().getAmount()).subtract(fee(c));
      case Transfer c -> {
        ledger = ledger.subtract(c.amount().getAmount());
        other.ledger = other.ledger.add(c.amount().getAmount());
      }
      case ChargeFee c -> ledger = ledger.subtract(c.amount().getAmount());
      case CreditInterest c -> ledger = ledger.add(c.amount().getAmount());
      case SetOverdraftLimit c -> overdraft = c.limit().getAmount();
      case SetMinimumBalance c -> minimum = c.amount().getAmount();
      case PlaceHold c -> {
        holds.put(c.holdId(), c.amount().getAmount());
        releases.put(c.holdId(), c.releaseOn().orElse(LocalDate.MAX));
      }
      case ReleaseHold c -> holds.remove(c.holdId());
      case Freeze _ -> frozen = true;
      case Unfreeze _ -> frozen = false;
      case AddHolder c -> holders.add(c.holder().value());
      case RemoveHolder c -> holders.remove(c.holder().value());
      case Reverse c -> {
        ledger = ledger.subtract(c.original().moved().orElseThrow().getAmount());
        reversed.add(c.position());
        c.holdId().ifPresent(holds::remove);
      }
      case CloseAccount _ -> end();
      case CloseInto c -> {
        other.ledger = other.ledger.add(rest(c.interest()));
        end();
      }
    }
  }

  private void end() {
    ledger = BigDecimal.ZERO;
    closed = true;
  }
}
