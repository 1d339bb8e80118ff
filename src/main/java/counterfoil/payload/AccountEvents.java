package counterfoil.payload;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.AccountUnfrozen;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Account events as payloads and back. Names and shapes here are history's own: they outlive every
 * class. Amounts are strings with all the currency's decimals, their currency beside them; what was
 * not given is left out.
 */
public final class AccountEvents {
  /** The category of the streams that hold accounts. */
  public static final String CATEGORY = "account";

  public static final String ACCOUNT_OPENED = "AccountOpened";
  public static final String MONEY_DEPOSITED = "MoneyDeposited";
  public static final String MONEY_WITHDRAWN = "MoneyWithdrawn";
  public static final String TRANSFER_SENT = "TransferSent";
  public static final String TRANSFER_RECEIVED = "TransferReceived";
  public static final String CHEQUE_DEPOSITED = "ChequeDeposited";
  public static final String FEE_CHARGED = "FeeCharged";
  public static final String INTEREST_CREDITED = "InterestCredited";
  public static final String OVERDRAFT_INTEREST_CHARGED = "OverdraftInterestCharged";
  public static final String OVERDRAFT_LIMIT_SET = "OverdraftLimitSet";
  public static final String TRANSACTION_REVERSED = "TransactionReversed";
  public static final String HOLD_PLACED = "HoldPlaced";
  public static final String HOLD_RELEASED = "HoldReleased";
  public static final String ACCOUNT_FROZEN = "AccountFrozen";
  public static final String ACCOUNT_UNFROZEN = "AccountUnfrozen";
  public static final String MINIMUM_BALANCE_SET = "MinimumBalanceSet";
  public static final String HOLDER_ADDED = "HolderAdded";
  public static final String HOLDER_REMOVED = "HolderRemoved";
  public static final String ACCOUNT_CLOSED = "AccountClosed";

  private static final Kind JSON = new Kind();

  /** Accounts as a kind of stream. */
  public static final StreamKind<AccountState, AccountEvent> KIND = JSON;

  private AccountEvents() {}

  public static StreamName stream(AccountNumber number) {
    return StreamName.of(CATEGORY, number.value());
  }

  public static NewEvent encode(AccountEvent event) {
    return JSON.encode(event);
  }

  /**
   * @throws counterfoil.eventstore.LaterVersion if the type or its schema version is not known
   * @throws UnknownEvent if the payload is not of its shape
   */
  public static AccountEvent decode(EventType type, byte[] payload) {
    return JSON.decode(type, payload);
  }

  static AccountEvent decode(Upcasters history, EventType type, byte[] payload) {
    return JSON.decode(history, type, payload);
  }

