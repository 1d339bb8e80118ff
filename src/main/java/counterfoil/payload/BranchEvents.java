package counterfoil.payload;

import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.BranchEvent.DenominationsSet;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.ProductDefined;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.BranchEvent.TillAdded;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.Product.Kind;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.StreamName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The changes of the branch's settings, as payloads and back. */
public final class BranchEvents {
  public static final String CATEGORY = "branch";

  /** The branch has one. */
  public static final StreamName STREAM = StreamName.of(CATEGORY, "main");

  public static final String LIMIT_SET = "LimitSet";
  public static final String PRODUCT_DEFINED = "ProductDefined";
  public static final String SETTING_CHANGED = "SettingChanged";
  public static final String DENOMINATIONS_SET = "DenominationsSet";
  public static final String TILL_ADDED = "TillAdded";

  /** The settings as a kind of stream. */
  public static final StreamKind<Settings, BranchEvent> KIND = new SettingsKind();

  private BranchEvents() {}

  private static final class SettingsKind extends JsonKind<Settings, BranchEvent> {
    SettingsKind() {
      super(CATEGORY);
    }

    @Override
    public Settings nothing() {
      return Settings.NONE;
    }

    @Override
    public Settings after(Settings state, BranchEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(BranchEvent event) {
      return switch (event) {
        case LimitSet _ -> LIMIT_SET;
        case ProductDefined _ -> PRODUCT_DEFINED;
        case SettingChanged _ -> SETTING_CHANGED;
        case DenominationsSet _ -> DENOMINATIONS_SET;
        case TillAdded _ -> TILL_ADDED;
      };
    }

    @Override
    void write(FactWriter facts, BranchEvent event) {
      switch (event) {
        case LimitSet e -> {
          facts.text("limit", e.limit().code());
          // Both are of the ledger's currency, which is written once.
          e.before().ifPresent(before -> facts.text("before", before.getAmount().toPlainString()));
          e.after().ifPresent(after -> facts.text("after", after.getAmount().toPlainString()));
          e.after()
              .or(e::before)
              .ifPresent(any -> facts.text("currency", any.getCurrencyUnit().getCode()));
        }
        case ProductDefined e -> {
          facts.text("product", e.after().code());
          facts.text("currency", e.after().minimumBalance().getCurrencyUnit().getCode());
          e.before().ifPresent(before -> writeTerms(facts, "before_", before));
          writeTerms(facts, "after_", e.after());
        }
        case SettingChanged e ->
            facts
                .text("setting", e.setting().code())
                .textIfAny("before", e.before())
                .textIfAny("after", e.after());
        case DenominationsSet e ->
            facts
                .text("currency", e.after().currency().getCode())
                .texts("before", e.before().labels())
                .texts("after", e.after().labels());
        case TillAdded e -> facts.text("till", e.till().value());
      }
    }

    private static void writeTerms(FactWriter facts, String side, Product product) {
      facts
          .text(side + "name", product.name())
          .text(side + "kind", product.kind().name().toLowerCase(Locale.ROOT))
          .text(side + "minimum_balance", product.minimumBalance().getAmount().toPlainString())
          .truth(side + "overdraft_allowed", product.overdraftAllowed())
          .text(side + "withdrawal_fee", product.withdrawalFee().getAmount().toPlainString())
          .text(side + "interest_percent", product.interestPercent().toPlainString());
    }

    @Override
    BranchEvent read(String type, Facts f) {
      return switch (type) {
        case LIMIT_SET ->
            new LimitSet(limit(f.text("limit")), f.moneyIfAny("before"), f.moneyIfAny("after"));
        case PRODUCT_DEFINED ->
            new ProductDefined(
                f.has("before_name") ? Optional.of(terms(f, "before_")) : Optional.empty(),
                terms(f, "after_"));
        case SETTING_CHANGED ->
            new SettingChanged(
                setting(f.text("setting")), f.textOrEmpty("before"), f.textOrEmpty("after"));
        case DENOMINATIONS_SET -> {
          CurrencyUnit currency = CurrencyUnit.of(f.text("currency"));
          yield new DenominationsSet(
              table(currency, f.texts("before")), table(currency, f.texts("after")));
        }
        case TILL_ADDED -> new TillAdded(new TillId(f.text("till")));
        default -> throw unknown(type);
      };
    }

    private static Product terms(Facts f, String side) {
      return new Product(
          f.text("product"),
          f.text(side + "name"),
          Kind.valueOf(f.text(side + "kind").toUpperCase(Locale.ROOT)),
          f.money(side + "minimum_balance"),
          f.truth(side + "overdraft_allowed"),
          f.money(side + "withdrawal_fee"),
          new BigDecimal(f.text(side + "interest_percent")));
    }

    private static LimitName limit(String code) {
      return LimitName.parse(code)
          .orElseThrow(() -> new IllegalArgumentException("no limit " + code));
    }

    private static SettingName setting(String code) {
      return SettingName.parse(code)
          .orElseThrow(() -> new IllegalArgumentException("no setting " + code));
    }

    private static Denominations table(CurrencyUnit currency, List<String> faces) {
      return Denominations.parse(currency, faces)
          .orElseThrow(() -> new IllegalArgumentException("no denominations " + faces));
    }
  }
}
