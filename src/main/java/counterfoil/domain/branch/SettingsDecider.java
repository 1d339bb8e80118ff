package counterfoil.domain.branch;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.BranchEvent.DenominationsSet;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.ProductDefined;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.branch.SettingsRefusal.DenominationHeld;
import counterfoil.domain.branch.SettingsRefusal.HoursMalformed;
import counterfoil.domain.branch.SettingsRefusal.InterestOutOfRange;
import counterfoil.domain.branch.SettingsRefusal.LimitNotPositive;
import counterfoil.domain.branch.SettingsRefusal.LimitsOutOfOrder;
import counterfoil.domain.branch.SettingsRefusal.NothingChanged;
import counterfoil.domain.branch.SettingsRefusal.NumberOutOfRange;
import counterfoil.domain.branch.SettingsRefusal.TooManyLines;
import counterfoil.domain.branch.SettingsRefusal.UnknownLimit;
import counterfoil.domain.branch.SettingsRefusal.UnknownSetting;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal.DenominationsMalformed;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rules of the settings: state and command in, events or a refusal out. */
public final class SettingsDecider {
  static final int MAX_LINES = 6;
  static final int MAX_LOCK_MINUTES = 60;
  static final int MAX_APPROVAL_MINUTES = 480;

  private SettingsDecider() {}

  /** As {@link #decide(Settings, SettingsCommand, CurrencyUnit, Map)}, where no till has cash. */
  public static Decision<BranchEvent> decide(
      Settings settings, SettingsCommand command, CurrencyUnit currency) {
    return decide(settings, command, currency, Map.of());
  }

  /**
   * @param currency the ledger's
   * @param held what each till and the vault hold, with what lies in their bags; looked at by
   *     {@link SetDenominations} alone
   */
  public static Decision<BranchEvent> decide(
      Settings settings, SettingsCommand command, CurrencyUnit currency, Map<TillId, Cash> held) {
    return switch (command) {
      case SetLimit c -> setLimit(settings, c, currency);
      case DefineProduct c -> define(settings, c, currency);
      case ChangeSetting c -> change(settings, c);
      case SetDenominations c -> setDenominations(settings, c, currency, held);
    };
  }

  private static Decision<BranchEvent> setLimit(
      Settings settings, SetLimit c, CurrencyUnit currency) {
    Optional<LimitName> name = LimitName.parse(c.limit());
    if (name.isEmpty()) {
      return refused(new UnknownLimit(c.limit()));
    }
    Optional<Refusal> refusal =
        c.amount().flatMap(amount -> refuseLimit(name.get(), amount, currency));
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    LimitSet event =
        new LimitSet(
            name.get(), settings.limit(name.get()), c.amount().map(SettingsDecider::exact));
    return event.before().equals(event.after())
        ? refused(new NothingChanged(c.limit()))
        : refuseOrder(settings.after(event))
            .<Decision<BranchEvent>>map(Decision::refused)
            .orElseGet(() -> accepted(event));
  }

  private static Optional<Refusal> refuseLimit(
      LimitName name, BigMoney amount, CurrencyUnit currency) {
    return amount.isPositive()
        ? Limits.refusePositive(amount, currency)
        : Optional.of(new LimitNotPositive(name, amount.getAmount()));
  }

  /** Of each pair, the first must not be above the second. */
  private static Optional<Refusal> refuseOrder(Settings settings) {
    return LimitName.PAIRS.entrySet().stream()
        .flatMap(pair -> refuseOrder(settings, pair.getKey(), pair.getValue()).stream())
        .findFirst();
  }

  private static Optional<Refusal> refuseOrder(
      Settings settings, LimitName lower, LimitName higher) {
    Optional<Money> low = settings.limit(lower);
    Optional<Money> high = settings.limit(higher);
    return low.isPresent() && high.isPresent() && low.get().isGreaterThan(high.get())
        ? Optional.of(new LimitsOutOfOrder(lower, low.get(), higher, high.get()))
        : Optional.empty();
  }

  private static Decision<BranchEvent> define(
      Settings settings, DefineProduct c, CurrencyUnit currency) {
    return Limits.refuseName("product", c.code(), Limits.MAX_PRODUCT_LENGTH)
        .or(() -> Limits.refuseName("product_name", c.name(), Limits.MAX_HOLDER_LENGTH))
        .or(() -> Limits.refuseZeroOrMore(c.minimumBalance(), currency))
        .or(() -> Limits.refuseZeroOrMore(c.withdrawalFee(), currency))
        .or(() -> refuseInterest(c.interestPercent()))
        .<Decision<BranchEvent>>map(Decision::refused)
        .orElseGet(() -> defined(settings.product(c.code(), currency), product(c)));
  }