  /** In small letters: a kind of hold, a means. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static HoldKind holdKind(String name) {
    return HoldKind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static final class Kind extends JsonKind<AccountState, AccountEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public AccountState nothing() {
      return new Unopened();
    }

    @Override
    public AccountState after(AccountState state, AccountEvent event) {
      return state.after(event);
    }

    @Override
    public Optional<StateForm<AccountState>> snapshots() {
      return Optional.of(AccountStates.FORM);
    }

    @Override
    String nameOf(AccountEvent event) {
      return switch (event) {
        case AccountOpened _ -> ACCOUNT_OPENED;
        case MoneyDeposited _ -> MONEY_DEPOSITED;
        case MoneyWithdrawn _ -> MONEY_WITHDRAWN;
        case TransferSent _ -> TRANSFER_SENT;
        case TransferReceived _ -> TRANSFER_RECEIVED;
        case ChequeDeposited _ -> CHEQUE_DEPOSITED;
        case FeeCharged _ -> FEE_CHARGED;
        case InterestCredited _ -> INTEREST_CREDITED;
        case OverdraftInterestCharged _ -> OVERDRAFT_INTEREST_CHARGED;
        case OverdraftLimitSet _ -> OVERDRAFT_LIMIT_SET;
        case MinimumBalanceSet _ -> MINIMUM_BALANCE_SET;
        case HoldPlaced _ -> HOLD_PLACED;
        case HoldReleased _ -> HOLD_RELEASED;
        case AccountFrozen _ -> ACCOUNT_FROZEN;
        case AccountUnfrozen _ -> ACCOUNT_UNFROZEN;
        case HolderAdded _ -> HOLDER_ADDED;
        case HolderRemoved _ -> HOLDER_REMOVED;
        case TransactionReversed _ -> TRANSACTION_REVERSED;
        case AccountClosed _ -> ACCOUNT_CLOSED;
      };
    }

    @Override
    void write(FactWriter facts, AccountEvent event) {
      facts.text("account", event.account().value());
      writeOwn(facts, event);
      facts
          .textIfAny("reference", event.details().reference())
          .textIfAny("narrative", event.details().narrative());
    }

    private static void writeOwn(FactWriter facts, AccountEvent event) {
      switch (event) {
        case AccountOpened e -> {
          facts
              .text("holder", e.holder())
              .text("product", e.product())
              .money("opening_deposit", e.openingDeposit());
          if (!e.holders().isEmpty()) {
            facts.texts("holders", e.holders().stream().map(CustomerNumber::value).toList());
          }
        }
        case MoneyDeposited e ->
            facts.money("amount", e.amount()).text("means", AccountEvents.nameOf(e.means()));
        case MoneyWithdrawn e ->
            facts.money("amount", e.amount()).text("means", AccountEvents.nameOf(e.means()));
        case TransferSent e -> write(facts, "to", e.amount(), e.to());
        case TransferReceived e -> write(facts, "from", e.amount(), e.from());
        case ChequeDeposited e -> {
          facts.money("amount", e.amount());
          e.cheque().ifPresent(cheque -> write(facts, cheque));
        }
        case FeeCharged e -> facts.money("amount", e.amount());
        case InterestCredited e -> {
          facts.money("amount", e.amount());
          e.period().ifPresent(period -> write(facts, period));
        }
        case OverdraftInterestCharged e -> facts.money("amount", e.amount());
        case OverdraftLimitSet e -> facts.money("limit", e.limit());
        case MinimumBalanceSet e -> facts.money("amount", e.amount());
        case HoldPlaced e ->
            facts
                .text("hold", e.holdId().toString())
                .money("amount", e.amount())
                .text("kind", AccountEvents.nameOf(e.kind()))
                .textIfAny("release_on", e.releaseOn().map(LocalDate::toString).orElse(""))
                .text("reason", e.reason());
        case HoldReleased e ->
            facts
                .text("hold", e.holdId().toString())
                .money("amount", e.amount())
                .text("reason", e.reason());
        case AccountFrozen e -> facts.text("reason", e.reason());
        case AccountUnfrozen e -> facts.text("reason", e.reason());
        case HolderAdded e -> facts.text("customer", e.holder().value());
        case HolderRemoved e -> facts.text("customer", e.holder().value());
        case TransactionReversed e ->
            facts
                .number("position", e.position())
                .text("type", e.type())
                .money("amount", e.amount())
                .text("reason", e.reason());
        case AccountClosed e -> facts.money("payout", e.payout());
      }
    }

    private static void write(FactWriter facts, String side, Money amount, Counterparty other) {
      facts
          .money("amount", amount)
          .textIfAny(side + "_bank", other.bank())
          .textIfAny(side + "_account", other.account());
    }

    private static void write(FactWriter facts, Cheque cheque) {
      facts
          .text("cheque_number", cheque.number())
          .text("drawer_bank", cheque.drawerBank())
          .text("cheque_date", cheque.date().toString())
          .textIfAny("drawer_account", cheque.drawerAccount().orElse(""));
    }

    private static void write(FactWriter facts, InterestPeriod period) {
      facts
          .text("interest_from", period.from().toString())
          .text("interest_to", period.to().toString());
    }

    @Override
    AccountEvent read(String type, Facts f) {
      AccountNumber account = new AccountNumber(f.text("account"));
      Details details = new Details(f.textOrEmpty("reference"), f.textOrEmpty("narrative"));
      return switch (type) {
        case ACCOUNT_OPENED ->
            new AccountOpened(
                account,
                f.text("holder"),
                f.text("product"),
                f.money("opening_deposit"),
                holders(f),
                details);
        case MONEY_DEPOSITED -> new MoneyDeposited(account, f.money("amount"), means(f), details);
        case MONEY_WITHDRAWN -> new MoneyWithdrawn(account, f.money("amount"), means(f), details);
        case TRANSFER_SENT ->
            new TransferSent(account, f.money("amount"), counterparty(f, "to"), details);
        case TRANSFER_RECEIVED ->
            new TransferReceived(account, f.money("amount"), counterparty(f, "from"), details);
        case CHEQUE_DEPOSITED ->
            new ChequeDeposited(account, f.money("amount"), cheque(f), details);
        case FEE_CHARGED -> new FeeCharged(account, f.money("amount"), details);
        case INTEREST_CREDITED ->
            new InterestCredited(account, f.money("amount"), period(f), details);
        case OVERDRAFT_INTEREST_CHARGED ->
            new OverdraftInterestCharged(account, f.money("amount"), details);
        case OVERDRAFT_LIMIT_SET -> new OverdraftLimitSet(account, f.money("limit"), details);
        case MINIMUM_BALANCE_SET -> new MinimumBalanceSet(account, f.money("amount"), details);
        case HOLD_PLACED ->
            new HoldPlaced(
                account,
                f.id("hold"),
                f.money("amount"),
                holdKind(f.text("kind")),
                f.dateIfAny("release_on"),
                f.text("reason"),
                details);
        case HOLD_RELEASED ->
            new HoldReleased(account, f.id("hold"), f.money("amount"), f.text("reason"), details);
        case ACCOUNT_FROZEN -> new AccountFrozen(account, f.text("reason"), details);
        case ACCOUNT_UNFROZEN -> new AccountUnfrozen(account, f.text("reason"), details);
        case HOLDER_ADDED -> new HolderAdded(account, customer(f), details);
        case HOLDER_REMOVED -> new HolderRemoved(account, customer(f), details);
        case TRANSACTION_REVERSED ->
            new TransactionReversed(
                account,
                f.number("position"),
                f.text("type"),
                f.money("amount"),
                f.text("reason"),
                details);
        case ACCOUNT_CLOSED -> new AccountClosed(account, f.money("payout"), details);
        default -> throw unknown(type);
      };
    }

    private static List<CustomerNumber> holders(Facts f) {
      return f.has("holders")
          ? f.texts("holders").stream().map(CustomerNumber::new).toList()
          : List.of();
    }

    private static CustomerNumber customer(Facts f) {
      return new CustomerNumber(f.text("customer"));
    }

    private static Means means(Facts f) {
      return Means.valueOf(f.text("means").toUpperCase(Locale.ROOT));
    }

    private static Counterparty counterparty(Facts f, String side) {
      return new Counterparty(f.textOrEmpty(side + "_bank"), f.textOrEmpty(side + "_account"));
    }

    private static Optional<Cheque> cheque(Facts f) {
      return f.has("cheque_number")
          ? Optional.of(
              new Cheque(
                  f.text("cheque_number"),
                  f.text("drawer_bank"),
                  f.date("cheque_date"),
                  f.has("drawer_account")
                      ? Optional.of(f.text("drawer_account"))
                      : Optional.empty()))
          : Optional.empty();
    }

    private static Optional<InterestPeriod> period(Facts f) {
      return f.has("interest_from")
          ? Optional.of(new InterestPeriod(f.date("interest_from"), f.date("interest_to")))
          : Optional.empty();
    }
  }
}
