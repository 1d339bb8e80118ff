package counterfoil.application.acts;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ChequeEvents;
import counterfoil.payload.TillEvents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An act as it was recorded, to be taken back.
 *
 * @param postings what it did to accounts, but for the holds of cheques
 * @param cheques what it took in on paper
 * @param cash what it moved over the counter, if anything
 */
public record Original(
    UUID commandId,
    String actor,
    LocalDate businessDate,
    List<Posting> postings,
    List<ChequePresented> cheques,
    List<TillCashMoved> cash) {
  public Original {
    postings = List.copyOf(postings);
    cheques = List.copyOf(cheques);
    cash = List.copyOf(cash);
  }

  /** One entry of it. */
  public record Posting(long position, String type, AccountEvent event, Optional<UUID> hold) {}

  /**
   * @param entries all of one act, in order, at least one
   */
  public static Original of(List<Entry> entries) {
    Entry first = entries.getFirst();
    List<Posting> postings = new ArrayList<>();
    List<ChequePresented> cheques = new ArrayList<>();
    List<TillCashMoved> cash = new ArrayList<>();
    Optional<UUID> chequeHold = Optional.empty();
    for (Entry entry : entries.reversed()) {
      switch (entry.stream().category()) {
        case AccountEvents.CATEGORY -> {
          AccountEvent event = AccountEvents.KIND.decode(entry.type(), entry.payload());
          if (event instanceof HoldPlaced hold && hold.kind() == HoldKind.CHEQUE) {
            chequeHold = Optional.of(hold.holdId());
          } else if (moves(event)) {
            var hold = event instanceof ChequeDeposited ? chequeHold : Optional.<UUID>empty();
            postings.addFirst(new Posting(entry.position(), entry.type().name(), event, hold));
          }
        }
        case ChequeEvents.CATEGORY -> {
          if (ChequeEvents.KIND.decode(entry.type(), entry.payload())
              instanceof ChequePresented e) {
            cheques.addFirst(e);
          }
        }
        case TillEvents.CATEGORY -> {
          if (TillEvents.KIND.decode(entry.type(), entry.payload()) instanceof TillCashMoved e) {
            cash.addFirst(e);
          }
        }
        default -> {
          // Approvals and the like stay as they are.
        }
      }
    }
    return new Original(
        first.commandId(),
        first.provenance().actor(),
        first.provenance().businessDate(),
        postings,
        cheques,
        cash);
  }

  /** What moves no money has nothing to be taken back; what ends or begins an account is told. */
  private static boolean moves(AccountEvent event) {
    return event.moved().isPresent();
  }

  /** What undoes it, account by account. */
  List<AccountCommand> reversals(String reason) {
    return postings.stream()
        .<AccountCommand>map(posting ->
            new AccountCommand.Reverse(
                posting.position(),
                posting.type(),
                posting.event(),
                posting.hold(),
                reason,
                Details.NONE))
        .toList();
  }

  Cash received(CurrencyUnit currency) {
    return cash.stream().map(TillCashMoved::received).reduce(Cash.none(currency), Cash::plus);
  }

  Cash given(CurrencyUnit currency) {
    return cash.stream().map(TillCashMoved::given).reduce(Cash.none(currency), Cash::plus);
  }

  /**
   * Whether it paid cash in or out that no till has a record of: taken over from another system, or
   * from before there was staff.
   */
  boolean unknownToTills() {
    return cash.isEmpty() && postings.stream().anyMatch(posting -> isCash(posting.event()));
  }

  private static boolean isCash(AccountEvent event) {
    return switch (event) {
      case MoneyDeposited e -> e.means() == Means.CASH;
      case MoneyWithdrawn e -> e.means() == Means.CASH;
      default -> false;
    };
  }

  /** The largest of its amounts. */
  Money largest(CurrencyUnit currency) {
    return postings.stream()
        .flatMap(posting -> posting.event().moved().stream())
        .map(Money::abs)
        .reduce(Money.zero(currency), (one, other) -> one.isGreaterThan(other) ? one : other);
  }
}
