package counterfoil.domain.account;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.account.Checks.exact;
import static counterfoil.domain.account.Checks.firstOf;
import static counterfoil.domain.account.Checks.refuseCredit;
import static counterfoil.domain.account.Checks.refuseDetails;
import static counterfoil.domain.account.Checks.refuseTaking;
import static counterfoil.domain.account.Checks.refuseWhen;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.PostingRefusal.ChequeInFuture;
import counterfoil.domain.account.PostingRefusal.ChequeStale;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;

/** Money that comes and goes at the counter. */
final class Paying {
  static final int MAX_CHEQUE_NUMBER_LENGTH = 35;
  static final int MAX_BANK_LENGTH = 70;

  /** An IBAN of 34 characters, written in groups of four. */
  static final int MAX_DRAWER_ACCOUNT_LENGTH = 42;

  /** Banks refuse a cheque that is older. */
  static final int CHEQUE_GOOD_FOR_MONTHS = 6;

  private Paying() {}

  static Decision<AccountEvent> deposit(Open open, Deposit c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, c.amount()))
        .orElseGet(() ->
            accepted(
                new MoneyDeposited(open.number(), exact(c.amount()), Means.CASH, c.details())));
  }

  /** The money is on the account at once, and on hold until the cheque is good. */
  static Decision<AccountEvent> depositCheque(Open open, DepositCheque c, Circumstances now) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseCheque(c.cheque(), now.businessDate()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, c.amount()),
            () -> Restricting.refuseNewHold(open, c.holdId(), Optional.of(c.releaseOn()), now))
        .orElseGet(() ->
            accepted(
                new ChequeDeposited(
                    open.number(), exact(c.amount()), Optional.of(c.cheque()), c.details()),
                new HoldPlaced(
                    open.number(),
                    c.holdId(),
                    exact(c.amount()),
                    HoldKind.CHEQUE,
                    Optional.of(c.releaseOn()),
                    c.cheque().number(),
                    c.details())));
  }

  private static Optional<Refusal> refuseCheque(Cheque cheque, LocalDate businessDate) {
    LocalDate oldest = oldest(businessDate);
    return Limits.refuseName("cheque_number", cheque.number(), MAX_CHEQUE_NUMBER_LENGTH)
        .or(() -> Limits.refuseName("drawer_bank", cheque.drawerBank(), MAX_BANK_LENGTH))
        .or(() ->
            cheque
                .drawerAccount()
                .flatMap(
                    own -> Limits.refuseName("drawer_account", own, MAX_DRAWER_ACCOUNT_LENGTH)))
        .or(() ->
            refuseWhen(
                cheque.date().isAfter(businessDate),
                () -> new ChequeInFuture(cheque.date(), businessDate)))
        .or(() ->
            refuseWhen(
                cheque.date().isBefore(oldest), () -> new ChequeStale(cheque.date(), oldest)));
  }

  /** The first date whose months are not over: a cheque of 30 June is good until 30 December. */
  private static LocalDate oldest(LocalDate businessDate) {
    LocalDate same = businessDate.minusMonths(CHEQUE_GOOD_FOR_MONTHS);
    return same.plusMonths(CHEQUE_GOOD_FOR_MONTHS).isBefore(businessDate) ? same.plusDays(1) : same;
  }

  static Decision<AccountEvent> withdraw(Open open, Withdraw c, Circumstances now) {
    Optional<BigMoney> fee = c.fee().filter(given -> !given.isZero());
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> fee.flatMap(given -> Limits.refuseZeroOrMore(given, open.currency())),
            () -> refuseDetails(c.details()),
            () ->
                refuseTaking(
                    open, fee.map(c.amount()::plus).orElse(c.amount()), now.heldMoneyAllowed()))
        .orElseGet(() -> {
          AccountEvent withdrawn =
              new MoneyWithdrawn(open.number(), exact(c.amount()), Means.CASH, c.details());
          return fee.map(given ->
                  accepted(withdrawn, new FeeCharged(open.number(), exact(given), c.details())))
              .orElseGet(() -> accepted(withdrawn));
        });
  }

  static Decision<AccountEvent> transfer(Open from, Open to, Transfer c, Circumstances now) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), from.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseTaking(from, c.amount(), now.heldMoneyAllowed()),
            () -> refuseCredit(to, c.amount()))
        .orElseGet(() ->
            accepted(
                new TransferSent(
                    from.number(),
                    exact(c.amount()),
                    new Counterparty("", to.number().value()),
                    c.details()),
                new TransferReceived(
                    to.number(),
                    exact(c.amount()),
                    new Counterparty("", from.number().value()),
                    c.details())));
  }
}
