package counterfoil.domain.account;

import counterfoil.domain.Refusal;
import java.time.LocalDate;

/** Why a cheque, an interest or a reversal was not posted. */
public sealed interface PostingRefusal extends Refusal {

  @Override
  default String code() {
    return switch (this) {
      case ChequeInFuture _ -> "cheque_in_future";
      case ChequeStale _ -> "cheque_stale";
      case PeriodBackwards _ -> "period_backwards";
      case PeriodNotOver _ -> "period_not_over";
      case ReversedAlready _ -> "reversed_already";
      case ReversalOfReversal _ -> "reversal_of_reversal";
      case NotReversible _ -> "not_reversible";
      case TooManyReversals _ -> "too_many_reversals";
    };
  }

  record ChequeInFuture(LocalDate chequeDate, LocalDate businessDate) implements PostingRefusal {}

  /** {@code oldest} is the earliest date that a cheque may have today. */
  record ChequeStale(LocalDate chequeDate, LocalDate oldest) implements PostingRefusal {}

  /** Interest for a period that ends before it begins. */
  record PeriodBackwards(LocalDate from, LocalDate to) implements PostingRefusal {}

  /** Interest for days still to come. */
  record PeriodNotOver(LocalDate to, LocalDate businessDate) implements PostingRefusal {}

  record ReversedAlready(AccountNumber account, long position) implements PostingRefusal {}

  record ReversalOfReversal(AccountNumber account, long position) implements PostingRefusal {}

  /** An event that moves no money, or whose undoing is another act: opening and closing. */
  record NotReversible(AccountNumber account, long position, String type)
      implements PostingRefusal {}

  record TooManyReversals(AccountNumber account, int allowed) implements PostingRefusal {}
}
