package counterfoil.desktop.counter;

import counterfoil.application.Ledger;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.approval.WaitingActs;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.shell.CounterRequest;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The counter: the account on the desk, the field that finds it, and the form beside it. */
public final class CounterViewModel {
  private final AccountFinder finder;
  private final AccountSheet sheet;
  private final Lookups lookups;
  private final Checkout checkout;
  private final CounterForm form;
  private final Countersigning countersigning;
  private final BranchNow branch;
  private final Receipts receipts;
  private Optional<AccountNumber> next = Optional.empty();

  /** At a workstation that remembers nothing. */
  public CounterViewModel(
      Ledger ledger,
      Desk desk,
      Countersigning countersigning,
      Background background,
      ObservableValue<Locale> locale) {
    this(ledger, desk, countersigning, background, locale, new Workstation());
  }

  public CounterViewModel(
      Ledger ledger,
      Desk desk,
      Countersigning countersigning,
      Background background,
      ObservableValue<Locale> locale,
      Workstation workstation) {
    Inquiries inquiries = ledger.inquiries();
    this.countersigning = countersigning;
    branch = new BranchNow(ledger, background);
    receipts = new Receipts(ledger, desk, background, locale, workstation);
    sheet =
        new AccountSheet(inquiries, background, branch::businessDate, line -> served(ledger, line));
    finder = new AccountFinder(inquiries, background, this::serve);
    lookups =
        new Lookups(
            new PayeeLookup(inquiries, background),
            new PayeeLookup(inquiries, background),
            new Holders(inquiries.customers()::customer, background));
    boolean staffed = desk.staffed();
    var cash = new CashForm(branch.settings().denominations(ledger.currency()));
    checkout =
        new Checkout(ledger.currency(), staffed, cash, new Forecast(desk.session(), background));
    var posting =
        new CounterPosting(
            desk,
            countersigning,
            () -> sheet.accountProperty().get().map(AccountLine::number),
            this::goOnAfter);
    form =
        new CounterForm(
            new CounterParts(desk, ledger.currency(), checkout), locale, sheet, lookups, posting);
    form.underWayProperty().subscribe(this::forgetNext);
    branch
        .factsProperty()
        .subscribe(facts -> cash.use(facts.settings().denominations(ledger.currency())));
    countersigning.waiting().whenPosted((_, _) -> refresh());
  }

  /** Reads what there is besides the account's line. */
  private static Served served(Ledger ledger, AccountLine line) {
    return new Served(
        line,
        ledger.stateAt(line.number(), line.lastPosition()),
        ledger.inquiries().customers().holders(line.number()));
  }

  /** The settings and the business date. */
  public BranchNow branch() {
    return branch;
  }

  /** The receipts of what was posted here. */
  public Receipts receipts() {
    return receipts;
  }

  /** Shows the receipt of what was posted last. */
  void showReceipt() {
    form.answers().receiptProperty().get().ifPresent(receipts::show);
  }

  /** The acts of this desk that wait for somebody else. */
  public WaitingActs waiting() {
    return countersigning.waiting();
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

  /** Fills the form with what was asked for by a code. */
  void serve(CounterRequest request) {
    open(request.account());
    if (form.underWayProperty().get()) {
      return;
    }
    Map<Field, String> texts = new EnumMap<>(Field.class);
    request.payee().ifPresent(payee -> texts.put(Field.PAYEE, payee.value()));
    request.amount().ifPresent(amount -> texts.put(Field.AMOUNT, amount));
    form.fill(act(request.act()), texts);
  }

  private static Act act(CounterRequest.Act asked) {
    return switch (asked) {
      case DEPOSIT -> Act.DEPOSIT;
      case WITHDRAW -> Act.WITHDRAW;
      case TRANSFER -> Act.TRANSFER;
      case CHEQUE -> Act.CHEQUE;
      case HOLD -> Act.HOLD;
      case FEE -> Act.FEE;
    };
  }

  private void forgetNext(boolean underWay) {
    if (underWay) {
      next = Optional.empty();
    }
  }

  private void goOnAfter(AccountNumber posted) {
    next.ifPresentOrElse(this::open, () -> sheet.choose(posted));
  }

  /** Posts the first of the acts that waited and were granted. */
  void postGranted() {
    waiting().ready().ifPresent(waiting()::post);
  }

  /** Goes to the field that finds an account. */
  public void find() {
    form.attend(Optional.empty());
  }

  /** The counter is in front again: up to date, with the cursor where it was wanted last. */
  public void comeBack() {
    refresh();
    receipts.look();
    form.attend(form.attentionProperty().get().field());
  }

  /** Reads again what may have changed with the ledger; many calls in a row come as few. */
  public void refresh() {
    sheet.refresh();
    lookups.refresh();
    branch.refresh();
    checkout.forecast().refresh();
    countersigning.waiting().refresh();
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