  private static Product product(DefineProduct c) {
    return new Product(
        c.code(),
        c.name(),
        c.kind(),
        exact(c.minimumBalance()),
        c.overdraftAllowed(),
        exact(c.withdrawalFee()),
        c.interestPercent());
  }

  private static Decision<BranchEvent> defined(Optional<Product> before, Product after) {
    return before.equals(Optional.of(after))
        ? refused(new NothingChanged(after.code()))
        : accepted(new ProductDefined(before, after));
  }

  private static Optional<Refusal> refuseInterest(BigDecimal percent) {
    return percent.signum() < 0
            || percent.compareTo(Product.MAX_INTEREST_PERCENT) > 0
            || percent.stripTrailingZeros().scale() > Product.INTEREST_DECIMALS
        ? Optional.of(
            new InterestOutOfRange(
                percent, Product.MAX_INTEREST_PERCENT, Product.INTEREST_DECIMALS))
        : Optional.empty();
  }

  private static Decision<BranchEvent> change(Settings settings, ChangeSetting c) {
    Optional<SettingName> name = SettingName.parse(c.setting());
    if (name.isEmpty()) {
      return refused(new UnknownSetting(c.setting()));
    }
    String before = settings.text(name.get());
    return refuseValue(name.get(), c.value())
        .or(() ->
            before.equals(c.value())
                ? Optional.of(new NothingChanged(c.setting()))
                : Optional.empty())
        .<Decision<BranchEvent>>map(Decision::refused)
        .orElseGet(() -> accepted(new SettingChanged(name.get(), before, c.value())));
  }

  private static Optional<Refusal> refuseValue(SettingName name, String value) {
    return switch (name) {
      case SIGN_IN -> Optional.of(new UnknownSetting(name.code()));
      case BRANCH_NAME -> Limits.refuseText(name.code(), value, Limits.MAX_HOLDER_LENGTH);
      case BRANCH_ADDRESS, RECEIPT_HEADER, RECEIPT_FOOTER -> refuseLines(name, value);
      case LOCK_AFTER_MINUTES -> refuseNumber(name, value, MAX_LOCK_MINUTES);
      case APPROVAL_MINUTES -> refuseNumber(name, value, MAX_APPROVAL_MINUTES);
      case OPENING_HOURS ->
          value.isEmpty() || OpeningHours.parse(value).isPresent()
              ? Optional.empty()
              : Optional.of(new HoursMalformed(value));
    };
  }

  private static Optional<Refusal> refuseLines(SettingName name, String value) {
    String[] lines = value.split("\n", -1);
    if (lines.length > MAX_LINES) {
      return Optional.of(new TooManyLines(name, lines.length, MAX_LINES));
    }
    for (String line : lines) {
      Optional<Refusal> refusal = Limits.refuseText(name.code(), line, Limits.MAX_NARRATIVE_LENGTH);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** From one on, in plain digits, as {@link Settings} reads it. */
  private static Optional<Refusal> refuseNumber(SettingName name, String value, int most) {
    return value.matches("[1-9][0-9]{0,3}") && Integer.parseInt(value) <= most
        ? Optional.empty()
        : Optional.of(new NumberOutOfRange(name, value, 1, most));
  }

  private static Decision<BranchEvent> setDenominations(
      Settings settings, SetDenominations c, CurrencyUnit currency, Map<TillId, Cash> held) {
    Denominations before = settings.denominations(currency);
    Optional<Denominations> after = Denominations.parse(currency, c.faces());
    if (after.isEmpty()) {
      return refused(new DenominationsMalformed(String.join(" ", c.faces()), currency.getCode()));
    }
    if (after.get().equals(before)) {
      return refused(new NothingChanged("denominations"));
    }
    return refuseStranding(after.get(), held)
        .<Decision<BranchEvent>>map(Decision::refused)
        .orElseGet(() -> accepted(new DenominationsSet(before, after.get())));
  }

  /** What lies in a drawer could be counted no more, nor handed on. */
  private static Optional<Refusal> refuseStranding(Denominations after, Map<TillId, Cash> held) {
    for (TillId till : held.keySet().stream().sorted(comparing(TillId::value)).toList()) {
      for (var pile : requireNonNull(held.get(till)).pieces().entrySet()) {
        if (!after.faces().contains(pile.getKey())) {
          String face = Denominations.label(after.currency(), pile.getKey());
          return Optional.of(new DenominationHeld(face, till, pile.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  private static Money exact(BigMoney amount) {
    return amount.toMoney(RoundingMode.UNNECESSARY);
  }
}
