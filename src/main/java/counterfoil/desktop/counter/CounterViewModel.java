package counterfoil.desktop.counter;

import counterfoil.application.Ledger;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Handover;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The counter: the account on the desk, the field that finds it, and the form beside it. */
public final class CounterViewModel {
  private final AccountFinder finder;
  private final AccountSheet sheet;
  private final PayeeLookup payee;
  private final CounterForm form;
  private Optional<AccountNumber> next = Optional.empty();

  public CounterViewModel(
      Ledger ledger, Desk desk, Background background, ObservableValue<Locale> locale) {
    Inquiries inquiries = ledger.inquiries();
    sheet = new AccountSheet(inquiries, background, ledger::businessDate);
    finder = new AccountFinder(inquiries, background, this::serve);
    payee = new PayeeLookup(inquiries, background);
    form =
        new CounterForm(
            locale, ledger.currency(), sheet, payee, new Handover(desk), this::goOnAfter);
    form.underWayProperty().subscribe(this::forgetNext);
  }

  public AccountFinder finder() {
    return finder;
  }

  public AccountSheet sheet() {
    return sheet;
  }

  public CounterForm form() {
    return form;
  }

  /**
   * Puts an account on the desk. While an act is under way it waits for the answer: an act that was
   * not recorded stays in sight, with what was typed, and the other account has to be asked for
   * again.
   */
  public void open(AccountNumber number) {
    finder.clear();
    if (form.underWayProperty().get()) {
      next = Optional.of(number);
    } else {
      sheet.choose(number);
      form.attend(Optional.of(form.firstField()));
    }
  }

  private void forgetNext(boolean underWay) {
    if (underWay) {
      next = Optional.empty();
    }
  }

  private void goOnAfter(AccountNumber posted) {
    next.ifPresentOrElse(this::open, () -> sheet.choose(posted));
  }

  /** Goes to the field that finds an account. */
  public void find() {
    form.attend(Optional.empty());
  }

  /** The counter is in front again: up to date, with the cursor where it was wanted last. */
  public void comeBack() {
    refresh();
    form.attend(form.attentionProperty().get().field());
  }

  /** Reads again what may have changed with the ledger; many calls in a row come as few. */
  public void refresh() {
    sheet.refresh();
    payee.refresh();
  }

  /** One step back: the search, then the form, then the account. */
  public void back() {
    if (!finder.clear() && !form.clear()) {
      sheet.putAway();
      find();
    }
  }

  private void serve(AccountLine account) {
    if (!form.underWayProperty().get()) {
      // Its card is known already and shown at once; opening reads it again.
      sheet.choose(account);
    }
    open(account.number());
  }
}
