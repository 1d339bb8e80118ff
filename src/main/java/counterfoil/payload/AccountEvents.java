package counterfoil.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.Upcasters.Shaped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Account events as payloads and back. Names and shapes here are history's own: they outlive every
 * class. Amounts are strings with all the currency's decimals, their currency beside them; a text
 * that was not given is left out.
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

  /** The shape that is written today, of every kind. A change takes the next one. */
  private static final int SCHEMA = 1;

  /** Accounts as streams: how their events are written, read and folded. */
  public static final StreamKind<AccountState, AccountEvent> KIND = new Kind();

  /**
   * How earlier shapes read today. Every shape is still the first: a changed one brings its step
   * here, and its golden file stays beside the first one's.
   */
  private static final Upcasters HISTORY = new Upcasters(List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonFactory WRITER = JSON.getFactory();

  /** Knows what it reads from the start: finding that out anew costs as much as the reading. */
  private static final ObjectReader TREES = JSON.readerFor(JsonNode.class);

  /** Accounts as a kind of stream. */
  public static final StreamKind<AccountState, AccountEvent> KIND =
      new StreamKind<>() {
        @Override
        public String category() {
          return CATEGORY;
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
        public NewEvent encode(AccountEvent event) {
          return AccountEvents.encode(event);
        }

        @Override
        public AccountEvent decode(EventType type, byte[] payload) {
          return AccountEvents.decode(type, payload);
        }

        @Override
        public Optional<StateForm<AccountState>> snapshots() {
          return Optional.of(AccountStates.FORM);
        }
      };

  private AccountEvents() {}

  public static StreamName stream(AccountNumber number) {
    return StreamName.of(CATEGORY, number.value());
  }

  public static NewEvent encode(AccountEvent event) {
    var bytes = new ByteArrayOutputStream(160);
    try (JsonGenerator json = WRITER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("account", event.account().value());
      writeFacts(json, event);
      writeText(json, "reference", event.details().reference());
      writeText(json, "narrative", event.details().narrative());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NewEvent(new EventType(typeOf(event), SCHEMA), bytes.toByteArray());
  }

  /**
   * @throws LaterVersion if the type or its schema version is not known
   * @throws UnknownEvent if the payload is not of its shape
   */
  public static AccountEvent decode(EventType type, byte[] payload) {
    return decode(HISTORY, type, payload);
  }

  static AccountEvent decode(Upcasters history, EventType type, byte[] payload) {
    try {
      if (!(TREES.readTree(payload) instanceof ObjectNode tree)) {
        throw new IllegalArgumentException("not an object");
      }
      Shaped newest = history.newest(new Shaped(type, tree));
      if (newest.type().schema() != SCHEMA) {
        throw new LaterVersion(type.name() + " of schema version " + type.schema());
      }
      return read(newest.type().name(), new Facts(newest.tree()));
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new UnknownEvent(type.name() + " with a payload of another shape", e);
    }
  }

  private static String typeOf(AccountEvent event) {
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
      case TransactionReversed _ -> TRANSACTION_REVERSED;
      case HoldPlaced _ -> HOLD_PLACED;
      case HoldReleased _ -> HOLD_RELEASED;
      case AccountFrozen _ -> ACCOUNT_FROZEN;
      case AccountUnfrozen _ -> ACCOUNT_UNFROZEN;
      case MinimumBalanceSet _ -> MINIMUM_BALANCE_SET;
      case HolderAdded _ -> HOLDER_ADDED;
      case HolderRemoved _ -> HOLDER_REMOVED;
      case AccountClosed _ -> ACCOUNT_CLOSED;
    };
  }

  private static void writeFacts(JsonGenerator json, AccountEvent event) throws IOException {
    switch (event) {
      case AccountOpened e -> {
        json.writeStringField("holder", e.holder());
        json.writeStringField("product", e.product());
        writeMoney(json, "opening_deposit", e.openingDeposit());
        writeHolders(json, e.holders());
      }
      case MoneyDeposited e -> {
        writeMoney(json, "amount", e.amount());
        json.writeStringField("means", nameOf(e.means()));
      }
      case MoneyWithdrawn e -> {
        writeMoney(json, "amount", e.amount());
        json.writeStringField("means", nameOf(e.means()));
      }
      case TransferSent e -> {
        writeMoney(json, "amount", e.amount());
        writeText(json, "to_bank", e.to().bank());
        writeText(json, "to_account", e.to().account());
      }
      case TransferReceived e -> {
        writeMoney(json, "amount", e.amount());
        writeText(json, "from_bank", e.from().bank());
        writeText(json, "from_account", e.from().account());
      }
      case ChequeDeposited e -> {
        writeMoney(json, "amount", e.amount());
        if (e.cheque().isPresent()) {
          writeCheque(json, e.cheque().get());
        }
      }
      case FeeCharged e -> writeMoney(json, "amount", e.amount());
      case InterestCredited e -> {
        writeMoney(json, "amount", e.amount());
        if (e.period().isPresent()) {
          json.writeStringField("interest_from", e.period().get().from().toString());
          json.writeStringField("interest_to", e.period().get().to().toString());
        }
      }
      case OverdraftInterestCharged e -> writeMoney(json, "amount", e.amount());
      case OverdraftLimitSet e -> writeMoney(json, "limit", e.limit());
      case MinimumBalanceSet e -> writeMoney(json, "amount", e.amount());
      case HoldPlaced e -> {
        json.writeStringField("hold", e.holdId().toString());
        writeMoney(json, "amount", e.amount());
        json.writeStringField("kind", nameOf(e.kind()));
        writeText(json, "release_on", e.releaseOn().map(LocalDate::toString).orElse(""));
        writeText(json, "reason", e.reason());
      }
      case HoldReleased e -> {
        json.writeStringField("hold", e.holdId().toString());
        writeMoney(json, "amount", e.amount());
        writeText(json, "reason", e.reason());
      }
      case AccountFrozen e -> writeText(json, "reason", e.reason());
      case AccountUnfrozen e -> writeText(json, "reason", e.reason());
      case HolderAdded e -> json.writeStringField("customer", e.holder().value());
      case HolderRemoved e -> json.writeStringField("customer", e.holder().value());
      case TransactionReversed e -> {
        json.writeNumberField("position", e.position());
        json.writeStringField("type", e.type());
        writeMoney(json, "amount", e.amount());
        writeText(json, "reason", e.reason());
      }
      case AccountClosed e -> writeMoney(json, "payout", e.payout());
    }
  }

  private static AccountEvent read(String type, Facts f) {
    AccountNumber account = new AccountNumber(f.text("account"));
    Details details = new Details(f.textOrEmpty("reference"), f.textOrEmpty("narrative"));
    return switch (type) {
      case ACCOUNT_OPENED ->
          new AccountOpened(
              account,
              f.text("holder"),
              f.text("product"),
              f.money("opening_deposit"),
              f.holders(),
              details);
      case MONEY_DEPOSITED -> new MoneyDeposited(account, f.money("amount"), f.means(), details);
      case MONEY_WITHDRAWN -> new MoneyWithdrawn(account, f.money("amount"), f.means(), details);
      case TRANSFER_SENT ->
          new TransferSent(account, f.money("amount"), f.counterparty("to"), details);
      case TRANSFER_RECEIVED ->
          new TransferReceived(account, f.money("amount"), f.counterparty("from"), details);
      case CHEQUE_DEPOSITED -> 
          new ChequeDeposited(account, f.money("amount"), f.cheque(), details);
      case FEE_CHARGED -> new FeeCharged(account, f.money("amount"), details);
      case INTEREST_CREDITED -> 
          new InterestCredited(account, f.money("amount"), f.period(), details);
      case OVERDRAFT_INTEREST_CHARGED ->
          new OverdraftInterestCharged(account, f.money("amount"), details);
      case OVERDRAFT_LIMIT_SET -> new OverdraftLimitSet(account, f.money("limit"), details);
      case MINIMUM_BALANCE_SET -> new MinimumBalanceSet(account, f.money("amount"), details);
      case HOLD_PLACED ->
          new HoldPlaced(
              account,
              f.id("hold"),
              f.money("amount"),
              f.holdKind(),
              f.dateIfAny("release_on"),
              f.textOrEmpty("reason"),
              details);
      case HOLD_RELEASED ->
          new HoldReleased(
              account, f.id("hold"), f.money("amount"), f.textOrEmpty("reason"), details);
      case ACCOUNT_FROZEN -> new AccountFrozen(account, f.textOrEmpty("reason"), details);
      case ACCOUNT_UNFROZEN -> new AccountUnfrozen(account, f.textOrEmpty("reason"), details);
      case HOLDER_ADDED -> new HolderAdded(account, f.customer("customer"), details);
      case HOLDER_REMOVED -> new HolderRemoved(account, f.customer("customer"), details);
      case TRANSACTION_REVERSED ->
          new TransactionReversed(
              account,
              f.wholeNumber("position"),
              f.text("type"),
              f.money("amount"),
              f.textOrEmpty("reason"),
              details);
      case ACCOUNT_CLOSED -> new AccountClosed(account, f.money("payout"), details);
      default -> throw new LaterVersion("an event of the unknown type " + type);
    };
  }

  private static void writeMoney(JsonGenerator json, String name, Money money) throws IOException {
    json.writeStringField(name, money.getAmount().toPlainString());
    json.writeStringField("currency", money.getCurrencyUnit().getCode());
  }

  private static void writeText(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void writeHolders(JsonGenerator json, List<CustomerNumber> holders)
      throws IOException {
    if (!holders.isEmpty()) {
      json.writeArrayFieldStart("holders");
      for (CustomerNumber holder : holders) {
        json.writeString(holder.value());
      }
      json.writeEndArray();
    }
  }

  private static void writeCheque(JsonGenerator json, Cheque cheque) throws IOException {
    json.writeStringField("cheque_number", cheque.number());
    json.writeStringField("drawer_bank", cheque.drawerBank());
    json.writeStringField("cheque_date", cheque.date().toString());
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static final class Kind implements StreamKind<AccountState, AccountEvent> {
    @Override
    public String category() {
      return CATEGORY;
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
    public NewEvent encode(AccountEvent event) {
      return AccountEvents.encode(event);
    }

    @Override
    public AccountEvent decode(EventType type, byte[] payload) {
      return AccountEvents.decode(type, payload);
    }
  }
}
